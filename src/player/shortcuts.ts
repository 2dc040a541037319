import { playerText } from '../messages/player.ts'
import type { Shortcut } from '../ui/shortcuts.ts'
import { goToMark, nextMark, previousMark } from './marks.ts'
import type { TimelineMark } from './clock.ts'
import type { Playback } from './playback.ts'
import { fasterThan, slowerThan } from './speeds.ts'

/** What buttons and keys do. A null command is not possible here now: its key is left alone. */
export type PlayerCommands = {
  playback: Playback
  /** In the order of time. */
  marks: readonly TimelineMark[]
  toggleFullScreen: (() => void) | null
  togglePictureInPicture: (() => void) | null
  switchFilm: (() => void) | null
  toggleSideBySide: (() => void) | null
}

const text = playerText.actions

/** Everything the keyboard can do in the player; `commands` is read when a key is pressed. */
export const playerShortcuts = (commands: () => PlayerCommands): readonly Shortcut[] => {
  const film = () => commands().playback
  return [
    { keys: [' ', 'k'], label: text.playPause, run: () => film().toggle() },
    { keys: ['j'], label: text.shuttleBack, run: () => shuttle(film(), 'back') },
    { keys: ['l'], label: text.shuttleOn, run: () => shuttle(film(), 'on') },
    { keys: [','], label: text.previousFrame, repeats: true, run: () => film().step(-1) },
    { keys: ['.'], label: text.nextFrame, repeats: true, run: () => film().step(1) },
    { keys: ['Shift+ArrowLeft'], label: text.framesBack, repeats: true, run: () => film().step(-10) },
    { keys: ['Shift+ArrowRight'], label: text.framesOn, repeats: true, run: () => film().step(10) },
    { keys: ['ArrowLeft'], label: text.secondBack, repeats: true, run: () => moveBy(film(), -1) },
    { keys: ['ArrowRight'], label: text.secondOn, repeats: true, run: () => moveBy(film(), 1) },
    { keys: ['Home'], label: text.toStart, run: () => film().seek(0) },
    { keys: ['End'], label: text.toEnd, run: () => film().seek(film().duration) },
    {
      keys: ['g'],
      label: text.nextMark,
      run: () => goTo(film(), nextMark(commands().marks, film())),
    },
    {
      keys: ['Shift+g'],
      label: text.previousMark,
      run: () => goTo(film(), previousMark(commands().marks, film())),
    },
    { keys: ['['], label: text.loopStart, run: () => film().startLoop() },
    { keys: [']'], label: text.loopEnd, run: () => film().endLoop() },
    {
      keys: ['Shift+,'],
      label: text.slower,
      repeats: true,
      run: () => film().setRate(slowerThan(film().rate)),
    },
    {
      keys: ['Shift+.'],
      label: text.faster,
      repeats: true,
      run: () => film().setRate(fasterThan(film().rate)),
    },
    { keys: ['f'], label: text.fullScreen, run: () => press(commands().toggleFullScreen) },
    { keys: ['i'], label: text.pictureInPicture, run: () => press(commands().togglePictureInPicture) },
    { keys: ['v'], label: text.switchFilm, run: () => press(commands().switchFilm) },
    { keys: ['s'], label: text.sideBySide, run: () => press(commands().toggleSideBySide) },
  ]
}

const moveBy = (playback: Playback, seconds: number) => playback.seek(playback.time + seconds)

/** Starts in a direction, or goes faster in the one it has. */
function shuttle(playback: Playback, direction: 'back' | 'on'): void {
  const runs = playback.playing && (playback.stepped === 'back') === (direction === 'back')
  if (runs) playback.setRate(fasterThan(playback.rate))
  else if (direction === 'back') playback.reverse()
  else playback.play()
}

function goTo(playback: Playback, mark: TimelineMark | null): boolean {
  if (mark) goToMark(playback, mark)
  return mark !== null
}

function press(command: (() => void) | null): boolean {
  command?.()
  return command !== null
}

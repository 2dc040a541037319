import { playerText } from '../messages/player.ts'
import type { Shortcut } from '../ui/shortcuts.ts'
import type { Playback } from './playback.ts'

export type PlayerCommands = { playback: Playback; toggleFullScreen: () => void }

const text = playerText.actions

/** Everything the keyboard can do in the player. */
export const playerShortcuts = ({ playback, toggleFullScreen }: PlayerCommands): readonly Shortcut[] => [
  { keys: [' ', 'k'], label: text.playPause, run: () => playback.toggle() },
  { keys: [','], label: text.previousFrame, repeats: true, run: () => playback.step(-1) },
  { keys: ['.'], label: text.nextFrame, repeats: true, run: () => playback.step(1) },
  {
    keys: ['Shift+ArrowLeft'],
    label: text.framesBack,
    repeats: true,
    run: () => playback.step(-10),
  },
  {
    keys: ['Shift+ArrowRight'],
    label: text.framesOn,
    repeats: true,
    run: () => playback.step(10),
  },
  { keys: ['ArrowLeft'], label: text.secondBack, repeats: true, run: () => moveBy(playback, -1) },
  { keys: ['ArrowRight'], label: text.secondOn, repeats: true, run: () => moveBy(playback, 1) },
  { keys: ['Home'], label: text.toStart, run: () => playback.seek(0) },
  { keys: ['End'], label: text.toEnd, run: () => playback.seek(playback.duration) },
  { keys: ['['], label: text.loopStart, run: () => playback.startLoop() },
  { keys: [']'], label: text.loopEnd, run: () => playback.endLoop() },
  { keys: ['f'], label: text.fullScreen, run: () => toggleFullScreen() },
]

const moveBy = (playback: Playback, seconds: number) => playback.seek(playback.time + seconds)

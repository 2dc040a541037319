import { playerText } from '../messages/player.ts'
import type { Playback } from './playback.ts'

export type PlayerCommands = { playback: Playback; toggleFullScreen: () => void; showShortcuts: () => void }

export type Shortcut = {
  /** As `keyOf` names them; the first is the one people are told first. */
  keys: readonly string[]
  label: string
  /** Goes on while the key is held. */
  repeats?: boolean
  run: (commands: PlayerCommands) => void
}

const text = playerText.actions

/** Everything the keyboard can do here: bound from this list, and the sheet is made of it. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: [' ', 'k'], label: text.playPause, run: ({ playback }) => playback.toggle() },
  { keys: [','], label: text.previousFrame, repeats: true, run: ({ playback }) => playback.step(-1) },
  { keys: ['.'], label: text.nextFrame, repeats: true, run: ({ playback }) => playback.step(1) },
  {
    keys: ['Shift+ArrowLeft'],
    label: text.framesBack,
    repeats: true,
    run: ({ playback }) => playback.step(-10),
  },
  {
    keys: ['Shift+ArrowRight'],
    label: text.framesOn,
    repeats: true,
    run: ({ playback }) => playback.step(10),
  },
  { keys: ['ArrowLeft'], label: text.secondBack, repeats: true, run: ({ playback }) => moveBy(playback, -1) },
  { keys: ['ArrowRight'], label: text.secondOn, repeats: true, run: ({ playback }) => moveBy(playback, 1) },
  { keys: ['Home'], label: text.toStart, run: ({ playback }) => playback.seek(0) },
  { keys: ['End'], label: text.toEnd, run: ({ playback }) => playback.seek(playback.duration) },
  { keys: ['['], label: text.loopStart, run: ({ playback }) => playback.startLoop() },
  { keys: [']'], label: text.loopEnd, run: ({ playback }) => playback.endLoop() },
  { keys: ['f'], label: text.fullScreen, run: ({ toggleFullScreen }) => toggleFullScreen() },
  { keys: ['?'], label: text.sheet, run: ({ showShortcuts }) => showShortcuts() },
]

const moveBy = (playback: Playback, seconds: number) => playback.seek(playback.time + seconds)

/** Where layouts write other letters (Cyrillic, Greek …), the place of the key counts. */
const BY_PLACE: Readonly<Record<string, string>> = {
  KeyK: 'k',
  KeyF: 'f',
  Comma: ',',
  Period: '.',
  BracketLeft: '[',
  BracketRight: ']',
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>

/** The name of a key press: the character itself, or the key's name with `Shift+` before it. */
export function keyOf({ key, code, shiftKey }: KeyPress): string {
  if (key.length > 1) return shiftKey ? `Shift+${key}` : key
  const latin = /^[\x20-\x7e]$/.test(key)
  return (latin ? key : (BY_PLACE[code] ?? key)).toLowerCase()
}

/** The shortcut of a key press; undefined where there is none. */
export const findShortcut = (press: KeyPress): Shortcut | undefined =>
  SHORTCUTS.find(({ keys }) => keys.includes(keyOf(press)))

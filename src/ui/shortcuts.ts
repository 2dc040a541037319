import { useLayoutEffect } from 'react'
import { shortcutsText } from '../messages/shortcuts.ts'

export type Shortcut = {
  /** As `namesOf` has them; the first is the one people are told first. */
  keys: readonly string[]
  label: string
  /** Goes on while the key is held. */
  repeats?: boolean
  /** Gets the name of the key. Says false where it does not apply now, which leaves the key alone. */
  run: (key: string) => boolean | void
}

export type ShortcutGroup = {
  title: string
  shortcuts: readonly Shortcut[]
  /** What the focus has to be in, unless it is nowhere in particular; without it, anywhere on the page. */
  within?: () => Element | null
}

let show: () => void = () => undefined

/** Shows the list of everything that is bound at present. */
export const showShortcuts = () => show()

const ANYWHERE: ShortcutGroup = {
  title: shortcutsText.anywhere,
  shortcuts: [{ keys: ['?'], label: shortcutsText.title, run: showShortcuts }],
}

let groups: readonly ShortcutGroup[] = []

/** What is bound at present: the groups of what is on the screen, and last what works anywhere. */
export const boundGroups = (): readonly ShortcutGroup[] => [...groups, ANYWHERE]

/** Binds a group for as long as what calls it is shown. */
export function useShortcuts(group: ShortcutGroup): void {
  // What can be seen can be used.
  useLayoutEffect(() => {
    groups = [...groups, group]
    return () => {
      groups = groups.filter((other) => other !== group)
    }
  }, [group])
}

/** Hears the keys of the page; `onShow` is told when somebody asks for the list of shortcuts. */
export function hearShortcuts(onShow: () => void): () => void {
  show = onShow
  document.addEventListener('keydown', hear)
  return () => document.removeEventListener('keydown', hear)
}

function hear(event: KeyboardEvent): void {
  const { target } = event
  if (event.defaultPrevented || isChord(event) || !(target instanceof Element)) return
  if (target.closest(TYPING) || target.closest(FLOATING) || !shortcutsWanted()) return
  for (const { shortcuts } of inReach(target)) {
    for (const key of namesOf(event)) {
      const shortcut = shortcuts.find(({ keys }) => keys.includes(key))
      if (!shortcut || isForTarget(key, target) || document.querySelector(MODAL)) continue
      if ((!event.repeat || shortcut.repeats) && shortcut.run(key) === false) continue
      return event.preventDefault()
    }
  }
}

const TYPING =
  'select, textarea, [contenteditable], input:not([type="range"]):not([type="checkbox"]), [role="combobox"]'
const FLOATING = 'dialog, [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'
/** A click beside what is in a dialog leaves the focus nowhere, and the dialog open. */
const MODAL = 'dialog[open], [aria-modal="true"]'

/** Control, Alt and Meta belong to browser and system; AltGr only writes a character, such as `[` on many layouts. */
const isChord = (event: KeyboardEvent) =>
  event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph'))

/** What has the focus is pressed by some keys, and scrolled by others where it says so (`data-scrolls`). */
const isForTarget = (key: string, target: Element) =>
  (PRESSING.has(key) && target.closest('button, a, summary, [type="checkbox"]') !== null) ||
  (SCROLLING.has(key) && target.closest('[data-scrolls]') !== null)

const PRESSING: ReadonlySet<string> = new Set([' ', 'Enter'])
const SCROLLING: ReadonlySet<string> = new Set([
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  ...['PageUp', 'PageDown', 'Home', 'End', ' '],
])

/** Whether the focus is on nothing in particular: a page that goes leaves it there. */
export const isNowhere = (focused: Element | null): boolean =>
  focused === null || focused === document.body || focused.localName === 'main'

/** Those whose place has the focus go first, then what came last to the screen. */
function inReach(target: Element): ShortcutGroup[] {
  const nowhere = isNowhere(target)
  const has = ({ within }: ShortcutGroup) => within?.()?.contains(target) === true
  const reached = [...boundGroups()].reverse().filter((group) => !group.within || nowhere || has(group))
  return [...reached.filter(has), ...reached.filter((group) => !has(group))]
}

/** Where layouts write other letters (Cyrillic, Greek …), the place of the key counts. */
const BY_PLACE: Readonly<Record<string, string>> = {
  Comma: ',',
  Period: '.',
  BracketLeft: '[',
  BracketRight: ']',
}

/**
 * Names of a key press, the most exact first: the character itself, of a letter the small one, or the key's name; with
 * Shift, `Shift+` before it.
 */
export function namesOf({
  key,
  code,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): readonly string[] {
  if (key.length > 1) return [shiftKey ? `Shift+${key}` : key]
  const placed = BY_PLACE[code] ?? /^Key([A-Z])$/.exec(code)?.[1] ?? key
  const name = (/^[\x20-\x7e]$/.test(key) ? key : placed).toLowerCase()
  if (!shiftKey) return [name]
  // Shift writes another character there, such as `<` over the comma.
  const place = BY_PLACE[code]
  return [`Shift+${name}`, name, ...(place && place !== name ? [`Shift+${place}`] : [])]
}

/** The player had shortcuts before the rest of the console: who switched them off then has them off. */
const STORE_KEY = 'motion-console:player-shortcuts'

/** For a browser that keeps nothing: the choice lasts as long as the page. */
let wantedHere = true

/** Whether shortcuts are wanted on this device (WCAG 2.1.4: they can be switched off). */
export function shortcutsWanted(): boolean {
  try {
    return localStorage.getItem(STORE_KEY) !== 'off'
  } catch {
    return wantedHere
  }
}

export function wantShortcuts(wanted: boolean): void {
  wantedHere = wanted
  try {
    if (wanted) localStorage.removeItem(STORE_KEY)
    else localStorage.setItem(STORE_KEY, 'off')
  } catch {
    // `wantedHere` has it.
  }
}

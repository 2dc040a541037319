import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { findShortcut } from './shortcuts.ts'
import type { PlayerCommands } from './shortcuts.ts'

const STORE_KEY = 'motion-console:player-shortcuts'

/** Whether shortcuts are wanted on this device, and how to change it (WCAG 2.1.4: they can be switched off). */
export function useShortcutsWanted(): [boolean, (wanted: boolean) => void] {
  const [wanted, setWanted] = useState(readWanted)
  return [
    wanted,
    (next) => {
      setWanted(next)
      try {
        if (next) localStorage.removeItem(STORE_KEY)
        else localStorage.setItem(STORE_KEY, 'off')
      } catch {
        // A browser that keeps nothing: the choice lasts as long as the page.
      }
    },
  ]
}

function readWanted(): boolean {
  try {
    return localStorage.getItem(STORE_KEY) !== 'off'
  } catch {
    return true
  }
}

/**
 * Binds the shortcuts to the page while the player is on it. They act while the focus is in the player or nowhere
 * in particular, and leave alone what the focused control does with the key itself.
 */
export function useShortcuts(root: RefObject<HTMLElement | null>, commands: PlayerCommands, wanted: boolean) {
  useEffect(() => {
    if (!wanted) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || isChord(event)) return
      if (!root.current || !(event.target instanceof Element) || !isOurs(event.target, root.current)) return
      const shortcut = findShortcut(event)
      if (!shortcut || usesKeyItself(event.target, event.key)) return
      event.preventDefault()
      if (!event.repeat || shortcut.repeats) shortcut.run(commands)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [root, commands, wanted])
}

/** Control or Alt belong to browser and system; AltGr only writes a character, such as `[` on many layouts. */
const isChord = (event: KeyboardEvent) =>
  (event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph')

const isOurs = (target: Element, root: Element) =>
  target === document.body || target.localName === 'main' || root.contains(target)

function usesKeyItself(target: Element, key: string): boolean {
  if (target.closest('select, textarea, dialog, [contenteditable], input:not([type="range"])')) return true
  return (key === ' ' || key === 'Enter') && target.closest('button, a, summary') !== null
}

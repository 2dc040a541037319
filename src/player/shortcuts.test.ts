import { describe, expect, it } from 'vitest'
import { findShortcut, keyOf, SHORTCUTS } from './shortcuts.ts'

const press = (key: string, code = '', shiftKey = false) => ({ key, code, shiftKey })

describe('the shortcut registry', () => {
  it('gives each key to one action and each action a name of its own', () => {
    const keys = SHORTCUTS.flatMap((shortcut) => shortcut.keys)
    const labels = SHORTCUTS.map((shortcut) => shortcut.label)
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(labels).size).toBe(labels.length)
  })

  it('tells an arrow with Shift from one without', () => {
    expect(findShortcut(press('ArrowRight'))).not.toBe(findShortcut(press('ArrowRight', '', true)))
    expect(keyOf(press('?', 'Slash', true))).toBe('?')
    expect(keyOf(press('K', 'KeyK', true))).toBe('k')
  })

  it('goes by the place of the key where the layout writes other letters', () => {
    expect(findShortcut(press('л', 'KeyK'))).toBe(findShortcut(press('k', 'KeyK')))
    expect(findShortcut(press('х', 'BracketLeft'))).toBe(findShortcut(press('[', 'BracketLeft')))
    expect(findShortcut(press('ф', 'KeyA'))).toBeUndefined()
  })
})

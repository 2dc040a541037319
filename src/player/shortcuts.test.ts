import { expect, it } from 'vitest'
import { Playback } from './playback.ts'
import { playerShortcuts } from './shortcuts.ts'

it('each key of the player has one action, and each action a name of its own', () => {
  const shortcuts = playerShortcuts({ playback: new Playback(), toggleFullScreen: () => {} })
  const keys = shortcuts.flatMap((shortcut) => shortcut.keys)
  const labels = shortcuts.map((shortcut) => shortcut.label)
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(labels).size).toBe(labels.length)
  expect(shortcuts.length).toBeGreaterThan(10)
})

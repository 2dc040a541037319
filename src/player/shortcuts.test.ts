import { expect, it } from 'vitest'
import { namesOf } from '../ui/shortcuts.ts'
import { Playback } from './playback.ts'
import { playerShortcuts } from './shortcuts.ts'
import type { PlayerCommands } from './shortcuts.ts'

const nothing: PlayerCommands = {
  playback: new Playback(),
  marks: [],
  toggleFullScreen: null,
  togglePictureInPicture: null,
  switchFilm: null,
  toggleSideBySide: null,
}

it('each key of the player has one action, and each action a name of its own', () => {
  const shortcuts = playerShortcuts(() => nothing)
  const keys = shortcuts.flatMap((shortcut) => shortcut.keys)
  const labels = shortcuts.map((shortcut) => shortcut.label)
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(labels).size).toBe(labels.length)
  expect(shortcuts.length).toBeGreaterThan(10)
})

it('Shift with comma and full stop changes the speed, whatever that writes', () => {
  const { playback } = nothing
  const press = (key: string, code: string) => {
    const names = namesOf({ key, code, shiftKey: true })
    const bound = names.flatMap((name) =>
      playerShortcuts(() => nothing).filter(({ keys }) => keys.includes(name)),
    )
    bound[0]?.run(key)
  }
  press('<', 'Comma')
  expect(playback.rate).toBe(0.75)
  press('>', 'Period')
  press(':', 'Period')
  expect(playback.rate).toBe(1.5)
})

import { useMemo } from 'react'
import type { RefObject } from 'react'
import { playerText } from '../messages/player.ts'
import { useShortcuts } from '../ui/shortcuts.ts'
import type { ShortcutGroup } from '../ui/shortcuts.ts'
import { playerShortcuts } from './shortcuts.ts'
import type { PlayerCommands } from './shortcuts.ts'

/** Binds the player's shortcuts while it is on the screen and the focus is in it, or nowhere in particular. */
export function usePlayerShortcuts(root: RefObject<HTMLElement | null>, commands: PlayerCommands): void {
  const group = useMemo(
    (): ShortcutGroup => ({
      title: playerText.shortcutGroup,
      within: () => root.current,
      shortcuts: playerShortcuts(commands),
    }),
    [root, commands],
  )
  useShortcuts(group)
}

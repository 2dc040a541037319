import { useMemo } from 'react'
import type { RefObject } from 'react'
import { playerText } from '../messages/player.ts'
import { useShortcuts } from '../ui/shortcuts.ts'
import type { ShortcutGroup } from '../ui/shortcuts.ts'
import { playerShortcuts } from './shortcuts.ts'
import type { PlayerCommands } from './shortcuts.ts'
import { useLatest } from './useLatest.ts'

/** Binds the player's shortcuts while it is on the screen and the focus is in `root`, or nowhere in particular. */
export function usePlayerShortcuts(root: RefObject<Element | null>, commands: PlayerCommands): void {
  // Marks change as somebody works; what is bound stays, so that its place in the sheet does too.
  const latest = useLatest(commands)
  const group = useMemo(
    (): ShortcutGroup => ({
      title: playerText.shortcutGroup,
      within: () => root.current,
      shortcuts: playerShortcuts(latest),
    }),
    [root, latest],
  )
  useShortcuts(group)
}

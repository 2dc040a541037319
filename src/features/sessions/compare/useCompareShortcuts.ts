import { useMemo } from 'react'
import { compareText as text } from '../../../messages/compare.ts'
import { useShortcuts } from '../../../ui/shortcuts.ts'
import type { Shortcut, ShortcutGroup } from '../../../ui/shortcuts.ts'
import type { CompareCommands } from './useCompareCommands.ts'
import type { CompareRoom } from './useCompareRoom.ts'

/** Binds what can be done with two recordings by key. Moving them is the player's, and so is choosing one. */
export function useCompareShortcuts(
  { comparison }: CompareRoom,
  { mark, clear, toggleLink }: CompareCommands,
  { swap, replace, copy }: { swap: () => void; replace: () => void; copy: Shortcut },
): void {
  useShortcuts(
    useMemo((): ShortcutGroup => {
      const chosen = () => comparison.get().steered
      return {
        title: text.shortcutGroup,
        shortcuts: [
          { keys: ['e'], label: text.markKey.first, run: () => mark(chosen(), 'first') },
          { keys: ['Shift+e'], label: text.markKey.second, run: () => mark(chosen(), 'second') },
          { keys: ['q'], label: text.clearKey, run: () => clear(chosen()) },
          { keys: ['y'], label: text.linkKey, run: toggleLink },
          { keys: ['x'], label: text.swapKey, run: swap },
          { keys: ['o'], label: text.replaceKey, run: replace },
          copy,
        ],
      }
    }, [comparison, mark, clear, toggleLink, swap, replace, copy]),
  )
}

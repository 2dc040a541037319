import { useMemo } from 'react'
import type { RefObject } from 'react'
import { comparePlayerText as text } from '../messages/comparePlayer.ts'
import { useShortcuts } from '../ui/shortcuts.ts'
import type { ShortcutGroup } from '../ui/shortcuts.ts'
import type { Which } from './comparedFilms.ts'
import { useLatest } from './useLatest.ts'

/** Binds the keys that choose one of two films. */
export function useSteeringShortcuts(root: RefObject<Element | null>, onSteer: (which: Which) => void): void {
  const latest = useLatest(onSteer)
  const group = useMemo(
    (): ShortcutGroup => ({
      title: text.shortcutGroup,
      within: () => root.current,
      shortcuts: [
        { keys: ['1'], label: text.actions.steerFirst, run: () => latest()('first') },
        { keys: ['2'], label: text.actions.steerSecond, run: () => latest()('second') },
      ],
    }),
    [root, latest],
  )
  useShortcuts(group)
}

import { useMemo } from 'react'
import type { RefObject } from 'react'
import { lanesText as text } from '../../messages/lanes.ts'
import { useShortcuts } from '../../ui/shortcuts.ts'
import type { ShortcutGroup } from '../../ui/shortcuts.ts'
import type { Clock } from '../clock.ts'
import { moved, spanOf, zoomed } from './timeView.ts'
import type { LaneView } from './timeView.ts'

/** A press shows half as much time, or twice as much. */
const ZOOM = 0.5
/** An arrow key moves the view by this share of it. */
const PAN = 0.2

/** Zooms around the play head where it can be seen, else around the middle. */
export function zoomView(view: LaneView, clock: Clock, direction: 'in' | 'out'): void {
  const { from, to } = view.get()
  const seen = clock.time >= from && clock.time <= to
  view.show(zoomed(view.get(), direction === 'in' ? ZOOM : 1 / ZOOM, seen ? clock.time : (from + to) / 2))
}

/** Binds the keys of the lanes while the focus is in them. */
export function useLaneKeys(root: RefObject<HTMLElement | null>, view: LaneView, clock: Clock): void {
  const group = useMemo((): ShortcutGroup => {
    // With the focus nowhere in particular, keys are the player's or nobody's.
    const here = () => root.current?.contains(document.activeElement) === true
    const zoom = (direction: 'in' | 'out') => {
      if (!here()) return false
      zoomView(view, clock, direction)
      return true
    }
    const showWhole = () => {
      if (!here()) return false
      view.show(view.whole())
      return true
    }
    const pan = (direction: -1 | 1) => {
      if (!here() || view.isWhole()) return false
      view.show(moved(view.get(), direction * PAN * spanOf(view.get())))
      return true
    }
    return {
      title: text.shortcutGroup,
      within: () => root.current,
      shortcuts: [
        { keys: ['+', '='], label: text.actions.zoomIn, repeats: true, run: () => zoom('in') },
        { keys: ['-'], label: text.actions.zoomOut, repeats: true, run: () => zoom('out') },
        { keys: ['0'], label: text.actions.whole, run: showWhole },
        { keys: ['ArrowLeft'], label: text.actions.earlier, repeats: true, run: () => pan(-1) },
        { keys: ['ArrowRight'], label: text.actions.later, repeats: true, run: () => pan(1) },
      ],
    }
  }, [root, view, clock])
  useShortcuts(group)
}

import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { Clock } from './clock.ts'

/** One value of a clock: the component renders again only when that value changes. */
export function usePlayback<C extends Clock, Value>(clock: C, read: (clock: C) => Value): Value {
  const subscribe = useCallback((listener: () => void) => clock.subscribe(listener), [clock])
  return useSyncExternalStore(subscribe, () => read(clock))
}

/**
 * For what follows the play head: `draw` writes to the page itself, so that a frame costs no React render. It must
 * keep its identity as long as it draws the same thing.
 */
export function useDraw<C extends Clock>(clock: C, draw: (clock: C) => void): void {
  useEffect(() => {
    draw(clock)
    return clock.subscribe(() => draw(clock))
  }, [clock, draw])
}

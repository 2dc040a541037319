import { useEffect, useSyncExternalStore } from 'react'
import type { Playback } from './playback.ts'

/** One value of the playback: the component renders again only when that value changes. */
export function usePlayback<Value>(playback: Playback, read: (playback: Playback) => Value): Value {
  return useSyncExternalStore(playback.subscribe, () => read(playback))
}

/**
 * For what follows the play head: `draw` writes to the page itself, so that a frame costs no React render. It must
 * keep its identity as long as it draws the same thing.
 */
export function useDraw(playback: Playback, draw: (playback: Playback) => void): void {
  useEffect(() => {
    draw(playback)
    return playback.subscribe(() => draw(playback))
  }, [playback, draw])
}

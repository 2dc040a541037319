import { useSyncExternalStore } from 'react'

/** Below this the session page is one column; the style sheets of the page and of the player say the same. */
export const NARROW = '(max-width: 899px)'

/** Whether a media query matches, followed as the window changes. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    () => matchMedia(query).matches,
  )
}

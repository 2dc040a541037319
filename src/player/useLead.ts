import type { Which } from './comparedFilms.ts'
import type { Playback } from './playback.ts'
import { usePlayback } from './usePlayback.ts'

/** Which of two recordings the controls move, and whether the other one follows it. */
export type Lead = { readonly steered: Which; readonly leads: boolean; readonly hasFailed: boolean }

/** Linked, the first leads, unless it has failed: then the second is moved alone. */
export function useLead(first: Playback, linked: boolean, chosen: Which): Lead {
  const hasFailed = usePlayback(first, hasFailedNow)
  if (!linked) return { steered: chosen, leads: false, hasFailed: false }
  return { steered: hasFailed ? 'second' : 'first', leads: !hasFailed, hasFailed }
}

export const hasFailedNow = ({ state }: Playback): boolean => state.kind === 'failed'

import { useEffect, useRef } from 'react'
import type { Alignment } from '../domain/alignment.ts'
import type { Which } from './comparedFilms.ts'
import { followInPhase } from './inPhase.ts'
import type { Following } from './inPhase.ts'
import type { Playback } from './playback.ts'

/** Keeps two films in phase while they are linked; unlinked, the one that is not steered stands. */
export function useFilmsInPhase(
  first: Playback,
  second: Playback,
  alignment: Alignment,
  linked: boolean,
  steered: Which,
): void {
  const aligned = useRef(alignment)
  const following = useRef<Following | null>(null)
  useEffect(() => {
    aligned.current = alignment
    following.current?.keep()
  }, [alignment])
  useEffect(() => {
    if (!linked) return
    second.setMuted(true)
    const begun = followInPhase(first, second, () => aligned.current)
    following.current = begun
    return () => {
      begun.end()
      following.current = null
    }
  }, [first, second, linked])
  useEffect(() => {
    if (linked) return
    const standing = steered === 'first' ? second : first
    if (standing.playing) standing.pause()
  }, [first, second, linked, steered])
}

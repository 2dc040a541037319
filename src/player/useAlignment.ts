import { useMemo } from 'react'
import { align, alignedAt } from '../domain/alignment.ts'
import type { Alignment, EventPair } from '../domain/alignment.ts'
import { stepTarget } from './frames.ts'
import type { Playback } from './playback.ts'
import { usePlayback } from './usePlayback.ts'

/**
 * How two recordings that are played belong together. Events (s of each) are laid on the middles of the pictures they
 * lie in, so that both films show just these pictures at them, whatever frame rates they have.
 */
export function useAlignment(
  first: Playback,
  second: Playback,
  events: EventPair,
  other: EventPair,
  sameRate = 1,
): Alignment {
  const [start, otherStart] = [useMiddle(first, 0), useMiddle(second, 0)]
  const [pair, otherPair] = [useMiddles(first, events), useMiddles(second, other)]
  return useMemo(() => {
    if (alignedAt(pair, otherPair) !== 'beginning') return align(pair, otherPair, sameRate)
    return { anchor: start ?? 0, otherAnchor: otherStart ?? 0, rate: sameRate }
  }, [pair, otherPair, start, otherStart, sameRate])
}

/** The middles of the pictures that both events of a recording lie in: what is made of them goes by these. */
export function useMiddles(playback: Playback, events: EventPair): EventPair {
  const [first, second] = [useMiddle(playback, events.first), useMiddle(playback, events.second)]
  return useMemo(() => ({ first, second }), [first, second])
}

/** The middle of the picture at a time (s); the time itself while the film is not known. */
const useMiddle = (playback: Playback, time: number | null): number | null =>
  usePlayback(playback, ({ frames, duration }) =>
    time === null || duration === 0 ? time : stepTarget(frames, time, 0, duration),
  )

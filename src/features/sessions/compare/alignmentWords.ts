import { alignedAt } from '../../../domain/alignment.ts'
import type { Alignment, EventPair } from '../../../domain/alignment.ts'
import { compareText as text } from '../../../messages/compare.ts'
import { formatRate } from '../../../player/timing.ts'
import type { Which } from '../../../player/comparedFilms.ts'
import { BOTH } from './compared.ts'

/** Rates are read to two decimals. */
const SEEN_RATE = 0.005

/** How two recordings are laid over each other, in words. */
export function alignmentWords(events: Readonly<Record<Which, EventPair>>, { rate }: Alignment): string {
  const aligned = text.alignedAt[alignedAt(events.first, events.second)]
  return Math.abs(rate - 1) < SEEN_RATE ? text.sameSpeed(aligned) : text.playsAt(aligned, formatRate(rate))
}

/** Whose second event is not after its first, and so cannot be used. */
export const notInOrder = (events: Readonly<Record<Which, EventPair>>): readonly Which[] =>
  BOTH.filter((which) => {
    const { first, second } = events[which]
    return first !== null && second !== null && second <= first
  })

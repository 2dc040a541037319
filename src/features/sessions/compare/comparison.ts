import { NO_EVENTS } from '../../../domain/alignment.ts'
import type { EventPair } from '../../../domain/alignment.ts'
import type { Which } from '../../../player/comparedFilms.ts'
import { readCompareAddress } from './compareAddress.ts'
import type { CompareAddress } from './compareAddress.ts'

/** How two recordings are laid over each other by whoever looks at them. */
export type Comparison = CompareAddress & {
  /** The one that keys mark events in, and that the controls move while the two are not linked. */
  readonly steered: Which
}

/** A comparison that is changed outside of what draws it: by keys, by the address, by the second's film. */
export type ComparisonStore = {
  get: () => Comparison
  change: (change: Partial<Comparison>) => void
  subscribe: (listener: () => void) => () => void
}

/** Begins as the search part of an address says. */
export function createComparison(search: string): ComparisonStore {
  let present: Comparison = { ...readCompareAddress(search), steered: 'first' }
  const listeners = new Set<() => void>()
  return {
    get: () => present,
    change: (change) => {
      present = { ...present, ...change }
      for (const listener of [...listeners]) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Which of a recording's two moments. */
export type Slot = keyof EventPair

/** A time (s of its recording) as one of the marked events; null clears it. */
export const withEventAt = (
  { events }: Pick<Comparison, 'events'>,
  which: Which,
  slot: Slot,
  time: number | null,
): Pick<Comparison, 'events'> => ({ events: { ...events, [which]: { ...events[which], [slot]: time } } })

/** Without the marked events of one recording. */
export const withoutEventsOf = (
  { events }: Pick<Comparison, 'events'>,
  which: Which,
): Pick<Comparison, 'events'> => ({ events: { ...events, [which]: NO_EVENTS } })

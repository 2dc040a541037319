/** Two events marked in one recording, such as a foot strike and the next one; seconds of the recording. */
export type EventPair = { readonly first: number | null; readonly second: number | null }

/** Where nothing is marked. */
export const NO_EVENTS: EventPair = { first: null, second: null }

/**
 * How the times of two recordings belong together: `anchor` of the first is `otherAnchor` of the second (s of each), and
 * from there the second goes `rate` times as fast as the first.
 */
export type Alignment = { readonly anchor: number; readonly otherAnchor: number; readonly rate: number }

/** Whether the events of one recording can be used together: the second one after the first. */
const inOrder = ({ first, second }: EventPair): boolean => first !== null && second !== null && second > first

/** What two recordings are laid over each other by: both events, the one that both have, or their beginning. */
export function alignedAt(events: EventPair, other: EventPair): 'both' | 'first' | 'second' | 'beginning' {
  if (inOrder(events) && inOrder(other)) return 'both'
  if (events.first !== null && other.first !== null) return 'first'
  return events.second !== null && other.second !== null ? 'second' : 'beginning'
}

/**
 * Lays two recordings over each other. Where both have both events these coincide; where both have one of them they
 * meet there; else where they begin. `sameRate` is what makes both move at the speed of life where nothing else says:
 * the second's capture factor over the first's.
 */
export function align(events: EventPair, other: EventPair, sameRate = 1): Alignment {
  const at = alignedAt(events, other)
  if (at === 'beginning') return { anchor: 0, otherAnchor: 0, rate: sameRate }
  const event = at === 'second' ? 'second' : 'first'
  const length = ({ first, second }: EventPair) => (second ?? 0) - (first ?? 0)
  return {
    anchor: events[event] ?? 0,
    otherAnchor: other[event] ?? 0,
    rate: at === 'both' ? length(other) / length(events) : sameRate,
  }
}

/** The time (s) of the second recording that belongs to one of the first; it may lie outside the second. */
export const otherTime = ({ anchor, otherAnchor, rate }: Alignment, time: number): number =>
  otherAnchor + (time - anchor) * rate

/** The time (s) of the first recording that belongs to one of the second; it may lie outside the first. */
export const firstTime = ({ anchor, otherAnchor, rate }: Alignment, time: number): number =>
  anchor + (time - otherAnchor) / rate

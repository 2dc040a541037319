/** A moment of the movement that somebody marked, such as a take-off. `time` in seconds of the recording. */
export type SessionEvent = { readonly id: string; readonly name: string; readonly time: number }

/** Characters of a name. */
export const LONGEST_EVENT_NAME = 60

/** Of one session: a long run has some hundred steps. */
export const MOST_EVENTS = 500

/** In the order of their times. */
export const inOrderOfTime = (events: readonly SessionEvent[]): readonly SessionEvent[] =>
  [...events].sort((a, b) => a.time - b.time)

/** The last event at a time (s) or before it; null when there is none. Times of one picture count as the same. */
export function eventAtOrBefore(events: readonly SessionEvent[], time: number): SessionEvent | null {
  return inOrderOfTime(events).findLast((event) => event.time <= time + 1e-4) ?? null
}

/** A name as it is kept: one line; empty when nothing of it can be seen. */
export const cleanEventName = (name: string): string =>
  [...name.replace(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, LONGEST_EVENT_NAME).join('')

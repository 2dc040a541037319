import type { EventPair } from '../../../domain/alignment.ts'
import { compareText as text } from '../../../messages/compare.ts'
import type { TimelineMark } from '../../../player/clock.ts'

/** The marked events (s) of a recording on its timeline, by their names in the comparison. */
export const eventMarks = (events: EventPair): readonly TimelineMark[] =>
  (['first', 'second'] as const).flatMap((slot): TimelineMark[] => {
    const time = events[slot]
    if (time === null) return []
    return [{ id: `compare-${slot}`, kind: 'event', label: text.slot[slot], time, end: null }]
  })

/** A recording's marks with its marked events, in order; a stored event that is one of them goes by that name. */
export function withEvents(marks: readonly TimelineMark[], events: EventPair): readonly TimelineMark[] {
  const marked = eventMarks(events)
  const others = marks.filter(
    ({ kind, time }) => kind !== 'event' || !marked.some((mark) => Math.abs(mark.time - time) < 1e-6),
  )
  return [...others, ...marked].sort((a, b) => a.time - b.time)
}

import { otherTime } from '../../../domain/alignment.ts'
import type { Alignment } from '../../../domain/alignment.ts'
import { writeMomentAddress } from '../film/moment.ts'
import type { Moment } from '../film/moment.ts'
import { writeCompareAddress } from './compareAddress.ts'
import type { CompareAddress } from './compareAddress.ts'

/** The search part of a comparison at a moment of its first recording. */
export const searchOf = (moment: Moment, comparison: CompareAddress): string =>
  writeCompareAddress(writeMomentAddress('', moment), comparison)

/** The same with another second recording: what was marked in the one that goes is of no use. */
export const searchWithoutSecond = (moment: Moment, { events: { first } }: CompareAddress): string =>
  searchOf(moment, { events: { first, second: { first: null, second: null } }, free: null })

/**
 * The search part with both recordings in each other's place: both show what they showed, and the loop goes over the same
 * movement, at the speed chosen. `time` is where the second stands (s).
 */
export function searchSwapped(
  { time: firstAt, rate, loop }: Moment,
  time: number,
  { events, free }: CompareAddress,
  alignment: Alignment,
): string {
  const moved = (at: number | null) => (at === null ? null : Math.max(0, otherTime(alignment, at)))
  const moment = { time, rate, loop: { start: moved(loop.start), end: moved(loop.end) } }
  return searchOf(moment, {
    events: { first: events.second, second: events.first },
    free: free === null ? null : firstAt,
  })
}

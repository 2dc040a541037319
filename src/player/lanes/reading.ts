import { endOfFrame } from '../../domain/bands.ts'
import type { Trace } from '../../domain/lanes.ts'
import type { Clock } from '../clock.ts'
import { lastBegun, ROUNDING } from '../frames.ts'

/**
 * Index of the frame at `time` (s): the one that began last. -1 before the first and once the last one is over.
 * `timestamps` are the frames' beginnings, ascending.
 */
export function indexAt(timestamps: readonly number[], time: number): number {
  const index = lastBegun(timestamps, time)
  // How long a single frame lasts is not known.
  const isLast = index > 0 && index === timestamps.length - 1
  return isLast && time + ROUNDING >= endOfFrame(timestamps, index) ? -1 : index
}

/** Beginnings no further apart than this share of a frame are one, rounded by whoever wrote them. */
const SAME = 0.2

/** A film's end this many frames from that of the series is the same end. */
const SAME_END = 2

/** Index of the frame whose picture is on the screen; -1 where the series has none for it. */
export function frameShown(
  timestamps: readonly number[],
  { pictureTime, duration }: Pick<Clock, 'pictureTime' | 'duration'>,
): number {
  const lengthOf = (index: number) => endOfFrame(timestamps, index) - (timestamps[index] ?? 0)
  const last = timestamps.length - 1
  const endsApart = Math.abs(duration - endOfFrame(timestamps, last))
  // At the very end no picture begins: the last one still stands.
  if (duration > 0 && pictureTime >= duration && endsApart < SAME_END * lengthOf(last)) return last
  return frameWith(timestamps, pictureTime)
}

/** Index of the frame that begins with a time (s), however the two are rounded, or that has begun last; -1 outside. */
export function frameWith(timestamps: readonly number[], time: number): number {
  const about = Math.max(0, lastBegun(timestamps, time))
  const length = endOfFrame(timestamps, about) - (timestamps[about] ?? 0)
  return indexAt(timestamps, time + SAME * length)
}

/** When that frame begins (s), by the clock of the series where that has it. */
export const momentShown = (
  timestamps: readonly number[],
  clock: Pick<Clock, 'pictureTime' | 'duration'>,
): number => timestamps[frameShown(timestamps, clock)] ?? clock.pictureTime

/** Where a trace is lowest and highest; null for one without values. Indices into its values. */
export function extremesOf({ values }: Trace): { least: number; greatest: number } | null {
  let least = -1
  let greatest = -1
  values.forEach((value, index) => {
    if (value === null) return
    if (least < 0 || value < (values[least] ?? 0)) least = index
    if (greatest < 0 || value > (values[greatest] ?? 0)) greatest = index
  })
  return least < 0 ? null : { least, greatest }
}

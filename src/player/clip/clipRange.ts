import type { FrameGrid } from '../frames.ts'
import { lastBegun } from '../frames.ts'
import type { Loop } from '../loop.ts'

/** Pictures `first` to `last` of a film, both of them in it, counted from 0; `start` and `end` in seconds. */
export type ClipRange = {
  readonly first: number
  readonly last: number
  /** When the first picture begins. */
  readonly start: number
  /** When the last picture is over. */
  readonly end: number
}

/**
 * The pictures of a loop: from the one its start lies in to the one its end lies in, which is the last that is shown
 * before it goes back. Null where it does not have both ends.
 */
export function rangeOfLoop(loop: Loop, frames: FrameGrid, duration: number): ClipRange | null {
  if (loop.start === null || loop.end === null || duration === 0) return null
  const first = frames.frameAt(loop.start)
  const last = frames.frameAt(loop.end)
  return { first, last, start: frames.begins(first), end: Math.min(frames.begins(last + 1), duration) }
}

/**
 * The same pictures by a file's own index, whose pictures begin at `times` and of which the last is over at `end` (s).
 * `sameCount` where both count the same pictures: browsers shift the clock of some files by part of a frame. Else the
 * pictures that stand at the middle of the first and of the last.
 */
export function rangeInFile(
  range: ClipRange,
  frames: FrameGrid,
  times: readonly number[],
  end: number,
  sameCount: boolean,
): ClipRange {
  const middle = (frame: number) => (frames.begins(frame) + frames.begins(frame + 1)) / 2
  const place = (frame: number) => (sameCount ? frame : lastBegun(times, middle(frame)))
  const within = (frame: number) => Math.min(Math.max(0, frame), times.length - 1)
  const [first, last] = [within(place(range.first)), within(place(range.last))]
  return { first, last, start: times[first] ?? 0, end: times[last + 1] ?? end }
}

/** How many pictures a range holds. */
export const picturesOf = ({ first, last }: ClipRange): number => last - first + 1

import type { TimelineMark } from './clock.ts'
import { frameNearest } from './frames.ts'
import type { Playback } from './playback.ts'

type Place = Pick<Playback, 'frames' | 'frame'>

/** The first mark in a picture after the one on the screen; null where there is none. Marks are in the order of time. */
export const nextMark = (marks: readonly TimelineMark[], { frames, frame }: Place): TimelineMark | null =>
  marks.find((mark) => frameOf(mark, frames) > frame) ?? null

/** The last mark in a picture before the one on the screen; null where there is none. */
export const previousMark = (marks: readonly TimelineMark[], { frames, frame }: Place): TimelineMark | null =>
  marks.findLast((mark) => frameOf(mark, frames) < frame) ?? null

/** Goes where a mark begins. */
export function goToMark(playback: Playback, { kind, time }: TimelineMark): void {
  if (kind === 'segment') playback.seekPicture(time)
  else playback.seek(time)
}

/** A part of the recording begins with a picture, by the analysis' clock; other marks lie where somebody put them. */
const frameOf = ({ kind, time }: TimelineMark, frames: Place['frames']): number =>
  kind === 'segment' ? frameNearest(frames, time) : frames.frameAt(time)

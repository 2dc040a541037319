/** Seconds per frame while nothing better is known: most phones and cameras write 30 frames a second. */
export const ASSUMED_INTERVAL = 1 / 30

/**
 * Times this close before a frame (s) belong to it: browsers' media clocks keep microseconds, so that frame 79 of 30
 * a second, sought at 79/30, reads back as 2.633333.
 */
export const ROUNDING = 1e-6

/** When each picture of a video begins. Frames are counted from 0, times are seconds of the video. */
export type FrameGrid = {
  /** At least one. */
  readonly count: number
  /** Seconds per frame; of a variable rate the median. */
  readonly interval: number
  /** The frame shown at a time, never past the last one. */
  frameAt(time: number): number
  /** When a frame begins; that of the frame after the last one is the end. */
  begins(frame: number): number
}

/** Frames that all last `interval` seconds. */
export function constantFrames(interval: number, duration: number): FrameGrid {
  const count = Math.max(1, Math.round(duration / interval))
  return {
    count,
    interval,
    frameAt: (time) => clamp(Math.floor((time + ROUNDING) / interval), count),
    begins: (frame) => frame * interval,
  }
}

/** Frames that begin at these times (ascending, at least one), whatever the distance between them. */
export function listedFrames(times: readonly number[], duration: number): FrameGrid {
  const { interval } = spreadOf(gapsOf(times)) ?? { interval: ASSUMED_INTERVAL }
  const last = times.at(-1) ?? 0
  return {
    count: times.length,
    interval,
    frameAt: (time) => clamp(lastBegun(times, time), times.length),
    begins: (frame) => times[frame] ?? Math.max(duration, last + interval),
  }
}

/**
 * The time (s) to seek to for the picture `frames` after (negative: before) the one at `time`. It is the middle of
 * that frame, so that rounding in the file or the browser cannot land on a neighbour, and n on and n back is the
 * same picture.
 */
export function stepTarget(grid: FrameGrid, time: number, frames: number, duration: number): number {
  const frame = clamp(grid.frameAt(time) + frames, grid.count)
  return Math.min((grid.begins(frame) + grid.begins(frame + 1)) / 2, duration)
}

/** The frame that begins at a time, however the two are rounded. */
export function frameNearest(grid: FrameGrid, time: number): number {
  const frame = grid.frameAt(time)
  const isNextNearer = grid.begins(frame + 1) - time < Math.abs(time - grid.begins(frame))
  return isNextNearer ? Math.min(frame + 1, grid.count - 1) : frame
}

/** The time (s) to seek to so that the picture that begins at `begins` is shown: the middle of its frame. */
export const pictureTarget = (grid: FrameGrid, begins: number, duration: number): number =>
  stepTarget(grid, grid.begins(frameNearest(grid, begins)), 0, duration)

/** The time (s) of the picture shown at `time`: when its frame begins. At the very end, the end. */
export function pictureTime(grid: FrameGrid, time: number, duration: number): number {
  return time >= duration ? time : Math.min(time, grid.begins(grid.frameAt(time)))
}

/** Frame rates of a video in frames per second: one, or from the slowest to the fastest. */
export type FrameRates = { readonly least: number; readonly most: number; readonly median: number }

/** Gaps within this share of the median are one rate: clocks of containers round to a millisecond at worst. */
const SAME_RATE = 0.04

/** What the distances (s) between neighbouring frames say; one rate has least = most. Null without a distance. */
export function ratesOf(gaps: readonly number[]): FrameRates | null {
  const spread = spreadOf(gaps)
  if (!spread) return null
  const { interval, shortest, longest } = spread
  const median = 1 / interval
  const isConstant = longest <= interval * (1 + SAME_RATE) && shortest >= interval * (1 - SAME_RATE)
  return isConstant
    ? { least: median, most: median, median }
    : { least: 1 / longest, most: 1 / shortest, median }
}

/** Seconds from each frame to the next. */
export const gapsOf = (times: readonly number[]): number[] =>
  times.slice(1).map((time, index) => time - (times[index] ?? 0))

/** The median gap and those at the 5th and 95th of a hundred, so that one dropped frame is no frame rate. */
function spreadOf(gaps: readonly number[]) {
  const sorted = gaps.filter((gap) => gap > 0).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  if (sorted.length === 0) return null
  const interval = sorted[Math.floor(sorted.length / 2)] ?? 0
  return { interval, shortest: at(0.05), longest: at(0.95) }
}

/** Index of the last of these ascending times (s) that has begun at `time`; -1 before the first. */
export function lastBegun(times: readonly number[], time: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((times[middle] ?? Infinity) <= time + ROUNDING) low = middle + 1
    else high = middle
  }
  return low - 1
}

const clamp = (frame: number, count: number) => Math.min(Math.max(0, frame), count - 1)

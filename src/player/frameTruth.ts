import { ASSUMED_INTERVAL, constantFrames, frameNearest, gapsOf, listedFrames, ratesOf } from './frames.ts'
import type { FrameGrid, FrameRates } from './frames.ts'

/** Where the frames are known from, the most certain first. */
export type FrameSource = 'typed' | 'file' | 'analysis' | 'measured' | 'assumed'

/** What is told or was seen of a video's frames. Times and distances in seconds. */
export type FrameEvidence = {
  duration: number
  /** Frames a second as somebody typed them. */
  typed: number | null
  /** When each frame begins, by the file's own index. */
  file: readonly number[]
  /** The same as the analysis has it. */
  analysis: readonly number[]
  /** Distances of frames that were seen to follow each other, and when frames that were seen begin. */
  gaps: readonly number[]
  seen: readonly number[]
}

export type FrameTruth = {
  readonly grid: FrameGrid
  readonly source: FrameSource
  readonly rates: FrameRates
}

/**
 * The frames of a video, by the best there is: what a person typed, the file's index, the analysis where it agrees
 * with what the browser showed, what was measured while playing, and 30 a second.
 */
export function toFrameTruth(evidence: FrameEvidence): FrameTruth {
  const { duration, typed, file, analysis, gaps, seen } = evidence
  if (typed !== null) return constant('typed', 1 / typed, duration)
  const shown = onBrowserClock(file, seen)
  const count = duration > 0 ? shown.findLastIndex((time) => time < duration) + 1 : shown.length
  const within = count === shown.length ? shown : shown.slice(0, count)
  if (within.length > 1) return { source: 'file', ...listOf(within, duration) }
  if (analysis.length > 1 && isAscending(analysis) && agrees(analysis, seen, duration))
    return { source: 'analysis', ...listOf(analysis, duration) }
  const measured = ratesOf(gaps)
  if (!measured) return constant('assumed', ASSUMED_INTERVAL, duration)
  return { ...constant('measured', 1 / measured.median, duration), rates: measured }
}

/** Times may differ by this share of a frame: they are rounded differently by whoever wrote them. */
const TOLERANCE = 0.3

/** Whether the frames that were seen begin where the list says, and the list reaches to the end of the video. */
function agrees(times: readonly number[], seen: readonly number[], duration: number): boolean {
  const { grid } = listOf(times, duration)
  const end = (times.at(-1) ?? 0) + grid.interval
  if (duration > 0 && Math.abs(end - duration) > Math.max(2 * grid.interval, 0.02 * duration)) return false
  return seen.every(
    (time) => Math.abs(grid.begins(frameNearest(grid, time)) - time) <= grid.interval * TOLERANCE,
  )
}

/** Clocks that run together differ by no more than their rounding (s). */
const SAME_CLOCK = 0.002

/**
 * A file's times on the browser's clock. Where an edit list begins between two frames, browsers move the pictures by
 * part of a frame (seen in Chromium 156 with a film cut without re-encoding); by how much is read from those seen.
 */
function onBrowserClock(times: readonly number[], seen: readonly number[]): readonly number[] {
  if (times.length < 2 || seen.length === 0) return times
  const { grid } = listOf(times, 0)
  const shifts = seen.map((time) => time - grid.begins(frameNearest(grid, time))).sort((a, b) => a - b)
  const [least = 0, most = 0] = [shifts[0], shifts.at(-1)]
  const shift = shifts[Math.floor(shifts.length / 2)] ?? 0
  if (most - least > SAME_CLOCK || Math.abs(shift) < SAME_CLOCK) return times
  return times.map((time) => time + shift)
}

function constant(source: FrameSource, interval: number, duration: number): FrameTruth {
  const rate = 1 / interval
  return {
    source,
    grid: constantFrames(interval, duration),
    rates: { least: rate, most: rate, median: rate },
  }
}

const isAscending = (times: readonly number[]) =>
  times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0))

type FrameList = Pick<FrameTruth, 'grid' | 'rates'> & { readonly duration: number }

/** What was made of a list of times: half an hour's is not sorted anew with each picture. */
const made = new WeakMap<readonly number[], FrameList>()

/** Frames that begin at these times (s), and the rates their distances tell of. */
function listOf(times: readonly number[], duration: number): Pick<FrameTruth, 'grid' | 'rates'> {
  let list = made.get(times)
  if (list?.duration !== duration) {
    const rate = 1 / ASSUMED_INTERVAL
    const rates = ratesOf(gapsOf(times)) ?? { least: rate, most: rate, median: rate }
    list = { grid: listedFrames(times, duration), rates, duration }
    made.set(times, list)
  }
  return { grid: list.grid, rates: list.rates }
}

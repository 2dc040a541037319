import { summarize } from './metrics.ts'
import { hasMetrics } from './processing.ts'
import { possibleRange } from './plausibility.ts'
import type { Session } from './session.ts'

/** How many of the athlete's earlier sessions are compared with, and how few are too few to say anything. */
export const MOST_EARLIER = 10
export const LEAST_EARLIER = 3

/**
 * From which modified z-score on a value is unusual, by the number of earlier values. Iglewicz & Hoaglin (1993) propose
 * 3.5 for outliers among many; beside few values of ordinary scatter that calls 14 in 100 ordinary values unusual at
 * four and 3 in 100 at ten. With these limits it is 1 in 100 of normally distributed values: our own computation, which
 * the test repeats; what lies among the earlier values is left out of it. Three values tell nothing of that kind.
 *
 * Iglewicz B, Hoaglin DC (1993) How to detect and handle outliers. ASQC Quality Press, Milwaukee.
 */
export const UNUSUAL_FROM: ReadonlyMap<number, number> = new Map([
  [4, 14.4],
  [5, 12.5],
  [6, 7.4],
  [7, 7],
  [8, 5.5],
  [9, 5.3],
  [10, 4.7],
])

/** Differences smaller than this share of the median are those of rounding, not of the athlete. */
const ROUNDING = 1e-9

/** Makes the median absolute deviation, or the mean one, comparable with a standard deviation. */
const OF_MEDIAN_DEVIATION = 0.6745
const OF_MEAN_DEVIATION = 1 / 1.253314

/** An athlete's usual value of a metric, in the metric's unit. */
export type Baseline = {
  /** Oldest first; at most ten. */
  readonly values: readonly number[]
  readonly median: number
  /** Median absolute deviation from the median. */
  readonly spread: number
  /** Modified z-score of the value it is compared with; null where all earlier values are the same. */
  readonly score: number | null
  /** From which score on a value is unusual; null where there are too few to tell. */
  readonly limit: number | null
  /** Whether the value it is compared with is unusual for this athlete, and to which side. */
  readonly unusual: 'high' | 'low' | null
}

/** One number for a session: the average where there are several. Null where it is missing or cannot be. */
export function sessionValue({ activity, metrics }: Session, name: string): number | null {
  const value = metrics.find((metric) => metric.name === name)?.value
  const numbers = value?.kind === 'number' ? [value.value] : value?.kind === 'perSegment' ? value.values : []
  const possible = possibleRange(activity, name)
  const summary = summarize(numbers)
  if (!summary || (possible && (summary.min < possible.min || summary.max > possible.max))) return null
  return summary.average
}

/**
 * Whether `other` is what a session is compared with: the same athlete's, of the same activity and exercise, recorded
 * before it, and measured.
 */
export function isEarlier(session: Session, other: Session): boolean {
  return (
    other.id !== session.id &&
    other.athlete.id === session.athlete.id &&
    other.activity === session.activity &&
    other.exercise === session.exercise &&
    session.recordedAt !== null &&
    other.recordedAt !== null &&
    other.recordedAt < session.recordedAt &&
    hasMetrics(other)
  )
}

/** What is usual by the earlier values, oldest first, and whether `value` is not. Null where they are too few. */
export function baselineOf(value: number, earlier: readonly number[]): Baseline | null {
  const values = earlier.slice(-MOST_EARLIER)
  if (values.length < LEAST_EARLIER) return null
  const median = medianOf(values)
  const spread = medianOf(values.map((each) => Math.abs(each - median)))
  const score = modifiedScore(value, values, median, spread)
  const limit = UNUSUAL_FROM.get(values.length) ?? null
  const isUnusual = limit !== null && score !== null && Math.abs(score) > limit && !isWithin(value, values)
  return { values, median, spread, score, limit, unusual: isUnusual ? (score > 0 ? 'high' : 'low') : null }
}

/**
 * The modified z-score of Iglewicz & Hoaglin (1993): 0.6745 (x − median) / MAD. Where more than half of the values are
 * the same, so that the MAD is 0, the mean absolute deviation takes its place, as in IBM SPSS:
 * (x − median) / (1.253314 × mean deviation). Null where all are the same, which gives no measure of difference.
 */
function modifiedScore(
  value: number,
  values: readonly number[],
  median: number,
  spread: number,
): number | null {
  const least = Math.abs(median) * ROUNDING
  if (spread > least) return (OF_MEDIAN_DEVIATION * (value - median)) / spread
  const mean = values.reduce((sum, each) => sum + Math.abs(each - median), 0) / values.length
  return mean > least ? (OF_MEAN_DEVIATION * (value - median)) / mean : null
}

/** What the athlete has reached before, to either side, is not unusual however seldom it was. */
function isWithin(value: number, values: readonly number[]): boolean {
  const [least, greatest] = [Math.min(...values), Math.max(...values)]
  const margin = ROUNDING * Math.max(Math.abs(least), Math.abs(greatest))
  return value >= least - margin && value <= greatest + margin
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

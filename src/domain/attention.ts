import { KEY_METRICS } from './metrics.ts'
import type { Metric, MetricValue } from './metrics.ts'
import { evenRange, possibleRange, sideGap } from './plausibility.ts'
import type { Bounds } from './plausibility.ts'
import type { RecordedAt } from './recordedAt.ts'
import { daysSince, hasMetrics, stuckReason } from './processing.ts'
import type { StuckReason } from './processing.ts'
import { isActivity } from './session.ts'
import type { Session } from './session.ts'

/**
 * Why somebody should look at a session. `days` are whole days since it was recorded; values have the units of
 * metrics.ts; `segment` counts from 1 and is null for a metric that is a single number.
 */
export type AttentionReason =
  | { kind: 'failed' }
  | StuckReason
  | { kind: 'no-video'; days: number }
  | { kind: 'no-segments' }
  | { kind: 'no-metrics' }
  | ImpossibleReason
  | UnevenReason

/** The value of a metric that is furthest from what is humanly possible, `min` to `max`. */
export type ImpossibleReason = {
  kind: 'impossible'
  metric: string
  segment: number | null
  value: number
  min: number
  max: number
}

/** The most uneven value of a metric that tells left from right; `gap` is their difference in points. */
export type UnevenReason = {
  kind: 'uneven'
  metric: string
  segment: number | null
  value: number
  gap: number
}

/**
 * Everything about a session that wants looking at, what stopped it first; empty for most. `now` is the reader's
 * wall clock. What a session does not tell (status, segments, date) is unknown, and no reason.
 */
export function attentionReasons(session: Session, now: RecordedAt): AttentionReason[] {
  const reasons: AttentionReason[] = []
  if (session.status === 'failed') reasons.push({ kind: 'failed' })
  const stuck = stuckReason(session, now)
  if (stuck) reasons.push(stuck)
  if (session.status === 'completed') addMissing(reasons, session, now)
  for (const metric of session.metrics) {
    const reason = metricReason(session.activity, metric)
    if (reason) reasons.push(reason)
  }
  return reasons
}

function addMissing(reasons: AttentionReason[], session: Session, now: RecordedAt): void {
  if (session.analyzedVideoUrl === null) {
    const days = daysSince(session.recordedAt, now)
    if (days !== null) reasons.push({ kind: 'no-video', days })
  }
  // Of every activity: a mobility assessment has one segment at least, although it has no metrics.
  if (session.segments === 0) reasons.push({ kind: 'no-segments' })
  if (isActivity(session.activity) && KEY_METRICS[session.activity].length > 0 && !hasMetrics(session)) {
    reasons.push({ kind: 'no-metrics' })
  }
}

/** A metric out of its possible range says nothing about left and right any more. */
function metricReason(activity: string, { name, value }: Metric): ImpossibleReason | UnevenReason | null {
  const possible = possibleRange(activity, name)
  const impossible = possible && furthestOutside(value, possible)
  if (impossible) {
    return { kind: 'impossible', metric: name, ...impossible, min: possible.min, max: possible.max }
  }
  const even = evenRange(activity, name)
  const uneven = even && furthestOutside(value, even)
  return uneven && { kind: 'uneven', metric: name, ...uneven, gap: sideGap(uneven.value) }
}

/** The number furthest outside of the bounds and its place; null when every number is inside. */
function furthestOutside(
  value: MetricValue,
  bounds: Bounds,
): { segment: number | null; value: number } | null {
  if (value.kind === 'number') {
    return outsideBy(value.value, bounds) > 0 ? { segment: null, value: value.value } : null
  }
  if (value.kind !== 'perSegment') return null
  let furthest: { segment: number; value: number } | null = null
  let most = 0
  for (const [index, each] of value.values.entries()) {
    const distance = each === null ? 0 : outsideBy(each, bounds)
    if (each !== null && distance > most) {
      most = distance
      furthest = { segment: index + 1, value: each }
    }
  }
  return furthest
}

/** Distance to the nearer bound; 0 inside, and for what is no number at all. */
const outsideBy = (value: number, { min, max }: Bounds): number =>
  Number.isFinite(value) ? Math.max(min - value, value - max, 0) : 0

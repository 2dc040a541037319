import type { RecordedAt } from './recordedAt.ts'
import { isActivity } from './session.ts'
import type { Activity, Session } from './session.ts'

/**
 * Minutes that processing an upload usually takes. Our assumption: no document says it, and it depends on the
 * length of the videos and on the server. A site puts its own figures here.
 */
export const USUAL_PROCESSING: Record<Activity, number> = {
  Running: 3,
  Weightlifting: 2,
  'Vertical Jump': 2,
  'Mobility Assessment': 3,
}

/** More than so many times the usual time is said to be long; our choice. */
const LATE_FACTOR = 3

const MINUTE_MS = 60_000
const MINUTES_A_DAY = 24 * 60

/** Waiting or worked on for over a day, and nothing was ever measured. */
export type StuckReason = { kind: 'stuck'; status: 'queued' | 'processing'; days: number }

/** Minutes that processing a session of this activity usually takes; the longest where the activity is unknown. */
export const usualProcessing = (activity: string): number =>
  isActivity(activity) ? USUAL_PROCESSING[activity] : Math.max(...Object.values(USUAL_PROCESSING))

/** `minutes` were watched by this console, whole ones; `days` have passed since the recording. */
export type ProcessingDelay =
  | { kind: 'slow'; minutes: number; usualMinutes: number }
  | { kind: 'stuck'; days: number; usualMinutes: number }

/**
 * Why a row that is queued or processing is said to take longer than usual; null while it does not, and for every
 * other row. `seenForMs`: how long this console has itself seen it queued or processing; `now`: the reader's wall
 * clock.
 */
export function processingDelay(
  session: Session,
  seenForMs: number,
  now: RecordedAt,
): ProcessingDelay | null {
  if (session.status !== 'queued' && session.status !== 'processing') return null
  const usualMinutes = usualProcessing(session.activity)
  const stuck = stuckReason(session, now)
  if (stuck) return { kind: 'stuck', days: stuck.days, usualMinutes }
  return seenForMs > LATE_FACTOR * usualMinutes * MINUTE_MS
    ? { kind: 'slow', minutes: Math.floor(seenForMs / MINUTE_MS), usualMinutes }
    : null
}

/**
 * Whether processing never got anywhere; null when it did. A session with results is not stuck, however old: its
 * status moves again while somebody has its analyzed video made.
 */
export function stuckReason(session: Session, now: RecordedAt): StuckReason | null {
  const { status } = session
  if (status !== 'queued' && status !== 'processing') return null
  if ((session.segments ?? 0) > 0 || hasMetrics(session)) return null
  const days = daysSince(session.recordedAt, now)
  return days === null ? null : { kind: 'stuck', status, days }
}

/** One value of any kind is enough; `[]`, `[null]` and `null` are none. */
export function hasMetrics({ metrics }: Session): boolean {
  return metrics.some(({ value }) => {
    if (value.kind === 'perSegment') return value.values.some((each) => each !== null)
    return value.kind !== 'other' || value.json !== null
  })
}

/**
 * Whole days from a recorded time until now; null up to and including 24 hours, and where either cannot be read.
 * Both are wall clocks, perhaps of different zones: against UTC that is up to 14 hours, between far ends of the
 * earth 26. A day is far more than processing takes, so that within one zone nothing is named too early.
 */
export function daysSince(recordedAt: RecordedAt | null, now: RecordedAt): number | null {
  if (recordedAt === null) return null
  const minutes = minutesOf(now) - minutesOf(recordedAt)
  return minutes > MINUTES_A_DAY ? Math.floor(minutes / MINUTES_A_DAY) : null
}

/** What the clock showed, counted in minutes; NaN when it is not a time. */
const minutesOf = (at: RecordedAt): number => Date.parse(`${at.slice(0, 16)}Z`) / MINUTE_MS

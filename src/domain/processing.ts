import { stuckReason } from './attention.ts'
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

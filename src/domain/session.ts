import type { Metric } from './metrics.ts'
import type { RecordedAt } from './recordedAt.ts'

export type SourceId = string
export type SessionId = string

export const ACTIVITIES = ['Running', 'Weightlifting', 'Vertical Jump', 'Mobility Assessment'] as const
export type Activity = (typeof ACTIVITIES)[number]

export const STATUSES = ['queued', 'processing', 'completed', 'failed'] as const
export type ProcessingStatus = (typeof STATUSES)[number]

/** One sentence or paragraph of a report. `text` by language code; `''` where the source names no language. */
export type ReportComment = { key: string; text: Record<string, string> }

/** One recorded session, the same for a row and for its page. */
export type Session = {
  source: SourceId
  id: SessionId
  /** Null when the record's own date could not be read. */
  recordedAt: RecordedAt | null
  title: string
  /** As sent; `isActivity` tells the known ones. */
  activity: string
  exercise: string | null
  athlete: { id: string; name: string }
  uploadedBy: string | null
  /** State of the upload's processing; null where the source does not say. */
  status: ProcessingStatus | null
  segments: number | null
  /** Length of the recording in seconds; null where the source does not say. */
  duration: number | null
  /** What the recordings share that were made as one assessment; null for one that stands alone. */
  assessment: string | null
  videoUrl: string | null
  /** Signed and expiring; null when no analyzed video has been made yet. */
  analyzedVideoUrl: string | null
  metrics: Metric[]
  comments: ReportComment[]
  /** Fields the console does not know, kept as sent. */
  extra: Record<string, unknown>
  /** Names of fields that could not be read; empty for a sound record. */
  unreadable: string[]
}

/** Whether the upload or the analysis of a session is still under way. */
export const isBeingProcessed = ({ status }: Pick<Session, 'status'>): boolean =>
  status === 'queued' || status === 'processing'

/** What the edit dialog may change. */
export type SessionPatch = { title?: string; recordedAt?: RecordedAt }

/** A session as far as an edit writes it. */
export type Editable = Pick<Session, 'id' | 'title' | 'recordedAt'>

export const isActivity = (text: string): text is Activity => (ACTIVITIES as readonly string[]).includes(text)

export const isStatus = (text: string): text is ProcessingStatus =>
  (STATUSES as readonly string[]).includes(text)

/** The fields of `before` that `now` no longer shares, among those the edit dialog writes. */
export function editedMeanwhile(before: Editable, now: Editable): (keyof SessionPatch)[] {
  const fields: (keyof SessionPatch)[] = []
  if (before.title !== now.title) fields.push('title')
  if (before.recordedAt !== now.recordedAt) fields.push('recordedAt')
  return fields
}

import type { RecordedAt } from './recordedAt.ts'
import type { ProcessingStatus, ReportComment, Session, SessionId } from './session.ts'

/**
 * What tells two readings of a session apart: all that somebody can change, in plain and short values that a device can
 * keep. Signed addresses are no part of it: they are other ones in every answer.
 */
export type SessionVersion = {
  id: SessionId
  title: string
  recordedAt: RecordedAt | null
  activity: string
  athleteId: string
  status: ProcessingStatus | null
  segments: number | null
  /** A digest of the report comments, which can be long. */
  comments: string
  analyzed: boolean
}

export type VersionField = Exclude<keyof SessionVersion, 'id'>

const FIELDS: readonly VersionField[] = [
  'title',
  'recordedAt',
  'activity',
  'athleteId',
  'status',
  'segments',
  'comments',
  'analyzed',
]

/** A session as it was read, for comparing it with a later reading. */
export function versionOf(session: Session): SessionVersion {
  return {
    id: session.id,
    title: session.title,
    recordedAt: session.recordedAt,
    activity: session.activity,
    athleteId: session.athlete.id,
    status: session.status,
    segments: session.segments,
    comments: digestOf(session.comments),
    analyzed: session.analyzedVideoUrl !== null,
  }
}

/** The fields of `before` that `now` no longer shares; none when nothing was changed meanwhile. */
export const changedMeanwhile = (before: SessionVersion, now: SessionVersion): VersionField[] =>
  FIELDS.filter((field) => before[field] !== now[field])

/** The same for the same comments, in whatever order they come. */
function digestOf(comments: readonly ReportComment[]): string {
  const texts = comments.flatMap(({ key, text }) =>
    Object.entries(text).map(([language, words]) => JSON.stringify([key, language, words])),
  )
  return fnv1a(texts.sort().join('\n'))
}

/** FNV-1a (Fowler, Noll, Vo) of 32 bits: one change in four thousand million goes unnoticed. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}

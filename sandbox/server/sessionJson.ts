import type { SessionRow } from '../store/schema.ts'
import { recordedAt } from './dates.ts'
import type { MediaAddresses, VideoKind } from './mediaAddress.ts'

/** Sessions as the API sends them: an object keyed by id. */
export type SessionsJson = Record<string, Record<string, unknown>>

const EXPIRED_LIFE_SECONDS = -1

/** The address of one of a session's videos; that of a session made for it has always expired. */
export function videoAddress(
  addresses: MediaAddresses,
  session: SessionRow,
  kind: VideoKind,
  download = false,
): string {
  const life = session.fault === 'video address always expired' ? EXPIRED_LIFE_SECONDS : undefined
  return addresses.make({ sessionId: session.id, kind, download }, life)
}

/** One session of an answer; what is not there is left out, empty or null, as upstream mixes them. */
export function sessionJson(addresses: MediaAddresses, session: SessionRow): Record<string, unknown> {
  if (session.fault === 'unreadable record') {
    return { created_at: 42, title: null, activity: ['Running'], user_name: {}, segments: 'many', metrics: 7 }
  }
  return {
    ...session.otherFields,
    created_at: recordedAt(session.createdAt),
    title: session.title,
    activity: session.activity,
    ...(session.exercise === null ? {} : { exercise: session.exercise }),
    user_id: session.userId,
    user_name: session.userName,
    ...(session.userStatus === null ? {} : { user_status: session.userStatus }),
    uploaded_by: session.uploadedBy,
    status: session.status,
    segments: session.segments,
    video_url: videoAddress(addresses, session, 'original'),
    ...analyzedVideo(addresses, session),
    ...(session.metrics === null ? {} : { metrics: session.metrics }),
    ...(session.reportComments === null ? {} : { report_comments: session.reportComments }),
  }
}

export function sessionsJson(addresses: MediaAddresses, rows: SessionRow[]): SessionsJson {
  return Object.fromEntries(rows.map((row) => [row.id, sessionJson(addresses, row)]))
}

function analyzedVideo(
  addresses: MediaAddresses,
  session: SessionRow,
): { analyzed_video_url?: string | null } {
  if (session.analyzed) return { analyzed_video_url: videoAddress(addresses, session, 'analyzed') }
  const forms = [{}, { analyzed_video_url: '' }, { analyzed_video_url: null }]
  return forms[session.id.charCodeAt(0) % forms.length] ?? {}
}

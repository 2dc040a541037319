import type { Session, SourceId } from '../../domain/session.ts'
import { asNumber, asObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { assumptions } from './assumptions.ts'
import { readRecordedAt } from './dates.ts'

const KNOWN = [
  ...['sessionid', 'date', 's3key', 'duration', 'athleteid', 'assessmentid', 'exerciseid', 'sessionname'],
]
/** The key of a recording's series and report; kept among the unknown fields, which are kept as sent. */
const SERIES_KEY = 's3Key'

/** One row as a `Session`; null when it has no id. Never throws: what cannot be read is named in `unreadable`. */
export function mapSession(json: unknown, source: SourceId): Session | null {
  const row = asObject(json)
  const fields = row && byPlainName(row)
  const id = fields && asId(fields.get('sessionid'))
  if (!id) return null
  const unreadable: string[] = []
  const text = (name: string, plain: string): string => {
    const value = fields.get(plain)
    const read = asId(value)
    if (read === null && value !== undefined && value !== null) unreadable.push(name)
    return read ?? ''
  }
  const recordedAt = readRecordedAt(fields.get('date'))
  if (recordedAt === null) unreadable.push('Date')
  const duration = asDuration(fields.get('duration'))
  if (duration === null && ![undefined, null, ''].includes(fields.get('duration') as null))
    unreadable.push('Duration')
  const assessment = text('Assessment ID', 'assessmentid')
  const key = text(SERIES_KEY, 's3key')
  return {
    source,
    id,
    recordedAt,
    title: text('Session Name', 'sessionname'),
    activity: '',
    exercise: text('Exercise ID', 'exerciseid') || null,
    athlete: { id: text('Athlete ID', 'athleteid'), name: '' },
    uploadedBy: null,
    status: null,
    segments: null,
    duration,
    assessment: assessment === assumptions.standsAlone ? null : assessment || null,
    videoUrl: null,
    analyzedVideoUrl: null,
    metrics: [],
    comments: [],
    extra: {
      ...(key ? { [SERIES_KEY]: key } : {}),
      ...Object.fromEntries(Object.entries(row).filter(([name]) => !KNOWN.includes(plainName(name)))),
    },
    unreadable,
  }
}

/** The key under which a session's series and report are asked for. */
export function seriesKey({ extra }: Session): string | null {
  const key = extra[SERIES_KEY]
  return typeof key === 'string' ? key : null
}

const plainName = (name: string) => name.replace(/[^a-z0-9]/gi, '').toLowerCase()

/** Fields by their name without spaces and capitals: `Session ID`, `sessionId` and `session_id` are one. */
function byPlainName(row: JsonObject): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(row).map(([name, value]) => [plainName(name), value]))
}

function asId(json: unknown): string | null {
  return typeof json === 'string' ? json.trim() : typeof json === 'number' ? String(json) : null
}

/** Seconds, sent as a number or as its text. */
function asDuration(json: unknown): number | null {
  const seconds = asNumber(typeof json === 'string' && json.trim() !== '' ? Number(json) : json)
  return seconds !== null && seconds >= 0 ? seconds : null
}

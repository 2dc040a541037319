import type { Analysis } from '../../domain/analysis.ts'
import type { Membership } from '../../domain/auth.ts'
import { AppError } from '../../domain/errors.ts'
import type { Activity, Session, SessionId } from '../../domain/session.ts'
import { FILTER_NAMES } from '../../domain/source.ts'
import type { Athlete, ReportComments, SessionSource, Uploader } from '../../domain/source.ts'
import { createHttp } from '../http.ts'
import type { Http, TokenSource } from '../http.ts'
import { asObject, asText, field } from '../json.ts'
import { mapAnalysis } from './analysisMapping.ts'
import { createAnalyzedVideo } from './analyzedVideo.ts'
import { assumptions } from './assumptions.ts'
import { explainStatus } from './errors.ts'
import { createList } from './list.ts'
import { mapSession } from './sessionMapping.ts'
import { createWriter } from './writer.ts'

export type AikynetixSettings = { apiUrl: string; tokens: TokenSource; onSignedOut: () => void }

const SERIES_PATHS: Record<Activity, string> = {
  Running: '/running/sessions',
  'Vertical Jump': '/jumping/sessions',
  Weightlifting: '/weightlifting/sessions',
  'Mobility Assessment': assumptions.mobilityPath,
}

/** The session-management API as a source of sessions: full read and write. */
export function createAikynetixSource({ apiUrl, tokens, onSignedOut }: AikynetixSettings): SessionSource {
  const http = createHttp({ baseUrl: apiUrl, tokens, explain: explainStatus, onSignedOut })
  const mapping = { source: 'aikynetix', apiUrl }

  const get = (ids: SessionId[], signal?: AbortSignal): Promise<Map<SessionId, Session>> =>
    http.read({
      path: assumptions.byIdsPath,
      body: { session_ids: ids },
      signal,
      parse: (json) => {
        const answer = asObject(json)
        const records = answer && asObject(field(answer, 'sessions'))
        if (!records) throw new AppError('unavailable')
        return new Map(Object.entries(records).map(([id, record]) => [id, mapSession(id, record, mapping)]))
      },
    })

  return {
    id: 'aikynetix',
    label: 'AIKYNETIX',
    filters: new Set(FILTER_NAMES),
    facts: new Set(['activity', 'status', 'segments', 'exercise', 'uploader', 'metrics']),
    paging: 'counted',
    connection: null,
    list: createList(http, mapping),
    get,

    analysis(session: Session, signal?: AbortSignal): Promise<Analysis> {
      const path = Object.hasOwn(SERIES_PATHS, session.activity)
        ? SERIES_PATHS[session.activity as Activity]
        : null
      if (path === null) return Promise.reject(new AppError('not-found'))
      return http.read({ path: `${path}/${encodeURIComponent(session.id)}/`, signal, parse: mapAnalysis })
    },

    athletes: (signal?: AbortSignal): Promise<Athlete[]> =>
      http.read({ path: '/client-management/clients/', signal, parse: mapAthletes }),

    membership: (signal?: AbortSignal): Promise<Membership> =>
      http.read({ path: '/user-management/organization-status/', signal, parse: mapMembership }),

    uploaders: {
      list: (signal?: AbortSignal): Promise<Uploader[]> =>
        http.read({ path: '/admin-management/admins-list/', signal, parse: mapUploaders }),
    },
    comments: createComments(http),
    writer: createWriter(http, get),
    analyzedVideo: createAnalyzedVideo(http, apiUrl),
    assessments: null,
  }
}

/** What few visits need is loaded with the first call. */
function createComments(http: Http): ReportComments {
  const load = async () => (await import('./reportComments.ts')).createReportComments(http)
  return {
    canWrite: ({ activity }) => activity === 'Running',
    read: async (id, signal) => (await load()).read(id, signal),
    save: async (before, comments) => (await load()).save(before, comments),
    remove: async (before) => (await load()).remove(before),
  }
}

function mapAthletes(json: unknown): Athlete[] {
  const answer = asObject(json)
  const users = answer && field(answer, 'users')
  if (!Array.isArray(users)) throw new AppError('unavailable')
  return people(users, 'user_uid').map((person) => ({ source: 'aikynetix', ...person }))
}

function mapUploaders(json: unknown): Uploader[] {
  if (!Array.isArray(json)) throw new AppError('unavailable')
  return people(json, 'uid')
}

/** Entries without an id are left out: nothing could refer to them. */
function people(entries: unknown[], idField: string): Uploader[] {
  return entries.flatMap((entry) => {
    const person = asObject(entry)
    const id = person && asText(field(person, idField))
    if (!person || !id) return []
    const email = asText(field(person, 'email'))
    return [{ id, name: asText(field(person, 'display_name')) ?? email ?? id, email }]
  })
}

function mapMembership(json: unknown): Membership {
  const answer = asObject(json)
  if (!answer) throw new AppError('unavailable')
  const role = asText(field(answer, 'role'))
  return {
    role: role === 'admin' || role === 'sub_admin' ? role : null,
    plan: asText(field(answer, 'payment_type')) || null,
    organization: asText(field(answer, 'companyName')) ?? '',
    name: asText(field(answer, 'name')) ?? '',
  }
}

import { signInForTokens } from './accounts.ts'
import { API_URL } from './organization.ts'
import type { Account } from './organization.ts'

const SESSIONS = '/session-management/sessions'

/** A session as the API sends it, as far as stories compare it. */
export type ApiSession = {
  id: string
  created_at: { date: string; time: string }
  title: string
  activity: string
  exercise: string | null
  user_id: string
  user_name: string
  uploaded_by: string
  status: string
  analyzed_video_url?: string | null
  metrics?: Record<string, unknown>
}

/** Filters under the API's own names; `status` is one, as the API takes it. */
export type ApiFilters = Partial<
  Record<'title' | 'activity' | 'user_id' | 'uploaded_by' | 'status' | 'start_date' | 'end_date', string>
>

export type ApiSeries = { all_timestamps: number[]; angles: Record<string, number[]> }

export type Api = Awaited<ReturnType<typeof openApi>>

/** Asks the API beside the browser, as an account of its own: what it says is what a list must show. */
export async function openApi(account: Pick<Account, 'email' | 'password'>) {
  const { idToken } = await signInForTokens(account)
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(API_URL + path, {
      method,
      headers: { Authorization: `Bearer ${idToken}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    // On a list, 404 says that nothing matches.
    if (response.status === 404 && method === 'GET') return { sessions: {} }
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  return {
    /** Every match, newest first. */
    matches: async (filters: ApiFilters = {}): Promise<ApiSession[]> => {
      const search = new URLSearchParams({ ...filters, limit: '1000' })
      const answer = (await call('GET', `${SESSIONS}/filter/?${search}`)) as {
        sessions: Record<string, Omit<ApiSession, 'id'>>
      }
      return Object.entries(answer.sessions)
        .map(([id, session]) => ({ id, ...session }))
        .sort(newestFirst)
    },
    update: (id: string, change: { title?: string; created_at?: string }) =>
      call('PUT', `${SESSIONS}/${id}`, change),
    /** What was measured of a run frame by frame. */
    series: (id: string) => call('GET', `/running/sessions/${id}/`) as Promise<ApiSeries>,
    /** A run's report comments as the API keeps them. */
    comments: (id: string) => call('GET', commentsPath(id)),
    writeComments: (id: string, comments: object) => call('POST', commentsPath(id), comments),
    remove: (id: string) => call('DELETE', `${SESSIONS}/${id}`),
    /** By the sandbox's control routes, as the cloud's own workers would. */
    setStatus: (id: string, status: string) => call('PUT', `/sandbox/sessions/${id}/status`, { status }),
    /** Gives a run another film: a phone's, whose frames come at a variable rate, a faster run's, or one with sound. */
    setFilm: (id: string, film: 'variable' | 'faster' | 'sound') =>
      call('PUT', `/sandbox/sessions/${id}/film`, { film }),
    /** Makes a session one of the athlete of another. */
    setAthleteOf: (id: string, other: string) =>
      call('PUT', `/sandbox/sessions/${id}/athlete`, { session: other }),
  }
}

const commentsPath = (id: string) => `/running/sessions/${id}/report-comments/`

/** What the API finds for any of these statuses, newest first. */
export async function matchesOf(
  api: Api,
  statuses: readonly string[],
  filters: ApiFilters,
): Promise<ApiSession[]> {
  const found = await Promise.all(statuses.map((one) => api.matches({ ...filters, status: one })))
  return found.flat().sort(newestFirst)
}

/** A day, `YYYY-MM-DD`, as the API's filter takes it. */
export const apiDay = (day: string): string => day.split('-').reverse().join('/')

/** Newest first, by minute and then by id. */
function newestFirst(a: ApiSession, b: ApiSession): number {
  const [one, other] = [`${minuteOf(a)} ${a.id}`, `${minuteOf(b)} ${b.id}`]
  return one < other ? 1 : one > other ? -1 : 0
}

/** The day a session was recorded on, `YYYY-MM-DD`. */
export const dayOf = ({ created_at }: ApiSession): string => created_at.date.split('/').reverse().join('-')

/** `YYYY-MM-DD HH:MM`, the form of an update too but for the seconds. */
export function minuteOf(session: ApiSession): string {
  const [hour = '', minute = '', half = ''] = session.created_at.time.split(/[: ]/)
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0)
  return `${dayOf(session)} ${String(hours).padStart(2, '0')}:${minute}`
}

import { queryOptions } from '@tanstack/react-query'
import { isEarlier, MOST_EARLIER } from '../domain/baseline.ts'
import { dayOf } from '../domain/recordedAt.ts'
import type { Session } from '../domain/session.ts'
import type { Cursor, SessionSource } from '../domain/source.ts'
import { FRESH_MS } from './sessions.ts'

/** Rows a request asks for: ten that count, and what was not measured or is another exercise. */
const ROWS_AT_ONCE = 30

/** Requests after which nothing more is looked for. */
const MOST_REQUESTS = 4

/**
 * What a session is compared with, oldest first. `lookedAt` are the rows up to its day that were read for it; not `whole`: there are
 * older ones that nobody looked at, although fewer than ten were found.
 */
export type EarlierSessions = {
  readonly sessions: readonly Session[]
  readonly lookedAt: number
  readonly whole: boolean
}

/** Whether a source can be asked for the same athlete's sessions of that activity, and the session tells which. */
export const canCompare = ({ filters }: SessionSource, { athlete, activity, recordedAt }: Session): boolean =>
  filters.has('athlete') &&
  filters.has('activity') &&
  athlete.id !== '' &&
  activity !== '' &&
  recordedAt !== null

/** The last ten measured sessions of the same athlete, activity and exercise from before this one. */
export function earlierSessionsQuery(source: SessionSource, session: Session) {
  const { id, activity, exercise, recordedAt } = session
  const athlete = session.athlete.id
  return queryOptions({
    queryKey: ['sessions', source.id, 'earlier', id, { athlete, activity, exercise, recordedAt }] as const,
    queryFn: ({ signal }) => readEarlier(source, session, signal),
    staleTime: FRESH_MS,
  })
}

async function readEarlier(
  source: SessionSource,
  session: Session,
  signal: AbortSignal,
): Promise<EarlierSessions> {
  const { athlete, activity, recordedAt } = session
  const upTo = recordedAt !== null && source.filters.has('to') ? { to: dayOf(recordedAt) } : {}
  const query = { athlete: athlete.id, activity, ...upTo, size: ROWS_AT_ONCE }
  const found: Session[] = []
  let lookedAt = 0
  let next: Cursor | null = null
  let requests = 0
  do {
    const page = await source.list(query, next, signal)
    found.push(...page.items.filter((other) => isEarlier(session, other)))
    lookedAt += page.items.filter((other) => isUpToDayOf(session, other)).length
    next = page.next
    requests += 1
  } while (next !== null && found.length < MOST_EARLIER && requests < MOST_REQUESTS)
  const sessions = found.sort(byRecording).slice(-MOST_EARLIER)
  return { sessions, lookedAt, whole: next === null || found.length >= MOST_EARLIER }
}

const isUpToDayOf = ({ recordedAt: now }: Session, { recordedAt: at }: Session): boolean =>
  now === null || at === null || dayOf(at) <= dayOf(now)

const byRecording = (a: Session, b: Session): number => {
  const [one, other] = [a.recordedAt ?? '', b.recordedAt ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}

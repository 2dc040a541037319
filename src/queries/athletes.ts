import { queryOptions } from '@tanstack/react-query'
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { toAppError } from '../domain/errors.ts'
import type { ErrorKind } from '../domain/errors.ts'
import type { Session } from '../domain/session.ts'
import type { Cursor, SessionQuery, SessionSource } from '../domain/source.ts'
import { FRESH_MS, sessionQuery } from './sessions.ts'

/** What is kept of a session that is only counted. */
export type Sighting = Pick<Session, 'source' | 'id' | 'recordedAt' | 'title' | 'activity' | 'athlete'>

/** Sessions as far as they were read; `next` null: these are all of them. `total` where the source counts them. */
export type SessionsRead<Kept> = {
  readonly sessions: readonly Kept[]
  readonly next: Cursor | null
  readonly total: number | null
  /** Records without an id. */
  readonly leftOut: number
  readonly incompleteDays: readonly string[]
  /** Pages that were read, and how many were asked for. */
  readonly requests: number
  readonly wanted: number
}

/** How much is read by itself, and how much more each time somebody asks to read on: requests of so many rows. */
const SURVEY = { rows: 200, first: 1, more: 5 }
const OF_ATHLETE = { rows: 100, first: 3, more: 5 }

/** The sessions of a source, whoever's: who was recorded, how often and when. */
export function surveyQuery(queryClient: QueryClient, source: SessionSource) {
  const sight = ({ source: from, id, recordedAt, title, activity, athlete }: Session): Sighting => ({
    ...{ source: from, id, recordedAt, title, activity, athlete },
  })
  return readOnQuery(queryClient, source, ['survey'], { ...SURVEY, query: {}, keep: sight })
}

/** The sessions of one athlete. A source that cannot filter by athlete is read as a whole and sieved here. */
export function athleteSessionsQuery(queryClient: QueryClient, source: SessionSource, athlete: string) {
  const query = source.filters.has('athlete') ? { athlete } : {}
  const keep = (session: Session) => (session.athlete.id === athlete ? session : null)
  return readOnQuery(queryClient, source, ['athlete', athlete], { ...OF_ATHLETE, query, keep })
}

/** Asks for more of what one of these queries reads; whoever shows it then refetches it. */
export function wantMore(queryClient: QueryClient, { queryKey, more }: { queryKey: QueryKey; more: number }) {
  queryClient.setQueryData<SessionsRead<unknown>>(
    queryKey,
    (read) => read && { ...read, wanted: read.requests + more },
  )
}

type Reading<Kept> = {
  readonly rows: number
  readonly first: number
  readonly more: number
  readonly query: Omit<SessionQuery, 'size'>
  readonly keep: (session: Session) => Kept | null
}

/** After these the cursor that was reached leads nowhere. */
const BEGIN_AGAIN: readonly ErrorKind[] = ['stale-cursor', 'endless', 'invalid']

/**
 * What was read stands while more of it is read, and also where that fails. Asked once more, it goes on where it
 * stopped; what has become old begins again, and takes the place of what stands once it has come as far.
 */
function readOnQuery<Kept extends { id: string }>(
  queryClient: QueryClient,
  source: SessionSource,
  part: readonly string[],
  reading: Reading<Kept>,
) {
  const queryKey = ['sessions', source.id, ...part] as const
  const options = queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<SessionsRead<Kept>> => {
      const state = queryClient.getQueryState<SessionsRead<Kept>>(queryKey)
      const before = state?.data
      const begun = { ...NOTHING, wanted: before?.wanted ?? reading.first }
      const show = (read: SessionsRead<Kept>) => {
        if (read.requests >= (before?.requests ?? 0)) queryClient.setQueryData(queryKey, read)
      }
      const goesOn =
        state !== undefined &&
        before !== undefined &&
        before.requests < before.wanted &&
        Date.now() - state.dataUpdatedAt < FRESH_MS &&
        !(state.error && BEGIN_AGAIN.includes(toAppError(state.error).kind))
      try {
        return await readOn(source, reading, goesOn ? before : begun, show, signal)
      } catch (cause) {
        // The row under a cursor has gone meanwhile: begun again, once.
        if (toAppError(cause).kind !== 'stale-cursor') throw cause
        return readOn(source, reading, begun, show, signal)
      }
    },
    staleTime: FRESH_MS,
  })
  return { ...options, more: reading.more }
}

const NOTHING: SessionsRead<never> = {
  ...{ sessions: [], next: null, total: null, leftOut: 0, incompleteDays: [] },
  ...{ requests: 0, wanted: 0 },
}

async function readOn<Kept extends { id: string }>(
  source: SessionSource,
  reading: Reading<Kept>,
  from: SessionsRead<Kept>,
  show: (read: SessionsRead<Kept>) => void,
  signal: AbortSignal,
): Promise<SessionsRead<Kept>> {
  let read = from
  const ids = new Set(read.sessions.map(({ id }) => id))
  do {
    const page = await source.list({ ...reading.query, size: reading.rows }, read.next, signal)
    const fresh = page.items.filter(({ id }) => !ids.has(id) && ids.add(id))
    const kept = fresh.map(reading.keep).filter((one) => one !== null)
    read = {
      sessions: [...read.sessions, ...kept],
      next: page.next,
      total: page.total,
      leftOut: read.leftOut + page.leftOut,
      incompleteDays: [...new Set([...read.incompleteDays, ...page.incompleteDays])],
      requests: read.requests + 1,
      wanted: read.wanted,
    }
    show(read)
  } while (read.next !== null && read.requests < read.wanted)
  return read
}

/** Shows a session that is about to be opened at once; its page reads it again behind. */
export function showFirst(queryClient: QueryClient, source: SessionSource, session: Session): void {
  const { queryKey } = sessionQuery(queryClient, source, session.id)
  if (queryClient.getQueryData(queryKey) === undefined)
    queryClient.setQueryData(queryKey, session, { updatedAt: 1 })
}

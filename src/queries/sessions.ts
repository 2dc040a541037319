import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { nowHere } from '../domain/calendarDays.ts'
import { AppError } from '../domain/errors.ts'
import type { Session, SessionId, SessionPatch, SourceId } from '../domain/session.ts'
import type { Cursor, Page, SessionQuery, SessionSource } from '../domain/source.ts'

/** How long a read counts as fresh: going back and forth within it asks nothing. */
export const FRESH_MS = 60_000

/** Chunks kept in memory; those further away leave their place in the walk behind and are read again when needed. */
const CHUNKS_KEPT = 6

/** How long a list is kept that is not on the screen: a review of one session takes its time. */
const KEPT_MS = 30 * 60_000

/**
 * A step of a walk through a list: where its chunk begins, and the step before it. A row that is moved ahead of the
 * walk comes again: `known` are the rows of the chunks kept by then, so that it is counted once, and what stands behind
 * it keeps its place when the chunk that had it first is no longer kept.
 */
export type Step = {
  cursor: Cursor | null
  offset: number
  lookedAt: number
  before: Step | null
  known: readonly SessionId[]
}

/** `lookedAt`: rows the walk has seen so far, more than it gives where it sieves them. */
export type ListPage = Page & { lookedAt: number }

export type SessionList = InfiniteData<ListPage, Step>

/** What a list shows. `attention`: only sessions that need it, sieved on this side since no source can. */
export type ListQuery = SessionQuery & { attention?: boolean }

type SessionListKey = readonly ['sessions', SourceId, 'list', ListQuery]

const listsKey = (source: SourceId) => ['sessions', source, 'list'] as const
const analysisKey = (source: SourceId, id: SessionId) => ['sessions', source, 'analysis', id] as const
const sessionKey = (source: SourceId, id: SessionId) => ['sessions', source, 'one', id] as const

/**
 * A list as a walk by cursor. One chunk holds two screens, so that the next screen is there before it is asked for
 * and a screen still costs one request.
 */
export function sessionsQuery(source: SessionSource, query: ListQuery) {
  return infiniteQueryOptions<ListPage, Error, SessionList, SessionListKey, Step>({
    queryKey: [...listsKey(source.id), query],
    queryFn: async ({ pageParam, signal }) => {
      const page = await (query.attention ? sieve : readChunk)(source, query, pageParam, signal)
      const known = new Set(pageParam.known)
      return { ...page, items: page.items.filter(({ id }) => !known.has(id)) }
    },
    initialPageParam: { cursor: null, offset: 0, lookedAt: 0, before: null, known: [] },
    getNextPageParam: (page, pages, step): Step | null =>
      page.next === null
        ? null
        : {
            cursor: page.next,
            offset: step.offset + page.items.length,
            lookedAt: page.lookedAt,
            before: { ...step, known: [] },
            known: pages.flatMap(({ items }) => items.map(({ id }) => id)),
          },
    getPreviousPageParam: (_page, _pages, step): Step | null => step.before,
    maxPages: CHUNKS_KEPT,
    staleTime: FRESH_MS,
    gcTime: KEPT_MS,
  })
}

async function readChunk(
  source: SessionSource,
  { size, ...filters }: ListQuery,
  { cursor, lookedAt }: Step,
  signal: AbortSignal,
): Promise<ListPage> {
  const page = await source.list({ ...filters, size: size * 2 }, cursor, signal)
  return { ...page, lookedAt: lookedAt + page.items.length }
}

/** Rows a request of the sieve asks for, and rows after which it gives what it has: more is asked for by hand. */
const SIEVED_AT_ONCE = 250
const SIEVED_AT_MOST = 1_000

/** Two screens of sessions that need attention, or what there is of them among the next thousand rows. */
async function sieve(
  source: SessionSource,
  { attention: _sieved, size, ...filters }: ListQuery,
  step: Step,
  signal: AbortSignal,
): Promise<ListPage> {
  const { attentionReasons } = await import('../domain/attention.ts')
  const now = nowHere()
  const sieved: ListPage = {
    items: [],
    next: step.cursor,
    total: null,
    leftOut: 0,
    incompleteDays: [],
    lookedAt: step.lookedAt,
  }
  do {
    const page = await source.list({ ...filters, size: SIEVED_AT_ONCE }, sieved.next, signal)
    sieved.items.push(...page.items.filter((session) => attentionReasons(session, now).length > 0))
    sieved.next = page.next
    sieved.total = page.total
    sieved.leftOut += page.leftOut
    sieved.incompleteDays.push(...page.incompleteDays)
    sieved.lookedAt += page.items.length
  } while (
    sieved.next !== null &&
    sieved.items.length < 2 * size &&
    sieved.lookedAt - step.lookedAt < SIEVED_AT_MOST
  )
  return sieved
}

/** One session. A list that holds it answers at once; only a cold link asks. Rejects with `not-found`. */
export function sessionQuery(queryClient: QueryClient, source: SessionSource, id: SessionId) {
  return queryOptions({
    queryKey: sessionKey(source.id, id),
    queryFn: async ({ signal }): Promise<Session> => {
      const session = (await source.get([id], signal)).get(id)
      if (!session) throw new AppError('not-found')
      return session
    },
    initialData: () => findInLists(queryClient, source.id, id)?.session,
    initialDataUpdatedAt: () => findInLists(queryClient, source.id, id)?.readAt,
    staleTime: FRESH_MS,
  })
}

/** What was measured frame by frame. It does not change, so it is read once. */
export function analysisQuery(source: SessionSource, session: Session) {
  return queryOptions({
    queryKey: analysisKey(source.id, session.id),
    queryFn: ({ signal }) => source.analysis(session, signal),
    staleTime: Infinity,
  })
}

function findInLists(queryClient: QueryClient, source: SourceId, id: SessionId) {
  for (const query of queryClient.getQueryCache().findAll({ queryKey: listsKey(source) })) {
    const list = query.state.data as SessionList | undefined
    for (const page of list?.pages ?? []) {
      const session = page.items.find((item) => item.id === id)
      if (session) return { session, readAt: query.state.dataUpdatedAt }
    }
  }
  return null
}

/**
 * Puts a session as it is now into its page and into every list that shows it. What nothing shows is not kept: a late
 * answer must not bring back what signing out has cleared.
 */
export function replaceSession(queryClient: QueryClient, session: Session): void {
  queryClient.setQueryData<Session>(sessionKey(session.source, session.id), (shown) => shown && session)
  changeLists(queryClient, session.source, (list) => {
    if (!list.pages.some(({ items }) => items.some((item) => item.id === session.id))) return list
    const pages = list.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === session.id ? session : item)),
    }))
    return { ...list, pages }
  })
}

/** Takes a session out of its page and of every list. */
export function dropSession(queryClient: QueryClient, source: SourceId, id: SessionId): void {
  queryClient.removeQueries({ queryKey: sessionKey(source, id) })
  queryClient.removeQueries({ queryKey: analysisKey(source, id) })
  changeLists(queryClient, source, (list) => {
    const at = list.pages.findIndex(({ items }) => items.some((item) => item.id === id))
    if (at < 0) return list
    const pages = list.pages.map((page, index) => ({
      ...page,
      items: page.items.filter((item) => item.id !== id),
      total: page.total === null ? null : Math.max(0, page.total - 1),
      lookedAt: index < at ? page.lookedAt : page.lookedAt - 1,
    }))
    return { ...list, pages }
  })
}

/** Marks every list of a source as out of date; those on the screen are read again behind. */
export function invalidateLists(queryClient: QueryClient, source: SourceId): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: listsKey(source) })
}

/** An edit moves rows only where the order or the filter depends on what was changed; other lists stay fresh. */
export function invalidateListsMovedBy(
  queryClient: QueryClient,
  source: SourceId,
  patch: SessionPatch,
): Promise<void> {
  return queryClient.invalidateQueries({
    queryKey: listsKey(source),
    predicate: ({ queryKey }) =>
      patch.recordedAt !== undefined ||
      (patch.title !== undefined && Boolean((queryKey[3] as SessionQuery).title)),
  })
}

/** Reads one session again and puts what the server says into page and lists. A failure changes nothing. */
export async function confirmSession(
  queryClient: QueryClient,
  source: SessionSource,
  id: SessionId,
): Promise<void> {
  const session = await source.get([id]).then(
    (found) => found.get(id),
    () => undefined,
  )
  if (session) replaceSession(queryClient, session)
}

export function invalidateSession(queryClient: QueryClient, source: SourceId, id: SessionId): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: sessionKey(source, id) })
}

/** The series of a session that was processed anew are other ones. */
export function invalidateAnalysis(queryClient: QueryClient, source: SourceId, id: SessionId): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: analysisKey(source, id) })
}

function changeLists(
  queryClient: QueryClient,
  source: SourceId,
  change: (list: SessionList) => SessionList,
): void {
  queryClient.setQueriesData<SessionList>({ queryKey: listsKey(source) }, (list) => list && change(list))
}

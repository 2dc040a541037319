import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { AppError } from '../domain/errors.ts'
import type { Session, SessionId, SessionPatch, SourceId } from '../domain/session.ts'
import type { Cursor, Page, SessionQuery, SessionSource } from '../domain/source.ts'
import { changeSelection, deselect } from './selection.ts'

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
  hidden: number
  before: Step | null
  known: readonly SessionId[]
}

/**
 * `lookedAt`: rows the walk has met so far, more than it gives where it sieves them; `hidden`: those that it would have
 * given, had the reader not seen them already.
 */
export type ListPage = Page & { lookedAt: number; hidden: number }

export type SessionList = InfiniteData<ListPage, Step>

/**
 * What a list shows; what follows is sieved on this side, since no source can. `attention`: only sessions that need it.
 * `unseen`: without those that the reader had seen by that moment, UTC `YYYY-MM-DDTHH:MM:SS.mmm`.
 */
export type ListQuery = SessionQuery & { attention?: boolean; unseen?: string }

/** Whether a list gives fewer rows than it reads. Such a list reads on only when it is told to. */
export const isSieved = ({ attention, unseen }: ListQuery): boolean =>
  attention === true || unseen !== undefined

type SessionListKey = readonly ['sessions', SourceId, 'list', ListQuery]

const listsKey = (source: SourceId) => ['sessions', source, 'list'] as const
const analysisKey = (source: SourceId, id: SessionId) => ['sessions', source, 'analysis', id] as const
const sessionKey = (source: SourceId, id: SessionId) => ['sessions', source, 'one', id] as const

/**
 * A list as a walk by cursor. One chunk holds two screens, so that the next screen is there before it is asked for
 * and a screen still costs one request; where the reader asks for more by hand it holds what they asked for. `hide` are the sessions that `unseen` leaves out.
 */
export function sessionsQuery(
  source: SessionSource,
  query: ListQuery,
  hide: (session: Session) => boolean = () => false,
) {
  return infiniteQueryOptions<ListPage, Error, SessionList, SessionListKey, Step>({
    queryKey: [...listsKey(source.id), query],
    queryFn: async ({ pageParam, signal }) => {
      const page = isSieved(query)
        ? await (await import('./sieve.ts')).sieve(source, query, pageParam, hide, signal)
        : await readChunk(source, query, pageParam, signal)
      const known = new Set(pageParam.known)
      return { ...page, items: page.items.filter(({ id }) => !known.has(id)) }
    },
    initialPageParam: { cursor: null, offset: 0, lookedAt: 0, hidden: 0, before: null, known: [] },
    getNextPageParam: (page, pages, step): Step | null =>
      page.next === null
        ? null
        : {
            cursor: page.next,
            offset: step.offset + page.items.length,
            lookedAt: page.lookedAt,
            hidden: page.hidden,
            before: { ...step, known: [] },
            known: pages.flatMap(({ items }) => items.map(({ id }) => id)),
          },
    getPreviousPageParam: (_page, _pages, step): Step | null => step.before,
    // What is read on by hand is kept: a walk that only goes forward cannot read again what it let go, nor cheaply all of it.
    ...(source.paging === 'continuous' ? {} : { maxPages: CHUNKS_KEPT }),
    staleTime: source.paging === 'continuous' ? Infinity : FRESH_MS,
    gcTime: KEPT_MS,
  })
}

async function readChunk(
  source: SessionSource,
  { size, ...filters }: ListQuery,
  { cursor, lookedAt }: Step,
  signal: AbortSignal,
): Promise<ListPage> {
  const rows = source.paging === 'continuous' ? size : size * 2
  const page = await source.list({ ...filters, size: rows }, cursor, signal)
  return { ...page, lookedAt: lookedAt + page.items.length, hidden: 0 }
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

/** What was measured frame by frame. It does not change, so it is read once; where a part failed, whenever it is shown. */
export function analysisQuery(source: SessionSource, session: Session) {
  return queryOptions({
    queryKey: analysisKey(source.id, session.id),
    queryFn: ({ signal }) => source.analysis(session, signal),
    staleTime: ({ state }) => (state.data?.failed ? 0 : Infinity),
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
  changeSelection(queryClient, session.source, (selected) =>
    selected.has(session.id) ? new Map(selected).set(session.id, session) : selected,
  )
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
  changeSelection(queryClient, source, (selected) => deselect(selected, [id]))
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

/** A read that is under way ends with the rows as it found them, so what it brings is changed once more. */
function changeLists(
  queryClient: QueryClient,
  source: SourceId,
  change: (list: SessionList) => SessionList,
): void {
  for (const query of queryClient.getQueryCache().findAll({ queryKey: listsKey(source) })) {
    const apply = () => queryClient.setQueryData<SessionList>(query.queryKey, (list) => list && change(list))
    apply()
    if (query.state.fetchStatus !== 'idle') query.promise?.then(apply, () => undefined)
  }
}

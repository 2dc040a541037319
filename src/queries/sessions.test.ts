import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import type { Session } from '../domain/session.ts'
import type { Cursor, SessionQuery, SessionSource } from '../domain/source.ts'
import { dropSession, replaceSession, sessionsQuery } from './sessions.ts'
import type { ListQuery, SessionList } from './sessions.ts'
import { makeSession } from '../testing/session.ts'

/** A source of rows that are sound, but for those that failed. */
function sourceOf(count: number, hasFailed: (index: number) => boolean) {
  const asked: { query: SessionQuery; from: number }[] = []
  const rows = Array.from({ length: count }, (_, index) => session(String(index), hasFailed(index)))
  const list: SessionSource['list'] = (query, cursor) => {
    const from = Number(cursor ?? 0)
    asked.push({ query, from })
    const end = from + query.size
    return Promise.resolve({
      items: rows.slice(from, end),
      next: end < count ? (String(end) as Cursor) : null,
      total: count,
      leftOut: 1,
      incompleteDays: from === 0 ? ['2026-11-15'] : [],
    })
  }
  return { source: { id: 'rows', list } as Partial<SessionSource> as SessionSource, asked }
}

const session = (id: string, failed: boolean): Session =>
  makeSession({ source: 'rows', id, status: failed ? 'failed' : null })

const queryClient = new QueryClient()
afterEach(() => queryClient.clear())

/** Walks a list as a page does that shows it. */
async function walk(source: SessionSource, query: ListQuery, hide?: (session: Session) => boolean) {
  const observer = new InfiniteQueryObserver(queryClient, sessionsQuery(source, query, hide))
  const data = () => observer.getCurrentResult().data as SessionList
  observer.subscribe(() => undefined)
  await vi.waitFor(() => expect(data()).toBeDefined(), { timeout: 10_000 })
  return {
    pages: () => data().pages,
    ids: () => data().pages.map(({ items }) => items.map(({ id }) => Number(id))),
    lookedAt: () => data().pages.map(({ lookedAt }) => lookedAt),
    readOn: () => observer.fetchNextPage(),
    hasMore: () => observer.getCurrentResult().hasNextPage,
  }
}

it('a list is read two screens at once', async () => {
  const { source, asked } = sourceOf(120, () => false)
  const list = await walk(source, { title: 'x', size: 25 })
  await list.readOn()
  expect(asked.map(({ from }) => from)).toEqual([0, 50])
  expect(asked[0]?.query).toEqual({ title: 'x', size: 50 })
  expect(list.lookedAt()).toEqual([50, 100])
})

it('a row that is deleted or edited while the next rows are on their way stays so when they come', async () => {
  const { source } = sourceOf(120, () => false)
  const list = await walk(source, { size: 25 })
  const readOn = list.readOn()
  dropSession(queryClient, 'rows', '7')
  replaceSession(queryClient, { ...session('8', false), title: 'Edited' })
  await readOn
  const rows = list.pages().flatMap(({ items }) => items)
  expect(rows.map(({ id }) => Number(id)).slice(5, 9)).toEqual([5, 6, 8, 9])
  expect(rows[7]?.title).toBe('Edited')
  expect(rows).toHaveLength(99)
  expect(list.pages().map(({ total }) => total)).toEqual([119, 119])
})

it('the sieve rests after a thousand rows with few finds, and goes on when it is told to', async () => {
  const { source, asked } = sourceOf(2_500, (index) => index % 300 === 0)
  const list = await walk(source, { attention: true, size: 25 })
  expect(list.ids()).toEqual([[0, 300, 600, 900]])
  expect(asked.map(({ from }) => from)).toEqual([0, 250, 500, 750])
  expect(list.pages()[0]).toMatchObject({ total: 2_500, leftOut: 4, incompleteDays: ['2026-11-15'] })

  await list.readOn()
  expect(list.ids()[1]).toEqual([1_200, 1_500, 1_800])
  expect(list.hasMore()).toBe(true)
  await list.readOn()
  expect(list.ids()[2]).toEqual([2_100, 2_400])
  expect(list.lookedAt()).toEqual([1_000, 2_000, 2_500])
  expect(list.hasMore()).toBe(false)
  expect(asked).toHaveLength(10)
})

it('the sieve stops as soon as it has two screens, and drops nothing that it found', async () => {
  const { source, asked } = sourceOf(600, (index) => index % 4 === 0)
  const list = await walk(source, { attention: true, size: 25 })
  expect(asked).toHaveLength(1)
  expect(list.ids()[0]).toHaveLength(63)
  await list.readOn()
  expect(asked).toHaveLength(2)
  await list.readOn()
  expect(list.ids().flat()).toEqual(Array.from({ length: 150 }, (_, index) => index * 4))
  expect(list.lookedAt()).toEqual([250, 500, 600])
})

it('the sieve asks with the filters that are set, and says where nothing needs attention', async () => {
  const { source, asked } = sourceOf(40, () => false)
  const list = await walk(source, { attention: true, activity: 'Running', size: 10 })
  expect(asked.map(({ query }) => query)).toEqual([{ activity: 'Running', size: 250 }])
  expect(list.pages()).toMatchObject([{ items: [], lookedAt: 40, total: 40, next: null }])
})

it('what the reader has seen is left out and counted, among what needs attention too', async () => {
  const { source, asked } = sourceOf(600, (index) => index % 10 === 0)
  const hide = ({ id }: Session) => Number(id) < 300
  const unseen = '2026-11-15T10:00:00'
  const list = await walk(source, { unseen, size: 25 }, hide)
  expect(asked.map(({ query }) => query)).toEqual([{ size: 250 }, { size: 250 }])
  expect(list.ids()[0]).toEqual(Array.from({ length: 200 }, (_, index) => 300 + index))
  expect(list.pages()[0]).toMatchObject({ hidden: 300, lookedAt: 500 })
  await list.readOn()
  expect(list.pages()[1]).toMatchObject({ hidden: 300, lookedAt: 600 })

  const odd = await walk(source, { attention: true, unseen, size: 10 }, hide)
  expect(odd.ids().flat()).toEqual(Array.from({ length: 20 }, (_, index) => 300 + index * 10))
  expect(odd.pages()[0]).toMatchObject({ hidden: 30, lookedAt: 500 })
})

it('a session that changed keeps its place, one that is gone leaves the numbers of every part', async () => {
  const { source } = sourceOf(1_500, (index) => index % 300 === 0)
  const list = await walk(source, { attention: true, size: 25 })
  await list.readOn()
  expect(list.ids()).toEqual([[0, 300, 600, 900], [1_200]])

  replaceSession(queryClient, { ...session('300', true), title: 'Renamed' })
  expect(list.pages()[0]?.items[1]?.title).toBe('Renamed')
  dropSession(queryClient, 'rows', '300')
  expect(list.ids()).toEqual([[0, 600, 900], [1_200]])
  expect(list.pages().map(({ total }) => total)).toEqual([1_499, 1_499])
  expect(list.lookedAt()).toEqual([999, 1_499])
  dropSession(queryClient, 'rows', '1200')
  expect(list.pages().map(({ total }) => total)).toEqual([1_498, 1_498])
  expect(list.lookedAt()).toEqual([999, 1_498])
  dropSession(queryClient, 'rows', 'unknown')
  expect(list.lookedAt()).toEqual([999, 1_498])
})

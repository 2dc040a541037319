import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { openApi, serve, valorWorld } from '../testing/contractWorlds.ts'
import type { OpenedApi } from '../testing/contractWorlds.ts'
import { connectSource } from './connection.ts'
import { sessionsQuery } from './sessions.ts'

let opened: OpenedApi
let queryClient: QueryClient

beforeAll(async () => {
  opened = await openApi()
})
afterAll(() => opened.api.close())
beforeEach(() => {
  serve(opened)
  queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
})
afterEach(() => {
  queryClient.clear()
  vi.unstubAllGlobals()
})

async function readList() {
  const world = await valorWorld(opened, { recordings: 20 })
  const options = sessionsQuery(world.source, { size: 10 })
  await queryClient.infiniteQuery(options)
  const rows = () => queryClient.getQueryData(options.queryKey)?.pages.flatMap(({ items }) => items) ?? []
  return { ...world, rows, options }
}

const expire = ({ generation }: Awaited<ReturnType<typeof readList>>['account']) => {
  generation.id += 1
  generation.refresh += 1
}

it('keeps the rows of an account that connects again, and none of another one’s', async () => {
  const { source, account, rows, options } = await readList()
  const before = rows()
  expect(before.length).toBeGreaterThan(0)
  const list = new InfiniteQueryObserver(queryClient, options)
  const leave = list.subscribe(() => undefined)
  expire(account)
  expect((await list.fetchNextPage()).isFetchNextPageError).toBe(true)
  opened.requests.length = 0
  await connectSource(queryClient, source, account.username, account.password)
  await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0))
  expect(rows()).toEqual(before)
  expect(opened.requests.filter(({ url }) => url.includes('/sessions'))).toEqual([])
  leave()

  expire(account)
  await source.athletes().catch(() => undefined)
  const other = opened.api.valor.accounts.create({ recordings: 5 })
  await connectSource(queryClient, source, other.username, other.password)
  expect(rows()).toEqual([])
})

it('keeps no row of somebody whom nobody knows any more', async () => {
  const { source, rows } = await readList()
  source.connection?.disconnect()
  const other = opened.api.valor.accounts.create({ recordings: 5 })
  await connectSource(queryClient, source, other.username, other.password)
  expect(rows()).toEqual([])
})

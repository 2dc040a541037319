import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { randomFor } from '../../../sandbox/seed/random.ts'
import { changeSomething, crowdedOrganization } from '../../../sandbox/server/testing/crowd.ts'
import { directQuery, drawFilters } from '../../../sandbox/server/testing/directQuery.ts'
import type { Filters } from '../../../sandbox/server/testing/directQuery.ts'
import { openTestApi } from '../../../sandbox/server/testing/testApi.ts'
import type { TestApi, TestOrganization } from '../../../sandbox/server/testing/testApi.ts'
import { AppError } from '../../domain/errors.ts'
import { STATUSES } from '../../domain/session.ts'
import type { Session } from '../../domain/session.ts'
import type { Cursor, Page, SessionQuery, SessionSource } from '../../domain/source.ts'
import { createAikynetixSource } from './source.ts'

let api: TestApi

beforeAll(async () => {
  api = await openTestApi()
})

afterAll(() => api.close())

beforeEach(() => {
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => api.app.fetch(new Request(address, init)))
})

afterEach(() => {
  vi.unstubAllGlobals()
})

const execute = (statement: SQL) => api.database.execute(statement)

function sourceOf(organization: TestOrganization): SessionSource {
  const token = organization.uid('admin')
  const tokens = { token: () => Promise.resolve(token), renewToken: () => Promise.resolve(null) }
  return createAikynetixSource({ apiUrl: 'http://localhost:8787', tokens, onSignedOut: () => undefined })
}

const matching = ({ id }: TestOrganization, filters?: Filters) => directQuery(api.database, id, filters)
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
const dated = (sessions: Session[]) => sessions.filter(({ recordedAt }) => recordedAt !== null)

async function walk(
  source: SessionSource,
  query: SessionQuery,
  start: Cursor | null = null,
): Promise<{ pages: Page[]; met: Session[] }> {
  const pages: Page[] = []
  let cursor = start
  do {
    const page: Page = await source.list(query, cursor)
    pages.push(page)
    cursor = page.next
  } while (cursor !== null && pages.length < 200)
  expect(cursor, 'the walk ends').toBeNull()
  return { pages, met: pages.flatMap(({ items }) => items) }
}

describe('a walk through a list that stands still', () => {
  it('meets what a direct SQL query gives, each row once, in its order and with its total, for 300 filter sets', async () => {
    const organization = await crowdedOrganization(api, 200)
    const source = sourceOf(organization)
    const rows = await organization.rows()
    const drawn = { severalPages: 0, severalStatuses: 0, unfiltered: 0, undated: 0 }
    for (let number = 1; number <= 300; number++) {
      const random = randomFor(`a still list, ${number}`)
      const filters = drawFilters(random, rows)
      const expected = await matching(organization, filters)
      // Any size, but not so small that one walk takes all the time there is.
      const size = Math.max(random.whole(1, random.pick([8, 30, 120])), Math.ceil(expected.length / 4))
      const query = { ...filters, size }
      const what = `case ${number}: ${JSON.stringify(query)}`
      const { pages, met } = await walk(source, query)
      expect(ids(dated(met)), what).toEqual(ids(expected.filter((row) => row.dated)))
      expect(ids(met).sort(), what).toEqual(ids(expected).sort())
      for (const page of pages) {
        expect(page.total, what).toBe(expected.length)
        expect(page.items.length, what).toBeLessThanOrEqual(size)
        expect([page.leftOut, page.incompleteDays], what).toEqual([0, []])
      }
      // A page that leads on leads to something.
      expect(pages.length === 1 || pages.every(({ items }) => items.length > 0), what).toBe(true)
      if (pages.length > 1) {
        drawn.severalPages++
        if ((filters.status?.length ?? 0) > 1) drawn.severalStatuses++
        if (Object.keys(filters).length === 0) drawn.unfiltered++
        if (expected.some((row) => !row.dated)) drawn.undated++
      }
    }
    expect(drawn.severalPages).toBeGreaterThan(120)
    expect(drawn.severalStatuses).toBeGreaterThan(20)
    expect(drawn.unfiltered).toBeGreaterThan(8)
    expect(drawn.undated).toBeGreaterThan(50)
  }, 60_000)

  it('meets each row once where the server orders a minute by seconds that it does not tell', async () => {
    const organization = await crowdedOrganization(api, 150)
    await execute(sql`UPDATE sessions SET created_at = created_at + ascii(id) % 60 * interval '1 second'
      WHERE organization_id = ${organization.id}`)
    const source = sourceOf(organization)
    for (const filters of [{}, { to: '2026-12-31' }, { status: [...STATUSES] }]) {
      for (const size of [7, 13, 60]) {
        const { met } = await walk(source, { ...filters, size })
        expect(ids(met).sort()).toEqual([...organization.ids].sort())
        const minutes = dated(met).map(({ recordedAt }) => recordedAt)
        expect(minutes).toEqual([...minutes].sort().reverse())
      }
    }
  })
})

describe('a walk through a list that changes between its pages', () => {
  let organization: TestOrganization
  let walks: { restarts: number; changes: number; pages: number }

  beforeAll(async () => {
    organization = await crowdedOrganization(api, 130)
    walks = { restarts: 0, changes: 0, pages: 0 }
  })

  /** Walks while rows come, go and change. A stale cursor begins the walk, and what is expected of it, anew. */
  async function walkWhileChanging(name: string, filters: Filters, size: number) {
    const random = randomFor(`changes of ${name}`)
    const source = sourceOf(organization)
    const moves = new Map<string, number>()
    let rows = await matching(organization, filters)
    let steady = new Map(rows.map((row) => [row.id, row]))
    let met: Session[] = []
    let cursor: Cursor | null = null
    for (let asked = 0; asked < 400; asked++) {
      const page: Page | AppError = await source
        .list({ ...filters, size }, cursor)
        .catch((error: unknown) => {
          if (error instanceof AppError && error.kind === 'stale-cursor' && cursor !== null) return error
          throw error
        })
      walks.pages++
      if (page instanceof AppError) {
        walks.restarts++
        steady = new Map(rows.map((row) => [row.id, row]))
        moves.clear()
        met = []
        cursor = null
        continue
      }
      const matches = new Set(ids(rows))
      expect(
        page.items.filter(({ id }) => !matches.has(id)),
        name,
      ).toEqual([])
      met.push(...page.items)
      cursor = page.next
      if (cursor === null) return { met, steady, moves }

      const border = rows.find(({ id }) => id === dated(met).at(-1)?.id) ?? rows[0]
      const changes = border && asked < 15 ? random.whole(0, 3) : 0
      if (!border || changes === 0) continue
      const all = await matching(organization)
      for (let change = 0; change < changes; change++) {
        const moved = await changeSomething(api.database, random, all, border)
        if (moved !== null) moves.set(moved, (moves.get(moved) ?? 0) + 1)
      }
      walks.changes += changes
      rows = await matching(organization, filters)
      const now = new Set(ids(rows))
      for (const id of steady.keys()) if (!now.has(id) || moves.has(id)) steady.delete(id)
    }
    throw new Error(`${name} did not end`)
  }

  it('of two statuses loses nothing where rows of one of them come in above', async () => {
    const pair = await api.organization(1)
    const insert = (time: string, status: string) =>
      execute(sql`INSERT INTO sessions (id, organization_id, created_at, title, activity, user_id, user_name,
          uploaded_by, status, segments, analyzed)
        SELECT ${`at ${time}`}, organization_id, ${`2027-01-01 ${time}`}::timestamp, title, activity, user_id,
          user_name, uploaded_by, ${status}, segments, analyzed FROM sessions WHERE id = ${pair.ids[0]}`)
    for (let minute = 40; minute < 60; minute++) {
      await insert(`11:${minute}`, minute % 2 === 0 ? 'failed' : 'completed')
    }
    const query: Filters = { status: ['failed', 'completed'], from: '2027-01-01' }
    const expected = ids(await matching(pair, query))
    const source = sourceOf(pair)
    const first = await source.list({ ...query, size: 4 }, null)
    for (const minute of [10, 11, 12, 13]) await insert(`12:${minute}`, 'completed')
    const { met } = await walk(source, { ...query, size: 4 }, first.next)
    expect([...ids(first.items), ...ids(met)]).toEqual(expected)
  })

  it(
    'meets once and in order every row that matches throughout and keeps its time; no other row more than once ' +
      'for each time it had; and never goes back to a newer minute',
    async () => {
      for (let number = 1; number <= 50; number++) {
        const random = randomFor(`a changing list, ${number}`)
        const filters = random.chance(0.35) ? {} : drawFilters(random, await organization.rows())
        const count = (await matching(organization, filters)).length
        const size = Math.max(random.whole(1, random.pick([5, 20, 40])), Math.ceil(count / 12))
        const name = `case ${number}: ${JSON.stringify({ ...filters, size })}`
        const { met, steady, moves } = await walkWhileChanging(name, filters, size)

        const expected = [...steady.values()]
        const kept = met.filter(({ id }) => steady.has(id))
        expect(ids(dated(kept)), name).toEqual(ids(expected.filter((row) => row.dated)))
        expect(ids(kept).sort(), name).toEqual(ids(expected).sort())
        for (const id of new Set(ids(met))) {
          const times = met.filter((session) => session.id === id).length
          expect(times, `${name}, row ${id}`).toBeLessThanOrEqual(1 + (moves.get(id) ?? 0))
        }
        const minutes = dated(met).map(({ recordedAt }) => recordedAt)
        expect(minutes, name).toEqual([...minutes].sort().reverse())
      }
      expect(walks.restarts).toBeGreaterThan(5)
      expect(walks.changes).toBeGreaterThan(300)
    },
    60_000,
  )
})

describe('a day with more matches than the largest limit', () => {
  const DAY = '2026-06-01'
  let organization: TestOrganization
  let others: string[]

  beforeAll(async () => {
    organization = await api.organization(40)
    const { id } = organization
    await execute(sql`UPDATE sessions SET metrics = NULL, report_comments = NULL, status = 'completed',
      created_at = ${DAY}::timestamp + (created_at::date - date '2026-11-01') * interval '1 day'
      WHERE organization_id = ${id}`)
    others = ids((await matching(organization)).filter(({ minute }) => !minute.startsWith(DAY)))
  })

  /** So many rows of that day, a tenth of them failed, some of them in one minute. */
  async function fillDay(count: number): Promise<void> {
    const { id } = organization
    await execute(sql`DELETE FROM sessions WHERE organization_id = ${id} AND created_at::date = ${DAY}::date`)
    await execute(sql`INSERT INTO sessions (id, organization_id, created_at, title, activity, user_id, user_name,
        uploaded_by, status, segments, analyzed)
      SELECT md5(${id} || n), ${id}, ${DAY}::timestamp + n % 60 * n % 7 * interval '1 minute', 'Bulk import',
        'Running', 'somebody', 'Somebody', ${organization.uid('admin')},
        CASE WHEN n % 10 = 0 THEN 'failed' ELSE 'completed' END, 1, false
      FROM generate_series(1, ${count}) AS n`)
  }

  const meets = async (query: SessionQuery) => {
    const { pages, met } = await walk(sourceOf(organization), query)
    const all = ids(met)
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter((id) => others.includes(id))).toEqual(others)
    const ofDay = met.filter(({ recordedAt }) => recordedAt?.startsWith(DAY))
    return { pages, ofDay, days: pages.flatMap(({ incompleteDays }) => incompleteDays) }
  }

  it('is named, 1,000 of it are met, and every row of the other days', async () => {
    await fillDay(1150)
    for (const size of [120, 700]) {
      const { pages, ofDay, days } = await meets({ from: '2026-01-01', size })
      expect(days).toEqual([DAY])
      expect(ofDay).toHaveLength(1000)
      expect(pages.map(({ total }) => total)).toEqual(pages.map(() => others.length + 1150))
    }
  })

  it('of one status is named, and the other status is met whole', async () => {
    await fillDay(1150)
    const { ofDay, days } = await meets({ status: ['failed', 'completed'], size: 400 })
    expect(new Set(days)).toEqual(new Set([DAY]))
    expect(ofDay.filter(({ status }) => status === 'failed')).toHaveLength(115)
    expect(ofDay.filter(({ status }) => status === 'completed')).toHaveLength(1000)
  })

  it('is not named when it just fits', async () => {
    await fillDay(1000)
    const { ofDay, days } = await meets({ from: '2026-01-01', size: 300 })
    expect(days).toEqual([])
    expect(ofDay).toHaveLength(1000)
  })

  it('is met whole without a filter, even where one minute alone is more', async () => {
    await fillDay(1150)
    await execute(sql`UPDATE sessions SET created_at = ${DAY}::timestamp
      WHERE organization_id = ${organization.id} AND created_at::date = ${DAY}::date`)
    const { ofDay, days } = await meets({ size: 450 })
    expect(ofDay).toHaveLength(1150)
    expect(days).toEqual([])
  })
})

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomFor } from '../seed/random.ts'
import { openTestApi, type TestApi, type TestOrganization } from './testing/testApi.ts'

type Page = {
  query_count: number
  sessions: Record<string, { title: string; created_at: { date: string; time: string } }>
  first_doc_id: string | null
  last_doc_id: string | null
}

let api: TestApi
beforeAll(async () => {
  api = await openTestApi()
})
afterAll(() => api.close())

const list = '/session-management/sessions/'
const filter = `${list}filter/`
const failure = async (answer: Response) => ({
  status: answer.status,
  ...((await answer.json()) as { error: string }),
})

async function page(org: TestOrganization, query: Record<string, string>): Promise<Page> {
  const answer = await org.request('admin', 'GET', `${filter}?${new URLSearchParams(query)}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Page
}

/** Ids in the order of the contract, straight from the database. */
async function idsInOrder(org: TestOrganization): Promise<string[]> {
  const { rows } = await api.database.execute<{ id: string }>(
    sql`SELECT id FROM sessions WHERE organization_id = ${org.id} ORDER BY created_at DESC, id COLLATE "C" DESC`,
  )
  return rows.map((row) => row.id)
}

describe('pages', () => {
  test('a walk forward meets every session once, in order, and a walk back the same', async () => {
    const org = await api.organization(83)
    await api.database.execute(
      sql`UPDATE sessions SET created_at = '2026-05-05 10:00:00' WHERE organization_id = ${org.id} AND segments = 1`,
    )
    const expected = await idsInOrder(org)
    const seen: string[] = []
    let cursor: string | null = null
    while (seen.length < expected.length) {
      const next: Page = await page(org, { limit: '10', ...(cursor && { start_after_id: cursor }) })
      expect(next.query_count).toBe(83)
      expect(next.first_doc_id).toBe(Object.keys(next.sessions)[0])
      seen.push(...Object.keys(next.sessions))
      cursor = next.last_doc_id
    }
    expect(seen).toEqual(expected)
    const before = await page(org, { limit: '10', end_before_id: expected[70] ?? '' })
    expect(Object.keys(before.sessions)).toEqual(expected.slice(60, 70))
    expect(
      await failure(await org.request('admin', 'GET', `${filter}?start_after_id=${cursor}`)),
    ).toMatchObject({
      status: 404,
      error: 'No sessions found for the given criteria.',
    })
  })

  test('ten rows come where no limit is given; a cursor that names nothing is refused, two cursors too', async () => {
    const org = await api.organization(12)
    expect(Object.keys((await page(org, {})).sessions)).toHaveLength(10)
    for (const query of ['start_after_id=gone', `start_after_id=${org.ids[0]}&end_before_id=${org.ids[1]}`]) {
      expect((await org.request('admin', 'GET', `${filter}?${query}`)).status).toBe(400)
    }
  })

  test('filtered answers equal SQL, ignore cursors and count all matches', async () => {
    const org = await api.organization(300)
    const rows = await org.rows()
    const random = randomFor('filters')
    const one = () => random.pick(rows as [(typeof rows)[0], ...typeof rows])
    for (let round = 0; round < 120; round++) {
      const query: Record<string, string> = { limit: String(random.whole(1, 40)), start_after_id: 'ignored' }
      if (random.chance(0.4)) query['activity'] = one().activity
      if (random.chance(0.4)) query['status'] = one().status
      if (random.chance(0.2)) query['user_id'] = one().userId
      if (random.chance(0.3)) query['uploaded_by'] = one().uploadedBy
      if (random.chance(0.2)) query['title'] = one().title.slice(0, 3).toUpperCase()
      const [from, to] = [one().createdAt.slice(0, 10), one().createdAt.slice(0, 10)].sort()
      if (random.chance(0.4)) query['start_date'] = from!.split('-').reverse().join('/')
      if (random.chance(0.4)) query['end_date'] = to!.split('-').reverse().join('/')
      if (Object.keys(query).length === 2) continue
      const expected = rows
        .filter(
          (row) =>
            (!query['activity'] || row.activity === query['activity']) &&
            (!query['status'] || row.status === query['status']) &&
            (!query['user_id'] || row.userId === query['user_id']) &&
            (!query['uploaded_by'] || row.uploadedBy === query['uploaded_by']) &&
            (!query['title'] || row.title.toUpperCase().includes(query['title'])) &&
            (!query['start_date'] || row.createdAt.slice(0, 10) >= from!) &&
            (!query['end_date'] || row.createdAt.slice(0, 10) <= to!),
        )
        .sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? 1 : -1))
        .map((row) => row.id)
      const answer = await org.request('admin', 'GET', `${filter}?${new URLSearchParams(query)}`)
      if (expected.length === 0) expect(answer.status).toBe(404)
      else {
        const found = (await answer.json()) as Page
        expect(found.query_count).toBe(expected.length)
        expect(Object.keys(found.sessions).sort()).toEqual(expected.slice(0, Number(query['limit'])).sort())
        expect(found.last_doc_id).toBe(expected[Math.min(Number(query['limit']), expected.length) - 1])
      }
    }
  })

  test('signs that mean something to the database stand for themselves in a title', async () => {
    const org = await api.organization(5)
    await api.database.execute(sql`UPDATE sessions SET title = '100 % ÉTÉ_a\\b' WHERE id = ${org.ids[2]}`)
    for (const title of ['% été', 'é_', 'a\\b']) expect((await page(org, { title })).query_count).toBe(1)
    expect((await org.request('admin', 'GET', `${filter}?title=100%25%25`)).status).toBe(404)
  })

  test.each([
    ['start_date=31/02/2026', 'Invalid date format (expected dd/mm/yyyy).'],
    ['end_date=2026-02-01', 'Invalid date format (expected dd/mm/yyyy).'],
    ['start_date=1/2/2026', 'Invalid date format (expected dd/mm/yyyy).'],
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['limit=ten', 'limit'],
    ['activity=running', 'Invalid activity'],
    ['status=done', 'Invalid status'],
    ['title=a%00b', 'Text holds'],
  ])('%s is refused', async (query, words) => {
    const org = await api.organization(1)
    const { status, error } = await failure(await org.request('admin', 'GET', `${filter}?${query}`))
    expect(status).toBe(400)
    expect(error).toContain(words)
  })
})

describe('own sessions', () => {
  test('are those the caller uploaded, all of them, newest first', async () => {
    const org = await api.organization(700)
    const own = (await org.rows()).filter((row) => row.uploadedBy === org.uid('admin'))
    const answer = (await (await org.request('admin', 'GET', list)).json()) as Pick<Page, 'sessions'>
    const expected = (await idsInOrder(org)).filter((id) => own.some((row) => row.id === id))
    expect(Object.keys(answer.sessions)).toEqual(expected)
  })

  test('of somebody who uploaded nothing are no match', async () => {
    const org = await api.organization(0)
    expect(await failure(await org.request('coach', 'GET', list))).toMatchObject({
      status: 404,
      error: 'No sessions found for the given criteria.',
    })
  })
})

describe('by ids', () => {
  test('unknown ids and those of another organisation are absent', async () => {
    const [org, other] = [await api.organization(3), await api.organization(3)]
    const ids = [org.ids[1], 'unknown', other.ids[0], org.ids[1]]
    const answer = await org.request('coach', 'POST', `${list}by-ids/`, { session_ids: ids })
    expect(Object.keys(((await answer.json()) as Page).sessions)).toEqual([org.ids[1]])
    expect(await (await org.request('admin', 'POST', `${list}by-ids/`, { session_ids: [] })).json()).toEqual({
      sessions: {},
    })
  })

  test.each([
    '{}',
    '{"session_ids":"one"}',
    '{"session_ids":[1]}',
    '{"session_ids":[null]}',
    'null',
    '[]',
    '{',
    '',
  ])('%s is refused', async (body) => {
    const org = await api.organization(1)
    const { status, error } = await failure(await org.request('admin', 'POST', `${list}by-ids/`, body))
    expect(status).toBe(400)
    expect(error).not.toBe('')
  })
})

describe('update', () => {
  test('changes title and minute, answers without the session, and the totals follow', async () => {
    const org = await api.organization(20)
    const id = org.ids[7]!
    const answer = await org.request('admin', 'PUT', list + id, {
      title: '  New title ',
      created_at: '2031-03-02 00:05:59',
    })
    expect(await answer.json()).toEqual({ success: `${id} was successfully updated` })
    const found = await page(org, { start_date: '02/03/2031', end_date: '02/03/2031' })
    expect(found.query_count).toBe(1)
    expect(found.sessions[id]).toMatchObject({
      title: 'New title',
      created_at: { date: '02/03/2031', time: '12:05 AM' },
    })
    expect((await page(org, {})).query_count).toBe(20)
  })

  test.each([
    {},
    { title: '   ' },
    { title: 'x'.repeat(501) },
    { title: ['a'] },
    { title: null },
    { title: 'a\0b' },
    { created_at: '2026-02-30 10:00:00' },
    { created_at: '2026-02-03T10:00:00' },
    { created_at: '2026-02-03 24:00:00' },
    { other: 1 },
  ])('%j is refused and changes nothing', async (body) => {
    const org = await api.organization(1)
    const before = await org.row(org.ids[0]!)
    expect((await failure(await org.request('admin', 'PUT', list + org.ids[0], body))).status).toBe(400)
    expect(await org.row(org.ids[0]!)).toEqual(before)
  })
})

describe('delete', () => {
  test('removes the session and is 404 the second time', async () => {
    const org = await api.organization(4)
    const id = org.ids[2]!
    expect(await (await org.request('admin', 'DELETE', list + id)).json()).toEqual({
      success: `${id} was successfully deleted`,
    })
    expect(await failure(await org.request('admin', 'DELETE', list + id))).toMatchObject({
      status: 404,
      error: `Session ${id} not found`,
    })
    expect((await page(org, {})).query_count).toBe(3)
  })
})

describe('faults that a person can reach', () => {
  test('somebody else changes the session between list and save, and only once until the next save', async () => {
    const org = await api.organization(10, { faults: true })
    const { id } = await org.faulty('changed while you edit')
    const read = async () => {
      const answer = await org.request('admin', 'POST', `${list}by-ids/`, { session_ids: [id] })
      return ((await answer.json()) as Page).sessions[id]?.title
    }
    const listed = (await page(org, {})).sessions[id]?.title
    const changed = await read()
    expect(changed).not.toBe(listed)
    expect(await read()).toBe(changed)
    expect((await page(org, {})).sessions[id]?.title).toBe(changed)
    expect((await org.request('admin', 'PUT', list + id, { title: changed })).status).toBe(200)
    expect(await read()).toBe(changed)
    expect(await read()).not.toBe(changed)
  })

  test('update and delete that fail leave the session as it was', async () => {
    const org = await api.organization(10, { faults: true })
    for (const [fault, method] of [
      ['update fails', 'PUT'],
      ['delete fails', 'DELETE'],
    ] as const) {
      const row = await org.faulty(fault)
      const { status, error } = await failure(
        await org.request('admin', method, list + row.id, method === 'PUT' ? { title: 'x' } : undefined),
      )
      expect(status).toBe(500)
      expect(error).toMatch(/^An unexpected error occurred: ./)
      expect(await org.row(row.id)).toEqual(row)
    }
  })

  test('an unreadable record stands under its id beside the others', async () => {
    const org = await api.organization(10, { faults: true })
    const { id } = await org.faulty('unreadable record')
    expect((await page(org, {})).sessions[id]).toMatchObject({ created_at: 42, title: null })
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { sessions } from '../store/schema.ts'
import { openTestApi, type TestApi, type TestOrganization } from './testing/testApi.ts'

let api: TestApi
let org: TestOrganization
let id: string
beforeAll(async () => {
  api = await openTestApi()
  org = await api.organization(60, { faults: true })
})
beforeEach(async () => {
  id = (await org.rows()).find((row) => row.activity === 'Running' && row.fault === null)!.id
  await api.database
    .update(sessions)
    .set({ reportComments: { text_summary: 'Before' } })
    .where(eq(sessions.id, id))
})
afterAll(() => api.close())

const path = (session: string) => `/running/sessions/${session}/report-comments/`
const read = (session = id) => org.request('admin', 'GET', path(session))
const post = (body: unknown, session = id) => org.request('admin', 'POST', path(session), body)
const failure = async (answer: Response) => [
  answer.status,
  ((await answer.json()) as { error: string }).error,
]

describe('report comments of a run', () => {
  test('are written as one object, and read again as they were sent, here and in the session', async () => {
    const whole = {
      text_summary: { en: 'Even <b>steps</b>', ru: 'Ровно' },
      own_key: 'Plain',
      later: [1, null],
    }
    expect(await (await post(whole)).json()).toEqual({ message: 'Comments updated' })
    expect(await (await read()).json()).toEqual(whole)
    const session = await org.request('coach', 'POST', '/session-management/sessions/by-ids/', {
      session_ids: [id],
    })
    expect(await session.json()).toMatchObject({ sessions: { [id]: { report_comments: whole } } })
    expect(await (await post({})).json()).toEqual({ message: 'Comments updated' })
    expect(await (await read()).json()).toEqual({})
  })

  test('keep a key that programs trip over', async () => {
    await post('{"__proto__":"odd","constructor":{"en":"odder"}}')
    expect(await (await read()).text()).toBe('{"__proto__":"odd","constructor":{"en":"odder"}}')
  })

  test('are not there any more once deleted, which is no answer for a session that is not there', async () => {
    const gone = await org.request('admin', 'DELETE', path(id))
    expect(await gone.json()).toEqual({ message: 'Comments deleted' })
    expect(await failure(await read())).toEqual([404, 'Comments not found'])
    expect(await failure(await org.request('admin', 'DELETE', path(id)))).toEqual([404, 'Comments not found'])
    expect(await failure(await read('no-such-id'))).toEqual([404, 'Session no-such-id not found'])
  })

  test('are those of runs alone', async () => {
    const other = (await org.rows()).find((row) => row.activity !== 'Running')!.id
    for (const answer of [
      await read(other),
      await post({}, other),
      await org.request('admin', 'DELETE', path(other)),
    ])
      expect(await failure(answer)).toEqual([404, `Session ${other} not found`])
  })

  test('fail where a session is made for it, and stay as they were', async () => {
    for (const [fault, method] of [
      ['update fails', 'POST'],
      ['delete fails', 'DELETE'],
    ] as const) {
      const row = await org.faulty(fault)
      await api.database
        .update(sessions)
        .set({ activity: 'Running', reportComments: { grf: 'x' } })
        .where(eq(sessions.id, row.id))
      expect(
        (await org.request('admin', method, path(row.id), method === 'POST' ? {} : undefined)).status,
      ).toBe(500)
      expect((await org.row(row.id))?.reportComments).toEqual({ grf: 'x' })
    }
  })

  test.each([
    ['a list', []],
    ['nothing', null],
    ['text', '"comments"'],
    ['no JSON', '{'],
    ['a character that cannot be stored', { text_summary: 'a\0b' }],
    ['half a character in a key', { '\ud800': 'x' }],
    ['a comment without an end', { text_summary: { en: 'x'.repeat(10_001) } }],
    ['a thousand comments', Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`c${i}`, 'x']))],
    ['a deep one', { a: { b: { c: { d: { e: 'x' } } } } }],
    ['a very deep one', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('are not taken from %s', async (_what, body) => {
    expect((await failure(await post(body)))[0]).toBe(400)
    expect(await (await read()).json()).toEqual({ text_summary: 'Before' })
  })
})

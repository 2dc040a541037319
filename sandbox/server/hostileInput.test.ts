import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomFor, type Random } from '../seed/random.ts'
import { CONSOLE, openTestApi, type TestApi, type TestOrganization } from './testing/testApi.ts'

let api: TestApi
let org: TestOrganization
beforeAll(async () => {
  api = await openTestApi()
  org = await api.organization(20)
})
afterAll(() => api.close())

const sessions = '/session-management/sessions/'
const TEXTS = [
  '',
  ' ',
  '\0',
  "'; DROP TABLE sessions; --",
  '../../../etc/passwd',
  '%',
  '\ud800',
  'x'.repeat(3000),
  '__proto__',
  '-1',
  '1e9',
  '<b>',
  '\u202e',
  '31/02/2026',
  '9999-12-31 23:59:59',
  '0000-01-01 00:00:00',
] as const
const VALUES = [...TEXTS, null, true, 0, -1, 1e308, [], {}, [[]], { $ne: 1 }, ['a', null]] as const
const NAMES = [
  'title',
  'created_at',
  'session_ids',
  'limit',
  'activity',
  'status',
  'user_id',
  'uploaded_by',
  'start_date',
  'end_date',
  'start_after_id',
  'end_before_id',
  'is_jump',
  'is_weight',
  'download',
  '__proto__',
  'constructor',
  'expires',
  'signature',
] as const

test('whatever is sent, the answer is an answer: 200, or 4xx with words', async () => {
  const random = randomFor('hostile')
  for (let round = 0; round < 600; round++) {
    const method = random.pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD'])
    const path = random.pick([
      sessions,
      `${sessions}filter/`,
      `${sessions}by-ids/`,
      sessions + part(random),
      `${sessions}${part(random)}/analyzed-video/`,
      `/running/sessions/${part(random)}/`,
      `/running/sessions/${random.chance(0.5) ? org.ids[0] : part(random)}/report-comments/`,
      `/media/${part(random)}/original.mp4`,
      `/media/${part(random)}`,
      `/${part(random)}`,
    ])
    const query = new URLSearchParams(
      Array.from({ length: random.whole(0, 3) }, () => [random.pick(NAMES), random.pick(TEXTS)]),
    )
    const body = method === 'GET' || method === 'HEAD' ? undefined : bodyOf(random)
    const answer = await org.request('admin', method, `${path}?${query}`, body)
    const text = await answer.text()
    const sent = `${method} ${path}?${query} ${body} → ${answer.status} ${text.slice(0, 200)}`
    expect(answer.status, sent).toBeLessThan(500)
    if (answer.status >= 400 && method !== 'HEAD')
      expect(JSON.parse(text), sent).toHaveProperty('error', expect.stringMatching(/./))
  }
  expect((await org.rows()).length).toBe(20)
})

test.each([
  '/media/../../package.json',
  '/media/%2e%2e%2f%2e%2e%2fpackage.json/original.mp4',
  '/media/x/..%2f..%2f..%2fpackage.json',
  '/media//etc/passwd',
  '/media/x/original.mp4/../../../accounts.ts',
])('nothing outside of the videos is read by %s', async (path) => {
  const answer = await api.app.request(`http://localhost:8787${path}`)
  expect([403, 404]).toContain(answer.status)
  expect(await answer.json()).toHaveProperty('error')
})

test('a body beyond a megabyte is refused with 413', async () => {
  const answer = await org.request('admin', 'PUT', sessions + org.ids[0], { title: 'x'.repeat(1_100_000) })
  expect([answer.status, await answer.json()]).toEqual([
    413,
    expect.objectContaining({ error: expect.stringContaining('bytes') as string }),
  ])
})

test('unknown addresses are 404 and wrong methods 405, both with words', async () => {
  const unknown = await org.request('admin', 'GET', '/nothing/here')
  expect([unknown.status, await unknown.json()]).toEqual([
    404,
    { error: 'There is nothing at this address.', error_code: 'NOT_FOUND' },
  ])
  const wrong = await org.request('admin', 'PATCH', sessions + org.ids[0])
  expect([wrong.status, wrong.headers.get('Allow')]).toEqual([405, 'PUT, DELETE'])
  expect((await org.request('admin', 'POST', '/sandbox/organizations', { sessions: 1 })).status).toBe(404)
})

test('only the console’s origin may read answers, and it may ask for two hours without asking leave again', async () => {
  const preflight = (origin: string) =>
    api.app.request(sessions, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    })
  const own = await preflight(CONSOLE)
  expect([
    own.status,
    own.headers.get('Access-Control-Allow-Origin'),
    own.headers.get('Access-Control-Max-Age'),
  ]).toEqual([204, CONSOLE, '7200'])
  expect((await preflight('http://evil.example')).headers.get('Access-Control-Allow-Origin')).toBeNull()
  const refused = await api.app.request(sessions, { headers: { Origin: CONSOLE } })
  expect([refused.status, refused.headers.get('Access-Control-Allow-Origin')]).toEqual([401, CONSOLE])
})

function part(random: Random): string {
  return encodeURIComponent(random.pick(TEXTS).replaceAll('\ud800', '\ufffd')) || 'x'
}

function bodyOf(random: Random): string {
  if (random.chance(0.1))
    return random.pick([
      '',
      '{',
      'null',
      '[]',
      '"text"',
      '{"__proto__":{"title":"x"}}',
      '{"title":"\\ud800"}',
    ])
  return JSON.stringify(
    Object.fromEntries(
      Array.from({ length: random.whole(0, 3) }, () => [random.pick(NAMES), random.pick(VALUES)]),
    ),
  )
}

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApi, type Caller, type TestApi, type TestOrganization } from './testing/testApi.ts'

let api: TestApi
let paid: TestOrganization
let unpaid: TestOrganization
let foreign: TestOrganization
beforeAll(async () => {
  api = await openTestApi()
  paid = await api.organization(400)
  unpaid = await api.organization(400, { plan: null })
  foreign = await api.organization(9)
})
afterAll(() => api.close())

const sessions = '/session-management/sessions/'
type Operation = {
  name: string
  method: string
  path: (ids: { own: string; others: string }) => string
  body?: unknown
}
type Refusal = 'ok' | 'token' | 'role' | 'denied' | 'plan' | 'absent'

const operations = {
  list: { name: 'list own', method: 'GET', path: () => sessions },
  filter: { name: 'filter', method: 'GET', path: () => `${sessions}filter/` },
  byIds: { name: 'by ids', method: 'POST', path: () => `${sessions}by-ids/`, body: { session_ids: [] } },
  updateOwn: {
    name: 'update an own upload',
    method: 'PUT',
    path: ({ own }) => sessions + own,
    body: { title: 'New' },
  },
  updateOther: {
    name: 'update another upload',
    method: 'PUT',
    path: ({ others }) => sessions + others,
    body: { title: 'New' },
  },
  deleteOwn: { name: 'delete an own upload', method: 'DELETE', path: ({ own }) => sessions + own },
  deleteOther: { name: 'delete another upload', method: 'DELETE', path: ({ others }) => sessions + others },
  watch: {
    name: 'address of an existing video',
    method: 'GET',
    path: ({ own }) => `${sessions}${own}/analyzed-video/`,
  },
  make: { name: 'make a video', method: 'POST', path: ({ own }) => `${sessions}${own}/analyzed-video/` },
  series: { name: 'series', method: 'GET', path: ({ own }) => `/running/sessions/${own}/` },
  comments: {
    name: 'report comments',
    method: 'GET',
    path: ({ own }) => `/running/sessions/${own}/report-comments/`,
  },
  commentOwn: {
    name: 'comment on an own upload',
    method: 'POST',
    path: ({ own }) => `/running/sessions/${own}/report-comments/`,
    body: { text_summary: { en: 'New' } },
  },
  commentOther: {
    name: 'comment on another upload',
    method: 'POST',
    path: ({ others }) => `/running/sessions/${others}/report-comments/`,
    body: {},
  },
  uncommentOther: {
    name: 'delete the comments on another upload',
    method: 'DELETE',
    path: ({ others }) => `/running/sessions/${others}/report-comments/`,
  },
  uncommentOwn: {
    name: 'delete the comments on an own upload',
    method: 'DELETE',
    path: ({ own }) => `/running/sessions/${own}/report-comments/`,
  },
  clients: { name: 'athletes', method: 'GET', path: () => '/client-management/clients/' },
  admins: { name: 'uploaders', method: 'GET', path: () => '/admin-management/admins-list/' },
  status: { name: 'who am I', method: 'GET', path: () => '/user-management/organization-status/' },
} satisfies Record<string, Operation>

const words: Record<Exclude<Refusal, 'ok'>, [number, RegExp]> = {
  token: [401, /token/],
  role: [403, /^You must be an admin to access this data\.$/],
  denied: [403, /^Access denied\.$/],
  plan: [403, /^User does not have a valid payment plan$/],
  absent: [404, /^Session .* not found$/],
}

/** What each kind of caller meets; `making` an existing video answers 400 where it is allowed. */
const table: [
  keyof typeof operations,
  Record<'nobody' | 'athlete' | 'admin' | 'coach' | 'unpaid' | 'foreign', Refusal>,
][] = [
  ['list', { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'ok', unpaid: 'ok', foreign: 'ok' }],
  ['filter', { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'ok', unpaid: 'ok', foreign: 'ok' }],
  ['byIds', { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'ok', unpaid: 'ok', foreign: 'ok' }],
  [
    'updateOwn',
    { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'ok', unpaid: 'plan', foreign: 'absent' },
  ],
  [
    'updateOther',
    { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'denied', unpaid: 'plan', foreign: 'absent' },
  ],
  [
    'deleteOwn',
    { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'ok', unpaid: 'ok', foreign: 'absent' },
  ],
  [
    'deleteOther',
    { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'denied', unpaid: 'ok', foreign: 'absent' },
  ],
  ['watch', { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'ok', unpaid: 'ok', foreign: 'absent' }],
  ['make', { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'ok', unpaid: 'plan', foreign: 'absent' }],
  ['series', { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'ok', unpaid: 'ok', foreign: 'absent' }],
  [
    'comments',
    { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'ok', unpaid: 'ok', foreign: 'absent' },
  ],
  [
    'commentOwn',
    { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'ok', unpaid: 'plan', foreign: 'absent' },
  ],
  [
    'commentOther',
    { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'denied', unpaid: 'plan', foreign: 'absent' },
  ],
  [
    'uncommentOwn',
    { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'ok', unpaid: 'plan', foreign: 'absent' },
  ],
  [
    'uncommentOther',
    { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'denied', unpaid: 'plan', foreign: 'absent' },
  ],
  ['clients', { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'ok', unpaid: 'ok', foreign: 'ok' }],
  ['admins', { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'ok', unpaid: 'ok', foreign: 'ok' }],
  ['status', { nobody: 'token', athlete: 'role', admin: 'ok', coach: 'ok', unpaid: 'ok', foreign: 'ok' }],
]

describe.each(table)('%s', (name, expectations) => {
  const operation: Operation = operations[name]
  test.each(Object.entries(expectations))(`${operation.name}, asked by %s: %s`, async (who, expected) => {
    const org = who === 'unpaid' ? unpaid : paid
    const asking = who === 'foreign' ? foreign : org
    const caller: Caller = who === 'unpaid' || who === 'foreign' ? 'admin' : (who as Caller)
    const rows = (await org.rows()).filter((row) => row.analyzed && row.activity === 'Running')
    const uploader = org.uid(caller === 'coach' ? 'coach' : 'admin')
    const own = rows.find((row) => row.uploadedBy === uploader)!.id
    const others = rows.find((row) => row.uploadedBy !== uploader)!.id
    await api.database.execute(
      sql`UPDATE sessions SET report_comments = '{}' WHERE id IN (${own}, ${others})`,
    )
    const answer = await asking.request(
      caller,
      operation.method,
      operation.path({ own, others }),
      operation.body,
    )
    if (expected === 'ok') {
      expect(answer.status).toBe(name === 'make' ? 400 : 200)
      return
    }
    const [status, text] = words[expected]
    expect(answer.status).toBe(status)
    expect(((await answer.json()) as { error: string }).error).toMatch(text)
  })
})

test('an unknown plan is refused in other words than a missing one', async () => {
  const org = await api.organization(1, { plan: 'Trial' })
  const answer = await org.request('admin', 'PUT', sessions + org.ids[0], { title: 'New' })
  expect([answer.status, await answer.json()]).toEqual([
    403,
    { error: 'Payment plan not supported.', error_code: 'UNSUPPORTED_PLAN' },
  ])
})

test.each([
  'Bearer',
  'Bearer a b',
  'Basic abc',
  `Bearer ${'x'.repeat(9000)}`,
  'Bearer eyJhbGciOiJub25lIn0.e30.',
])('"%.40s" is no token', async (header) => {
  const answer = await api.app.request(sessions, { headers: { Authorization: header } })
  expect(answer.status).toBe(401)
})

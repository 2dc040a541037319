import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SampleAccount } from '../accounts.ts'
import { organizations, sessions, titleTotals } from '../store/schema.ts'
import { openTestApi, type TestApi } from './testing/testApi.ts'

type Made = {
  organization: string
  admin: { uid: string; email: string; password: string }
  session_ids: string[]
}

const accounts = new Map<string, SampleAccount>()
let api: TestApi
beforeAll(async () => {
  api = await openTestApi({
    accounts: {
      create: (made) => Promise.resolve(made.forEach((account) => accounts.set(account.uid, account))),
      remove: (uids) => Promise.resolve(uids.forEach((uid) => accounts.delete(uid))),
    },
  })
})
afterAll(() => api.close())

const post = (body: unknown) =>
  api.app.request('/sandbox/organizations', { method: 'POST', body: JSON.stringify(body) })

test('a test gets an organisation of its own and leaves nothing behind', async () => {
  const made = (await (await post({ sessions: 12, faults: true })).json()) as Made
  const rows = await api.database.select().from(sessions)
  expect(rows.map((row) => row.id).sort()).toEqual([...made.session_ids].sort())
  expect(rows.filter((row) => row.fault !== null)).toHaveLength(8)
  expect(accounts.get(made.admin.uid)).toMatchObject({
    email: made.admin.email,
    password: made.admin.password,
    role: 'admin',
  })

  const gone = await api.app.request(`/sandbox/organizations/${made.organization}`, { method: 'DELETE' })
  expect(gone.status).toBe(200)
  for (const table of [organizations, sessions, titleTotals])
    expect(await api.database.select().from(table)).toEqual([])
  expect(accounts.size).toBe(0)
})

test('a session’s processing is moved on; an unknown state or session is refused', async () => {
  const org = await api.organization(3)
  const put = (id: string, body: unknown) =>
    api.app.request(`/sandbox/sessions/${id}/status`, { method: 'PUT', body: JSON.stringify(body) })
  const id = org.ids[0] ?? ''
  for (const status of ['processing', 'failed', 'completed']) {
    expect((await put(id, { status })).status).toBe(200)
    expect((await org.row(id))?.status).toBe(status)
  }
  expect((await put(id, { status: 'done' })).status).toBe(400)
  expect((await put('no-such-id', { status: 'queued' })).status).toBe(404)
})

test('an organisation that no test made is not removed', async () => {
  const org = await api.organization(3)
  expect((await api.app.request(`/sandbox/organizations/${org.id}`, { method: 'DELETE' })).status).toBe(404)
  expect(await org.rows()).toHaveLength(3)
})

test.each([{}, { sessions: -1 }, { sessions: '5' }, { sessions: 1e9 }])('%j is refused', async (body) => {
  expect((await post(body)).status).toBe(400)
})

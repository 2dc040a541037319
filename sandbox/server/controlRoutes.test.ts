import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SampleAccount } from '../accounts.ts'
import { mediaSeries } from '../media/series.ts'
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

test('two organisations of a size have the same sessions under ids of their own', async () => {
  const made = async () => (await (await post({ sessions: 20, faults: false })).json()) as Made
  const [one, other] = [await made(), await made()]
  const rows = await api.database.select().from(sessions)
  const shown = (ids: readonly string[]) =>
    ids.map((id) => {
      const { createdAt, title, activity, userName, status, metrics } =
        rows.find((row) => row.id === id) ?? {}
      return { createdAt, title, activity, userName, status, metrics }
    })
  expect(shown(one.session_ids)).toEqual(shown(other.session_ids))
  expect(new Set([...one.session_ids, ...other.session_ids]).size).toBe(40)
  for (const { organization } of [one, other])
    await api.app.request(`/sandbox/organizations/${organization}`, { method: 'DELETE' })
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

test('a session becomes one of the athlete of another', async () => {
  const org = await api.organization(20)
  const rows = await org.rows()
  const one = rows[0]!
  const other = rows.find(({ userId }) => userId !== one.userId)!
  const put = (id: string, session: unknown) =>
    api.app.request(`/sandbox/sessions/${id}/athlete`, { method: 'PUT', body: JSON.stringify({ session }) })
  expect((await put(other.id, one.id)).status).toBe(200)
  expect(await org.row(other.id)).toMatchObject({
    userId: one.userId,
    userName: one.userName,
    title: other.title,
  })
  expect((await put(other.id, 'no-such-id')).status).toBe(404)
  expect((await put('no-such-id', one.id)).status).toBe(404)
  expect((await put(other.id, 3)).status).toBe(400)
})

test('a run shows the film of a phone, with the series of its frames, and its usual one again', async () => {
  const org = await api.organization(20)
  const run = (await org.rows()).find((row) => row.activity === 'Running' && row.status === 'completed')!
  const other = (await org.rows()).find((row) => row.activity !== 'Running')!
  const put = (id: string, film: unknown) =>
    api.app.request(`/sandbox/sessions/${id}/film`, { method: 'PUT', body: JSON.stringify({ film }) })
  const shown = async () => {
    const answer = await org.request('admin', 'GET', `/running/sessions/${run.id}/`)
    const { all_timestamps, video_url } = (await answer.json()) as {
      all_timestamps: number[]
      video_url: string
    }
    return { times: all_timestamps, bytes: (await api.app.request(video_url)).headers.get('Content-Length') }
  }
  const usual = await shown()
  expect((await put(run.id, 'variable')).status).toBe(200)
  const phone = await shown()
  expect(phone.times).toEqual(mediaSeries('variable').timestamps)
  expect(phone.bytes).not.toBe(usual.bytes)
  expect((await put(run.id, null)).status).toBe(200)
  expect(await shown()).toEqual(usual)
  expect((await put(other.id, 'variable')).status).toBe(400)
  expect((await put(run.id, 'jumping')).status).toBe(400)
  expect((await put('no-such-id', 'variable')).status).toBe(404)
})

test('the addresses of one organisation live as long as a test says, and the others as before', async () => {
  const made = (await (await post({ sessions: 3 })).json()) as Made
  const life = (id: string, seconds: unknown) =>
    api.app.request(`/sandbox/organizations/${id}/address-life`, {
      method: 'PUT',
      body: JSON.stringify({ seconds }),
    })
  const org = await api.organization(3)
  expect((await life(org.id, 5)).status).toBe(404)
  await api.database.update(organizations).set({ temporary: true }).where(eq(organizations.id, org.id))
  const lifeInSeconds = async (path: string, method = 'GET', sent?: object) => {
    const text = await (await org.request('admin', method, path, sent)).text()
    const expires = [...text.matchAll(/expires=(\d+)/g)].map((match) => Number(match[1]))
    expect(expires.length).toBeGreaterThan(0)
    return [...new Set(expires.map((time) => time - api.clock.now() / 1000))]
  }
  const sessionsPath = '/session-management/sessions/'
  const places = async () => [
    ...(await lifeInSeconds(sessionsPath)),
    ...(await lifeInSeconds(`${sessionsPath}filter/`)),
    ...(await lifeInSeconds(`${sessionsPath}by-ids/`, 'POST', { session_ids: org.ids })),
    ...(await lifeInSeconds(`/running/sessions/${org.ids[0]}/`)),
    ...(await lifeInSeconds(`${sessionsPath}${org.ids[0]}/analyzed-video/`)),
  ]
  expect((await life(org.id, 5)).status).toBe(200)
  expect(await places()).toEqual([5, 5, 5, 5, 5])
  expect((await life(made.organization, 7)).status).toBe(200)
  expect(await places()).toEqual([5, 5, 5, 5, 5])
  expect((await life(org.id, null)).status).toBe(200)
  expect(await places()).toEqual([900, 900, 900, 900, 900])
  expect((await life(org.id, 0)).status).toBe(400)
})

test('an organisation that no test made is not removed', async () => {
  const org = await api.organization(3)
  expect((await api.app.request(`/sandbox/organizations/${org.id}`, { method: 'DELETE' })).status).toBe(404)
  expect(await org.rows()).toHaveLength(3)
})

test.each([{}, { sessions: -1 }, { sessions: '5' }, { sessions: 1e9 }])('%j is refused', async (body) => {
  expect((await post(body)).status).toBe(400)
})

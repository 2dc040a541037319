import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestApi } from '../../sandbox/server/testing/testApi.ts'
import type { TestApi, TestOrganization } from '../../sandbox/server/testing/testApi.ts'
import { sessions } from '../../sandbox/store/schema.ts'
import type { JsonObject, SessionRow } from '../../sandbox/store/schema.ts'
import type { Session } from '../domain/session.ts'
import type { ReportComments, SessionSource } from '../domain/source.ts'
import { createAikynetixSource } from './aikynetix/source.ts'

let api: TestApi
let organization: TestOrganization
let requests: string[]

beforeAll(async () => {
  api = await openTestApi()
  organization = await api.organization(40)
})
afterAll(() => api.close())

beforeEach(() => {
  requests = []
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    const request = new Request(address, init)
    requests.push(`${request.method} ${new URL(request.url).pathname}`)
    return api.app.fetch(request)
  })
})
afterEach(() => vi.unstubAllGlobals())

const sourceOf = (caller: 'admin' | 'coach', org = organization): SessionSource => {
  const tokens = { token: () => Promise.resolve(org.uid(caller)), renewToken: () => Promise.resolve(null) }
  return createAikynetixSource({ apiUrl: 'http://localhost:8787', tokens, onSignedOut: () => undefined })
}
const commentsOf = (source: SessionSource): ReportComments => {
  if (!source.comments) throw new Error('This source takes no comments.')
  return source.comments
}

async function run(
  stored: JsonObject | null,
  org = organization,
  keep = (_row: SessionRow) => true,
): Promise<Session> {
  const row = (await org.rows()).find((each) => each.activity === 'Running' && keep(each))
  const id = row?.id ?? ''
  await api.database.update(sessions).set({ reportComments: stored }).where(eq(sessions.id, id))
  return (await sourceOf('admin', org).get([id])).get(id) as Session
}

describe('report comments', () => {
  it('are read as the session has them, and none is no error', async () => {
    const { comments } = sourceOf('admin')
    const session = await run({ text_summary: { en: 'Even' }, grf: 'High' })
    expect(session.comments).toHaveLength(2)
    expect(await comments?.read(session.id)).toEqual(session.comments)
    for (const empty of [null, {}]) expect(await comments?.read((await run(empty)).id)).toEqual([])
  })

  it('are saved and read again, with two requests, and leave what they do not understand', async () => {
    const source = sourceOf('coach')
    const mine = (row: SessionRow) => row.uploadedBy === organization.uid('coach')
    const session = await run({ text_summary: { en: 'Even' }, rating: 4 }, organization, mine)
    const wanted = [{ key: 'text_hip_angle', text: { en: ' “Stiff” <b>', ru: 'Жёстко' } }]
    requests = []
    expect(await commentsOf(source).save(session, wanted)).toEqual(wanted)
    const address = `/running/sessions/${session.id}/report-comments/`
    expect(requests).toEqual([`GET ${address}`, `POST ${address}`])
    expect((await source.get([session.id])).get(session.id)?.comments).toEqual(wanted)
    expect((await organization.row(session.id))?.reportComments).toMatchObject({ rating: 4 })
  })

  it('are deleted, also when they are gone already', async () => {
    const comments = commentsOf(sourceOf('admin'))
    const session = await run({ text_summary: { en: 'Even' } })
    await comments.remove(session)
    expect(await comments.read(session.id)).toEqual([])
    requests = []
    await expect(comments.remove(session)).resolves.toBeUndefined()
    expect(requests).toHaveLength(1)
  })

  it('are deleted without what they do not understand', async () => {
    const comments = commentsOf(sourceOf('admin'))
    const session = await run({ text_summary: { en: 'Even' }, rating: 4 })
    await comments.remove(session)
    expect((await organization.row(session.id))?.reportComments).toEqual({ rating: 4 })
    expect(await comments.read(session.id)).toEqual([])
  })

  it('are not written over what somebody else has written since', async () => {
    const session = await run({ text_summary: { en: 'Even' } })
    const theirs = [{ key: 'text_summary', text: { en: 'Uneven' } }]
    await commentsOf(sourceOf('admin')).save(session, theirs)
    const comments = commentsOf(sourceOf('admin'))
    await expect(comments.save(session, [])).rejects.toMatchObject({ kind: 'conflict', latest: theirs })
    await expect(comments.remove(session)).rejects.toMatchObject({ kind: 'conflict', latest: theirs })
    expect(await comments.read(session.id)).toEqual(theirs)
  })

  it('are refused for role, plan and what is not there, each in its own kind', async () => {
    const unpaid = await api.organization(20, { plan: null })
    const free = await run({ text_summary: 'x' }, unpaid)
    await expect(commentsOf(sourceOf('admin', unpaid)).save(free, [])).rejects.toMatchObject({
      kind: 'forbidden-plan',
    })
    const theirs = await run({}, organization, (row) => row.uploadedBy === organization.uid('admin'))
    const coach = commentsOf(sourceOf('coach'))
    await expect(coach.save(theirs, [])).rejects.toMatchObject({ kind: 'forbidden-role' })
    await expect(coach.save({ id: 'no-such-id', comments: [] }, [])).rejects.toMatchObject({
      kind: 'not-found',
    })
    await expect(coach.read('no-such-id')).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('have a place on runs alone', async () => {
    const source = sourceOf('admin')
    const { items } = await source.list({ size: 40 }, null)
    const places = items
      .filter((session) => source.comments?.canWrite(session))
      .map(({ activity }) => activity)
    expect(new Set(places)).toEqual(new Set(['Running']))
  })
})

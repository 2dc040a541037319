import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TestOrganization } from '../../../sandbox/server/testing/testApi.ts'
import type { Session } from '../../domain/session.ts'
import { versionOf } from '../../domain/sessionVersion.ts'
import { FILTER_NAMES } from '../../domain/source.ts'
import type { SessionQuery, SessionSource } from '../../domain/source.ts'
import { aikynetixOf, idsOf as ids, kindOf, openApi, serve, walk } from '../../testing/contractWorlds.ts'
import type { OpenedApi } from '../../testing/contractWorlds.ts'

const COUNT = 130

let opened: OpenedApi
let organization: TestOrganization
let source: SessionSource

beforeAll(async () => {
  opened = await openApi()
  organization = await opened.api.organization(COUNT, { faults: true })
})

afterAll(() => opened.api.close())

beforeEach(() => {
  serve(opened)
  source = sourceOf('admin')
})

afterEach(() => {
  vi.unstubAllGlobals()
})

const sourceOf = (caller: 'admin' | 'coach' | 'athlete') => aikynetixOf(organization.uid(caller))

type Kept = { title: string; activity: string; createdAt: string; status: string }

/** The ids that the database itself gives, newest first. */
async function expectedIds(keep: (row: Kept) => boolean) {
  const rows = (await organization.rows()).filter((row) => keep(row))
  return rows
    .sort((a, b) =>
      a.createdAt === b.createdAt ? (a.id < b.id ? 1 : -1) : a.createdAt < b.createdAt ? 1 : -1,
    )
    .map(({ id }) => id)
}

describe('a full walk', () => {
  it.each<[string, Omit<SessionQuery, 'size'>, (row: Kept) => boolean]>([
    ['a title', { title: 'RUN' }, (row) => /run/i.test(row.title)],
    ['an activity', { activity: 'Running' }, (row) => row.activity === 'Running'],
    [
      'days, both inclusive',
      { from: '2026-10-01', to: '2026-10-31' },
      (row) => row.createdAt.slice(0, 7) === '2026-10',
    ],
    [
      'several filters',
      { title: 'e', activity: 'Weightlifting', from: '2026-09-01' },
      (row) => /e/i.test(row.title) && row.activity === 'Weightlifting' && row.createdAt >= '2026-09-01',
    ],
    [
      'several statuses',
      { status: ['completed', 'failed'], activity: 'Running' },
      (row) => ['completed', 'failed'].includes(row.status) && row.activity === 'Running',
    ],
  ])('under %s meets what the database has, in its order, at any page size', async (_name, filter, keep) => {
    const expected = await expectedIds(keep)
    expect(expected.length).toBeGreaterThan(2)
    for (const size of [1, 3, 10, 200]) {
      const met = await walk(source, { ...filter, size })
      expect(new Set(ids(met))).toEqual(new Set(expected))
      expect(met).toHaveLength(expected.length)
      const readable = ids(met.filter(({ recordedAt }) => recordedAt !== null))
      expect(readable).toEqual(expected.filter((id) => readable.includes(id)))
    }
  })

  it('keeps the total of the first answer while it goes back day by day', async () => {
    const first = await source.list({ activity: 'Running', size: 5 }, null)
    const second = await source.list({ activity: 'Running', size: 5 }, first.next)
    expect(first.total).toBe((await expectedIds((row) => row.activity === 'Running')).length)
    expect(second.total).toBe(first.total)
  })

  it.each<[string, (source: SessionSource, last: Session) => Promise<unknown> | undefined]>([
    ['was deleted', ({ writer }, last) => writer?.remove(versionOf(last))],
    [
      'was given an older time',
      ({ writer }, last) => writer?.update(last, { recordedAt: '2020-01-01T10:00' }),
    ],
    [
      'was given a newer time',
      ({ writer }, last) => writer?.update(last, { recordedAt: '2030-01-01T10:00' }),
    ],
  ])('asks to walk again when the row under its cursor %s', async (_what, change) => {
    const other = await opened.api.organization(12)
    const theirs = aikynetixOf(other.uid('admin'))
    const page = await theirs.list({ size: 5 }, null)
    await change(theirs, page.items.at(-1) as Session)
    expect(await kindOf(theirs.list({ size: 5 }, page.next))).toBe('stale-cursor')
  })

  it('counts a record without an id once, under a filter and without one', async () => {
    const other = await opened.api.organization(12)
    await opened.api.database.execute(sql`UPDATE sessions SET id = '' WHERE id = ${other.ids[5]}`)
    const theirs = aikynetixOf(other.uid('admin'))
    for (const query of [
      { size: 1 },
      { size: 5 },
      { from: '2000-01-01', size: 1 },
      { from: '2000-01-01', size: 5 },
    ]) {
      let page = await theirs.list(query, null)
      let leftOut = page.leftOut
      const met = ids(page.items)
      while (page.next !== null && met.length < 20) {
        page = await theirs.list(query, page.next)
        leftOut += page.leftOut
        met.push(...ids(page.items))
      }
      expect(met).toHaveLength(11)
      expect(leftOut).toBe(1)
    }
  })

  it('offers every filter there is', () => {
    expect([...source.filters]).toEqual(FILTER_NAMES)
  })
})

describe('one session', () => {
  it('has series that fit the frames, for each activity', async () => {
    for (const activity of ['Running', 'Weightlifting', 'Vertical Jump', 'Mobility Assessment']) {
      const page = await source.list({ activity, size: 50 }, null)
      const session = page.items.find(
        ({ analyzedVideoUrl, title }) => analyzedVideoUrl && !title.startsWith('Fault'),
      )
      const analysis = await source.analysis(session as Session)
      expect(analysis.timestamps.length, activity).toBeGreaterThan(100)
      expect(analysis.angles.length, activity).toBeGreaterThanOrEqual(6)
      expect(analysis.unreadable, activity).toEqual([])
    }
  })
})

describe('failures', () => {
  it('of a role are told from others', async () => {
    expect(await kindOf(sourceOf('athlete').list({ size: 5 }, null))).toBe('forbidden-role')
  })

  it('of a plan are told from those of a role', async () => {
    const unpaid = await opened.api.organization(3, { plan: null })
    const theirs = aikynetixOf(unpaid.uid('admin'))
    const session = (await theirs.list({ size: 1 }, null)).items[0] as Session
    expect(await kindOf(theirs.writer?.update(session, { title: 'New' }) ?? Promise.resolve())).toBe(
      'forbidden-plan',
    )
    const coach = sourceOf('coach')
    const others = (await source.list({ size: 50 }, null)).items.find(
      ({ uploadedBy, unreadable }) => uploadedBy === organization.uid('admin') && unreadable.length === 0,
    ) as Session
    expect(await kindOf(coach.writer?.update(others, { title: 'New' }) ?? Promise.resolve())).toBe(
      'forbidden-role',
    )
  })
})

describe('reading', () => {
  it('gives uploaders by name, and what the organisation says of the caller', async () => {
    expect(await source.uploaders?.list()).toContainEqual(
      expect.objectContaining({ id: organization.uid('coach') }),
    )
    expect(await source.membership()).toMatchObject({ role: 'admin', plan: 'Pro' })
  })
})

describe('writing', () => {
  it('shows in what is read afterwards, to the minute and without a zone', async () => {
    const before = (await source.list({ size: 20 }, null)).items.find(
      ({ title, unreadable }) => !title.startsWith('Fault') && unreadable.length === 0,
    ) as Session
    await source.writer?.update(before, { title: '  Été — “quoted” ', recordedAt: '2026-03-02T00:05' })
    const after = (await source.get([before.id])).get(before.id)
    expect(after).toMatchObject({ title: 'Été — “quoted”', recordedAt: '2026-03-02T00:05' })
    const found = await source.list({ from: '2026-03-02', to: '2026-03-02', size: 10 }, null)
    expect(ids(found.items)).toContain(before.id)
  })

  it('of what is gone is not found; deleting it is done', async () => {
    const last = (await source.list({ size: 200 }, null)).items.findLast(
      ({ title }) => !title.startsWith('Fault'),
    ) as Session
    await expect(source.writer?.remove(versionOf(last))).resolves.toBe('removed')
    await expect(source.writer?.remove(versionOf(last))).resolves.toBe('gone')
    expect(await kindOf(source.writer?.update(last, { title: 'New' }) ?? Promise.resolve())).toBe('not-found')
  })

  it('deletes nothing that somebody changed since it was read', async () => {
    const seen = (await source.list({ size: 20 }, null)).items.find(
      ({ title, unreadable }) => !title.startsWith('Fault') && unreadable.length === 0,
    ) as Session
    await sourceOf('admin').writer?.update(seen, { title: 'Changed by another admin' })
    await expect(source.writer?.remove(versionOf(seen))).rejects.toMatchObject({
      kind: 'conflict',
      latest: { title: 'Changed by another admin' },
    })
    const now = (await source.get([seen.id])).get(seen.id) as Session
    await expect(source.writer?.remove(versionOf(now))).resolves.toBe('removed')
  })
})

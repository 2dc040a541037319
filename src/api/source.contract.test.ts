import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '../domain/session.ts'
import { FILTER_NAMES } from '../domain/source.ts'
import type { Cursor, Page, SessionQuery } from '../domain/source.ts'
import { aikynetixOf, idsOf, kindOf, openApi, serve, valorWorld, walk } from '../testing/contractWorlds.ts'
import type { OpenedApi, World } from '../testing/contractWorlds.ts'

const COUNT = 130
/** What a question is asked for where the source may have no such filter. */
const ASKED: Partial<SessionQuery> = {
  title: 'e',
  activity: 'Running',
  status: ['completed'],
  from: '2026-09-01',
  to: '2026-10-31',
}

/** The same questions of every source: what they are about, each source says by its capabilities. */
const WORLDS: readonly [string, (opened: OpenedApi) => Promise<World>][] = [
  [
    'the session-management API',
    async ({ api }) => {
      const organization = await api.organization(COUNT)
      return {
        source: aikynetixOf(organization.uid('admin')),
        ids: organization.ids,
        stranger: () => aikynetixOf('forged'),
      }
    },
  ],
  ['the recorded-sessions API', (opened) => valorWorld(opened, { recordings: COUNT })],
]

let opened: OpenedApi

beforeAll(async () => {
  opened = await openApi()
})
afterAll(() => opened.api.close())

describe.each(WORLDS)('%s', (_name, open) => {
  let world: World

  beforeAll(async () => {
    serve(opened)
    world = await open(opened)
    vi.unstubAllGlobals()
  })
  beforeEach(() => serve(opened))
  afterEach(() => vi.unstubAllGlobals())

  it.each([1, 7, 25, 129, 130, 131, 999])(
    'gives every session once in a full walk with %i a page, and ends',
    async (size) => {
      const met = idsOf(await walk(world.source, { size }))
      expect(new Set(met).size).toBe(COUNT)
      expect([...met].sort()).toEqual([...world.ids].sort())
    },
  )

  it('gives the same in the same order at any page size', async () => {
    const whole = idsOf(await walk(world.source, { size: 999 }))
    expect(idsOf(await walk(world.source, { size: 11 }))).toEqual(whole)
  })

  it('ends where it says so: a page with a next one may be empty, the last one has none', async () => {
    const pages: number[] = []
    for (let next: Cursor | null = null, begun = false; !begun || next !== null; begun = true) {
      const page: Page = await world.source.list({ size: 3 }, next)
      expect(page.items.length).toBeLessThanOrEqual(3)
      pages.push(page.items.length)
      next = page.next
      expect(pages.length, 'pages').toBeLessThan(COUNT)
    }
    expect(pages.reduce((sum, rows) => sum + rows, 0)).toBe(COUNT)
  })

  it('counts all matches or nothing, as its way of paging says', async () => {
    const { total } = await world.source.list({ size: 5 }, null)
    expect(total).toBe(world.source.paging === 'counted' ? COUNT : null)
  })

  it('gives under each filter it offers what a full walk has of it, whole and nothing else', async () => {
    const everything = await walk(world.source, { size: 100 })
    const athlete = everything[COUNT / 2]?.athlete.id ?? ''
    const keeps: Record<string, (session: Session) => boolean> = {
      title: ({ title }) => /e/i.test(title),
      activity: ({ activity }) => activity === 'Running',
      status: ({ status }) => status === 'completed',
      from: ({ recordedAt }) => (recordedAt ?? '') >= '2026-09-01',
      to: ({ recordedAt }) => recordedAt !== null && recordedAt.slice(0, 10) <= '2026-10-31',
      athlete: (session) => session.athlete.id === athlete,
    }
    for (const name of FILTER_NAMES) {
      const keep = keeps[name]
      if (!world.source.filters.has(name) || !keep) continue
      const value = name === 'athlete' ? athlete : ASKED[name]
      const expected = idsOf(everything.filter(keep))
      expect(expected.length, name).toBeGreaterThan(1)
      for (const size of [7, 200]) {
        const met = idsOf(await walk(world.source, { [name]: value, size }))
        expect([...met].sort(), name).toEqual([...expected].sort())
      }
    }
  })

  it('of nothing is an empty page and the end, not an error', async () => {
    expect(await world.source.list({ athlete: 'nobody-at-all', size: 10 }, null)).toEqual({
      items: [],
      next: null,
      total: world.source.paging === 'counted' ? 0 : null,
      leftOut: 0,
      incompleteDays: [],
    })
  })

  it('has one session the same from a list, by its id, and by its id without the list', async () => {
    const listed = (await world.source.list({ size: 10 }, null)).items[3] as Session
    expect((await world.source.get([listed.id])).get(listed.id)).toEqual(listed)
    const fresh = (await open(opened)).source
    const first = (await fresh.list({ size: 100 }, null)).items.at(-1) as Session
    expect([...(await fresh.get([first.id, first.id])).keys()]).toEqual([first.id])
  })

  it('has every session say its source, its athlete and its time', async () => {
    const rows = await walk(world.source, { size: 50 })
    expect(new Set(rows.map(({ source }) => source))).toEqual(new Set([world.source.id]))
    expect(rows.filter(({ athlete }) => athlete.id !== '').length).toBeGreaterThan(COUNT * 0.9)
    expect(rows.filter(({ athlete }) => athlete.name !== '').length).toBeGreaterThan(COUNT * 0.9)
    expect(rows.filter(({ recordedAt }) => recordedAt !== null).length).toBeGreaterThan(COUNT * 0.9)
  })

  it('tells no fact that it does not say it tells', async () => {
    const rows = await walk(world.source, { size: 50 })
    const { facts } = world.source
    const told: Record<string, (session: Session) => boolean> = {
      activity: ({ activity }) => activity !== '',
      status: ({ status }) => status !== null,
      segments: ({ segments }) => segments !== null,
      exercise: ({ exercise }) => exercise !== null,
      uploader: ({ uploadedBy }) => uploadedBy !== null,
      metrics: ({ metrics }) => metrics.length > 0,
      duration: ({ duration }) => duration !== null,
      assessment: ({ assessment }) => assessment !== null,
    }
    for (const [fact, isTold] of Object.entries(told)) {
      expect(rows.some(isTold), fact).toBe(([...facts] as string[]).includes(fact))
    }
  })

  it('leaves an unknown id out, and does not find its series', async () => {
    expect((await world.source.get(['no-such-id'])).size).toBe(0)
    const known = (await world.source.list({ size: 1 }, null)).items[0] as Session
    const unknown = { ...known, id: 'no-such-id', extra: { s3Key: 'no/such/key' } }
    expect(await kindOf(world.source.analysis(unknown))).toBe('not-found')
  })

  it('has series that fit the frames', async () => {
    const rows = (await world.source.list({ size: 10 }, null)).items
    for (const session of rows.slice(0, 3)) {
      const analysis = await world.source.analysis(session)
      const { timestamps, angles, report } = analysis
      expect(timestamps.length).toBeGreaterThan(30)
      expect(angles.length).toBeGreaterThanOrEqual(6)
      for (const { values } of [...angles, ...report]) expect(values).toHaveLength(timestamps.length)
      expect(analysis.unreadable).toEqual([])
    }
  })

  it('fails only with errors that the caller can act on', async () => {
    expect(await kindOf(world.stranger().list({ size: 5 }, null))).toBe('signed-out')
    expect(await kindOf(world.stranger().athletes())).toBe('signed-out')
    for (const text of ['no-such-cursor', '"text"', '[1]', ''])
      expect(await kindOf(world.source.list({ size: 5 }, text as Cursor)), text).toBe('stale-cursor')
  })

  it('ends a read that nobody waits for any more', async () => {
    const signal = AbortSignal.abort()
    expect(await kindOf(world.source.list({ size: 5 }, null, signal))).toBe('aborted')
    expect(await kindOf(world.source.athletes(signal))).toBe('aborted')
  })

  it('gives people by name', async () => {
    const { id } = world.source
    expect((await world.source.athletes())[0]).toMatchObject({
      source: id,
      name: expect.any(String) as string,
    })
    for (const { name } of await world.source.athletes()) expect(name).not.toBe('')
  })

  it('never writes while it reads, and starts no work', async () => {
    const rows = await walk(world.source, { size: 50 })
    await world.source.get(idsOf(rows.slice(0, 5)))
    await world.source.athletes()
    await world.source.uploaders?.list()
    await world.source.membership()
    await world.source.assessments?.recordings(rows[0] as Session)
    for (const { method, url } of opened.requests) {
      expect(method === 'GET' || url.endsWith('/by-ids/'), `${method} ${url}`).toBe(true)
      expect(url).not.toContain('analyzed-video')
    }
  })
})

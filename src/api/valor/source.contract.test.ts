import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { BODY_FORMS, END_FORMS } from '../../../sandbox/valor/settings.ts'
import type { Session } from '../../domain/session.ts'
import type { Cursor } from '../../domain/source.ts'
import {
  connectedValor,
  idsOf,
  kindOf,
  openApi,
  serve,
  valorWorld,
  walk,
} from '../../testing/contractWorlds.ts'
import type { OpenedApi } from '../../testing/contractWorlds.ts'
import { assumptions } from './assumptions.ts'

let opened: OpenedApi

beforeAll(async () => {
  opened = await openApi()
})
afterAll(() => opened.api.close())
beforeEach(() => serve(opened))
afterEach(() => vi.unstubAllGlobals())

const asked = (path: string) => opened.requests.filter(({ url }) => new URL(url).pathname === `/valor${path}`)

/** From now on these addresses are refused at once. */
function refuse(...paths: string[]): void {
  serve(opened)
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) =>
    paths.some((path) => address.includes(`/valor${path}`))
      ? Promise.resolve(Response.json({ message: 'Refused' }, { status: 400 }))
      : fetch(address, init),
  )
}

describe('a full walk', () => {
  const forms = BODY_FORMS.flatMap((bodyForm) => END_FORMS.map((endForm) => ({ bodyForm, endForm })))
  const combinations = forms.flatMap((form) => [true, false].map((evenPages) => ({ ...form, evenPages })))

  it.each(combinations)(
    'meets every recording once: $bodyForm body, $endForm end, even pages: $evenPages',
    async (form) => {
      const { source, ids } = await valorWorld(opened, { recordings: 90, ...form })
      for (const size of [1, 7, 100]) expect(idsOf(await walk(source, { size })), `${size}`).toEqual(ids)
    },
  )

  it('of all 700 keeps to one athlete where it is told to', async () => {
    const { source, ids } = await valorWorld(opened, { recordings: 700 })
    const rows = await walk(source, { size: 100 })
    expect(idsOf(rows)).toEqual(ids)
    const { athlete } = rows[100] as Session
    const own = await walk(source, { athlete: athlete.id, size: 5 })
    expect(idsOf(own)).toEqual(idsOf(rows.filter((row) => row.athlete.id === athlete.id)))
    expect(own[0]?.athlete).toEqual(athlete)
  })

  it('counts the rows without an id and gives the others', async () => {
    const { source, account } = await valorWorld(opened, { recordings: 60, evenPages: true })
    account.settings.faults = { sessions: 'missing-ids' }
    const page = await source.list({ size: 20 }, null)
    expect(page.items).toHaveLength(15)
    expect(page.leftOut).toBe(5)
  })

  it('gives the rows of a page whose token comes again, and then ends with words', async () => {
    const { source, account } = await valorWorld(opened, { recordings: 60, evenPages: true })
    account.settings.faults = { sessions: 'repeated-token', from: 1 }
    const first = await source.list({ size: 10 }, null)
    const second = await source.list({ size: 10 }, first.next)
    expect(second.items).toHaveLength(10)
    expect(second.next).not.toBeNull()
    opened.requests.length = 0
    expect(await kindOf(source.list({ size: 10 }, second.next))).toBe('endless')
    expect(opened.requests).toEqual([])
  })

  it('gives up on empty pages that never end after the number that is stated', async () => {
    const { source, account } = await valorWorld(opened, { recordings: 60, evenPages: true })
    account.settings.faults = { sessions: 'endless-empty', from: 1 }
    const first = await source.list({ size: 30 }, null)
    opened.requests.length = 0
    expect(await kindOf(source.list({ size: 30 }, first.next))).toBe('endless')
    expect(asked('/sessions')).toHaveLength(assumptions.mostEmptyPages)
  })

  it('starts again where a token is not of this walk', async () => {
    const { source } = await valorWorld(opened, { recordings: 60, evenPages: true })
    const { next } = await source.list({ size: 10 }, null)
    expect(await kindOf(source.list({ size: 20 }, next as Cursor))).toBe('stale-cursor')
  })
})

describe('one recording', () => {
  it('that was read is there without asking; another one is looked for', async () => {
    const { source, account, ids } = await valorWorld(opened, { recordings: 300 })
    await source.list({ size: 20 }, null)
    opened.requests.length = 0
    expect((await source.get([ids[0] as string])).size).toBe(1)
    expect(opened.requests).toEqual([])
    const last = ids.at(-1) as string
    const found = await (await connectedValor(account)).get([last])
    expect(found.get(last)).toMatchObject({ id: last, source: 'valor' })
  })

  it('that is not among those that were looked through says how many they were', async () => {
    const { source, account, ids } = await valorWorld(opened, { recordings: 5_000 })
    // One more than a look goes through, since short pages make it end before.
    const known = ids[0] as string
    const problem: unknown = await source.get([known, 'no-such-id']).catch((error: unknown) => error)
    expect(problem).toMatchObject({ kind: 'not-found' })
    expect(problem).toSatisfy(({ lookedAt }: { lookedAt: number }) => lookedAt > 2_000 && lookedAt < 5_000)
    account.settings.evenPages = true
    expect([...(await source.get([known, 'no-such-id'])).keys()]).toEqual([known])
  }, 60_000)

  it('knows the others of its assessment', async () => {
    const { source } = await valorWorld(opened, { recordings: 120 })
    const rows = await walk(source, { size: 100 })
    const one = rows.find(({ assessment }) => assessment !== null) as Session
    const expected = rows.filter(({ assessment }) => assessment === one.assessment)
    expect(expected.length).toBeGreaterThan(2)
    const found = await source.assessments?.recordings(one)
    expect(idsOf(found?.sessions ?? [])).toEqual(idsOf(expected))
    expect(found?.complete).toBe(true)
    const alone = rows.find(({ assessment }) => assessment === null) as Session
    expect((await source.assessments?.recordings(alone))?.sessions).toEqual([alone])
  })

  it('has angles with their speeds and accelerations, and left and right of its report', async () => {
    const { source } = await valorWorld(opened, { recordings: 30 })
    const [row] = (await source.list({ size: 10 }, null)).items
    const { angles, report, sided, timestamps } = await source.analysis(row as Session)
    expect(timestamps[1]).toBeCloseTo(1 / 60, 3)
    expect(angles.map(({ name }) => name)).toContain('left_knee_flexion')
    expect(report.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['left_knee_flexion_vel', 'right_hip_flexion_acc']),
    )
    const knee = sided.find(({ name }) => name === 'Knee Flexion')
    expect(knee?.gap).toBeCloseTo(Math.abs((knee?.left?.value ?? 0) - (knee?.right?.value ?? 0)), 6)
  })

  it('keeps what can be read where a series or a measure cannot', async () => {
    const { source, account } = await valorWorld(opened, { recordings: 30 })
    const row = (await source.list({ size: 10 }, null)).items[0] as Session
    const whole = await source.analysis(row)
    account.settings.faults = { ikData: 'broken', reportData: 'broken' }
    const analysis = await source.analysis(row)
    expect(analysis.unreadable.length).toBeGreaterThan(0)
    expect(analysis.angles.length).toBeGreaterThan(0)
    // The first measure has an unknown score, no value and no right side; the second is no measure; the rest is as sent.
    expect(whole.sided.length).toBeGreaterThan(3)
    expect(analysis.sided).toEqual(whole.sided.slice(2))
    expect(analysis.failed).toBeUndefined()
  })

  it('has its series where the report fails, its report where the series fail, and says which', async () => {
    const { source } = await valorWorld(opened, { recordings: 30 })
    const row = (await source.list({ size: 10 }, null)).items[0] as Session
    const { angles, timestamps, sided } = await source.analysis(row)
    refuse('/reportData')
    expect(await source.analysis(row)).toMatchObject({ failed: 'sided', angles, sided: [], unreadable: [] })
    refuse('/ikData')
    expect(await source.analysis(row)).toMatchObject({ failed: 'series', timestamps: [], angles: [], sided })
    expect(timestamps.length).toBeGreaterThan(30)
    refuse('/ikData', '/reportData')
    expect(await kindOf(source.analysis(row))).toBe('invalid')
  })
})

describe('the names of athletes', () => {
  it('that cannot be had keep nobody waiting, and come with later rows', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const { source } = await valorWorld(opened, { recordings: 60, evenPages: true })
      refuse('/athletes')
      const names = async (cursor: Cursor | null) => {
        const { items, next } = await source.list({ size: 10 }, cursor)
        return { named: items.filter(({ athlete }) => athlete.name !== '').length, next }
      }
      const first = await names(null)
      expect(first.named).toBe(0)
      serve(opened)
      const second = await names(first.next)
      expect(second.named).toBe(0)
      expect(asked('/athletes')).toEqual([])
      vi.setSystemTime(Date.now() + assumptions.namesAgainMs)
      expect((await names(second.next)).named).toBeGreaterThan(5)
      expect(asked('/athletes')).toHaveLength(1)
    } finally {
      vi.useRealTimers()
    }
  })

  it('without an id in any of them are no list of people', async () => {
    const { source, account } = await valorWorld(opened, { recordings: 5 })
    account.settings.faults = { athletes: 'broken' }
    expect(await kindOf(source.athletes(AbortSignal.timeout(100)))).toBe('aborted')
  })
})

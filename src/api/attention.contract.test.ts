import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { PAID_ORGANIZATION } from '../../sandbox/accounts.ts'
import { seedDatabase } from '../../sandbox/seed/seedDatabase.ts'
import { mediaAddresses } from '../../sandbox/server/mediaAddress.ts'
import { sessionJson } from '../../sandbox/server/sessionJson.ts'
import { openTestApi } from '../../sandbox/server/testing/testApi.ts'
import type { TestApi } from '../../sandbox/server/testing/testApi.ts'
import { sessionsAfter } from '../../sandbox/store/sessions.ts'
import { attentionReasons } from '../domain/attention.ts'
import type { AttentionReason } from '../domain/attention.ts'
import { EVEN, POSSIBLE } from '../domain/plausibility.ts'
import type { Session } from '../domain/session.ts'
import type { Cursor, Page } from '../domain/source.ts'
import { mapSession } from './aikynetix/sessionMapping.ts'
import { createAikynetixSource } from './aikynetix/source.ts'

const API = 'http://localhost:8787'
const NOW = '2026-11-21T12:00'
const JUMPS = 3

let api: TestApi
/** What the sandbox has for a person to look at. */
let samples: Session[]

beforeAll(async () => {
  api = await openTestApi()
  await seedDatabase(api.database, { sessions: null, jumps: JUMPS, say: () => undefined })
  const secret = Buffer.alloc(32, 7)
  const addresses = mediaAddresses({ origin: API, secret, ttlSeconds: 900, now: () => 0 })
  const rows = await sessionsAfter(api.database, PAID_ORGANIZATION.id, null, 1000)
  samples = rows.map((row) =>
    mapSession(row.id, sessionJson(addresses, row), { source: 'aikynetix', apiUrl: API }),
  )
})

afterAll(() => api.close())

afterEach(() => {
  vi.unstubAllGlobals()
})

const reasonsOf = (session: Session) => attentionReasons(session, NOW)
const titlesWith = (kind: AttentionReason['kind']) =>
  samples
    .filter((session) => reasonsOf(session).some((reason) => reason.kind === kind))
    .map(({ title }) => title)

it('no ordinary number of several hundred sessions is called impossible or uneven', async () => {
  const organization = await api.organization(600)
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => api.app.fetch(new Request(address, init)))
  const tokens = {
    token: () => Promise.resolve(organization.uid('admin')),
    renewToken: () => Promise.resolve(null),
  }
  const source = createAikynetixSource({ apiUrl: API, tokens, onSignedOut: () => undefined })
  const sessions: Session[] = []
  let cursor: Cursor | null = null
  do {
    const page: Page = await source.list({ size: 250 }, cursor)
    sessions.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  expect(sessions).toHaveLength(600)
  expect(sessions.filter(({ metrics }) => metrics.length > 5).length).toBeGreaterThan(350)
  const flagged = sessions.flatMap((session) =>
    reasonsOf(session).filter(({ kind }) => kind === 'impossible' || kind === 'uneven'),
  )
  expect(flagged).toEqual([])
})

it('the sandbox has sessions for every reason, and most sessions have none', () => {
  expect(samples).toHaveLength(480)
  expect(titlesWith('impossible')).toEqual([
    'CMJ, held on to the rig once',
    'Clean, 82.5 kg (typed without the point)',
  ])
  expect(titlesWith('uneven')).toEqual([
    'Return to run, week 1, right calf taped',
    'Left insole lost in the last block',
  ])
  expect(titlesWith('no-segments')).toEqual([
    'Squats beside the mat, out of the picture',
    'Camera pointed at the floor',
  ])
  expect(titlesWith('no-metrics')).toContain('No metrics yet')
  expect(titlesWith('failed')).toContain('Camera fell over')
  for (const kind of ['stuck', 'no-video'] as const) expect(titlesWith(kind).length).toBeGreaterThan(3)
  expect(samples.filter((session) => reasonsOf(session).length === 0).length).toBeGreaterThan(300)
})

it('the page about it tells the same thresholds and sources', () => {
  const page = readFileSync(new URL('../../docs/attention.md', import.meta.url), 'utf8')
  const told = [...page.matchAll(/^\|(.*)\|$/gm)].flatMap(([, row = '']) => {
    const cells = row.split('|').map((cell) => cell.trim())
    const [activity, metrics = '', , min = '', max = '', source] = cells
    if (cells.length !== 6 || !metrics.includes('`')) return []
    return [...metrics.matchAll(/`(\w+)`/g)].map(([, metric]) =>
      [activity, metric, Number(min.replace('−', '-')), Number(max), source].join(' | '),
    )
  })
  const meant = [...Object.entries(POSSIBLE), ...Object.entries(EVEN)].flatMap(([activity, metrics]) =>
    Object.entries(metrics).map(([metric, { min, max, source }]) =>
      [activity, metric, min, max, source].join(' | '),
    ),
  )
  expect(told).toEqual(meant)
})

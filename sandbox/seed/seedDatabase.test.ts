import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADMIN_ACCOUNT, COACH_ACCOUNT, PAID_ORGANIZATION, UNPAID_ORGANIZATION } from '../accounts.ts'
import { openMemoryDatabase, type OpenDatabase } from '../store/database.ts'
import { athletes, FAULTS, sessions, type SessionRow } from '../store/schema.ts'
import { sessionsAfter } from '../store/sessions.ts'
import { seedDatabase } from './seedDatabase.ts'

const JUMPS = 3
const lines: string[] = []
const say = (line: string) => void lines.push(line)
let store: OpenDatabase
let rows: SessionRow[]
beforeAll(async () => {
  store = await openMemoryDatabase()
  await seedDatabase(store.database, { sessions: null, jumps: JUMPS, say })
  rows = await sessionsAfter(store.database, PAID_ORGANIZATION.id, null, 1000)
})
afterAll(() => store.close())

test('480 sessions in the first organisation, eight in the one without a plan, the newest on 15/11/2026 at 4:39 PM', async () => {
  expect(rows).toHaveLength(480)
  expect(await store.database.$count(sessions, eq(sessions.organizationId, UNPAID_ORGANIZATION.id))).toBe(8)
  expect(rows[0]).toMatchObject({
    createdAt: '2026-11-15 16:39:00',
    title: 'Tempo run, block 3',
    status: 'completed',
    analyzed: true,
  })
  expect(rows[1]?.createdAt).not.toBe(rows[0]?.createdAt)
})

test('forty athletes, one of them without a session; a third uploaded by the coach; every activity and status', async () => {
  const people = await store.database
    .select()
    .from(athletes)
    .where(eq(athletes.organizationId, PAID_ORGANIZATION.id))
  const training = new Set(rows.map((row) => row.userId))
  expect(people).toHaveLength(40)
  expect(people.filter((athlete) => !training.has(athlete.uid))).toHaveLength(1)
  expect(rows.filter((row) => row.uploadedBy === COACH_ACCOUNT.uid).length / 480).toBeCloseTo(1 / 3, 1)
  expect(new Set(rows.map((row) => row.activity)).size).toBe(4)
  expect(new Set(rows.map((row) => row.status)).size).toBe(4)
})

test('every fault can be found by its title and belongs to the admin', () => {
  for (const fault of FAULTS) {
    const found = rows.filter((row) => row.title === `Fault: ${fault}`)
    expect(found).toEqual([
      expect.objectContaining({ fault, uploadedBy: ADMIN_ACCOUNT.uid, status: 'completed' }),
    ])
  }
})

test('one run was filmed by a phone, at a variable frame rate, and one is faster than another of the same athlete', () => {
  const run = { activity: 'Running', status: 'completed', analyzed: true }
  expect(rows.find((row) => row.film === 'variable')).toMatchObject({
    ...run,
    title: 'Phone film, variable frame rate',
  })
  const usual = rows.find((row) => row.title === 'Tempo run, block 3')
  expect(usual).toMatchObject({ ...run, film: null })
  expect(rows.find((row) => row.film === 'faster')).toMatchObject({ ...run, userId: usual?.userId })
})

test('titles and records of every unusual kind are there', () => {
  for (const title of [/^=/, /"/, /[а-я]/, /<b>bold<\/b>/, /é/, /ø/, /ü/])
    expect(rows.some((row) => title.test(row.title))).toBe(true)
  expect(Math.max(...rows.map((row) => row.title.length))).toBeGreaterThan(150)
  const completed = rows.filter((row) => row.status === 'completed')
  expect(completed.some((row) => !row.analyzed)).toBe(true)
  expect(completed.some((row) => row.metrics && Object.keys(row.metrics).length === 0)).toBe(true)
  expect(completed.some((row) => row.metrics?.['operator_note'])).toBe(true)
  const remarks = rows.flatMap((row) => Object.values(row.reportComments ?? {}))
  expect(new Set(remarks.map((remark) => typeof remark))).toEqual(new Set(['string', 'object']))
  const perDay = groupByDay(rows)
  expect(Math.max(...[...perDay.values()].map((day) => day.length))).toBeGreaterThanOrEqual(12)
  for (const row of rows.filter((row) => row.status === 'queued' || row.status === 'processing')) {
    expect(row).toMatchObject({ metrics: null, analyzed: false })
  }
})

test('the numbers of a run and of a jump agree with each other', () => {
  const metricsOf = (activity: string) =>
    rows.flatMap((row) =>
      row.activity === activity && row.metrics?.[activity === 'Running' ? 'speed' : 'flight_time']
        ? [{ row, metrics: row.metrics as Record<string, number[]> }]
        : [],
    )
  const runs = metricsOf('Running')
  const jumps = metricsOf('Vertical Jump')
  expect(runs.length).toBeGreaterThan(80)
  expect(jumps.length).toBeGreaterThan(40)
  for (const { row, metrics: m } of runs) {
    expect(m['speed']).toHaveLength(row.segments)
    m['speed']?.forEach((speed, i) => {
      expect(speed).toBeGreaterThan(2.5)
      expect(speed).toBeLessThan(5.5)
      expect(m['cadence']?.[i]).toBeCloseTo(120 / m['stride_time']![i]!, 0)
      expect(speed).toBeCloseTo(m['stride_length']![i]! / m['stride_time']![i]!, 1)
      expect(m['pace']?.[i]).toBeCloseTo(1000 / 60 / speed, 2)
      expect(m['contact_time']![i]! + m['flight_time']![i]!).toBeCloseTo(m['stride_time']![i]! / 2, 3)
      expect(m['flight_time']?.[i]).toBeGreaterThan(0.03)
    })
  }
  for (const { row, metrics: m } of jumps) {
    expect(row.segments).toBe(JUMPS)
    m['flight_time']?.forEach((flight, i) =>
      expect(m['jump_height']?.[i]).toBeCloseTo((9.80665 * flight ** 2) / 8, 3),
    )
  }
})

test('the same seed makes the same sessions, and a filled database stays as it is', async () => {
  const other = await openMemoryDatabase()
  await seedDatabase(other.database, { sessions: 480, jumps: JUMPS, say })
  expect(await sessionsAfter(other.database, PAID_ORGANIZATION.id, null, 1000)).toEqual(rows)
  await seedDatabase(other.database, { sessions: 50, jumps: JUMPS, say })
  expect(lines.at(-1)).toContain('npm run sandbox:reset')
  expect(await sessionsAfter(other.database, PAID_ORGANIZATION.id, null, 1000)).toEqual(rows)
  await other.close()
})

test('kept totals equal counted ones after inserts, updates and deletes', async () => {
  const { database } = store
  await database.execute(sql`UPDATE sessions SET title = 'Renamed', status = 'failed' WHERE segments = 4`)
  await database.execute(sql`DELETE FROM sessions WHERE segments = 5`)
  const { rows: wrong } = await database.execute(sql`
    SELECT organization_id, day, activity, status, uploaded_by, total FROM session_totals WHERE total <> 0
    EXCEPT SELECT organization_id, created_at::date, activity, status, uploaded_by, count(*) FROM sessions GROUP BY 1, 2, 3, 4, 5`)
  const { rows: wrongTitles } = await database.execute(sql`
    SELECT organization_id, title, count(*) FROM sessions GROUP BY 1, 2
    EXCEPT SELECT organization_id, title, total FROM title_totals`)
  const { rows: sums } = await database.execute(sql`
    SELECT session_total, (SELECT count(*)::int FROM sessions WHERE organization_id = organizations.id) AS counted,
      (SELECT sum(total)::int FROM title_totals WHERE organization_id = organizations.id) AS titled FROM organizations`)
  expect([wrong, wrongTitles]).toEqual([[], []])
  for (const kept of sums)
    expect([kept['counted'], kept['titled']]).toEqual([kept['session_total'], kept['session_total']])
})

function groupByDay(all: SessionRow[]): Map<string, SessionRow[]> {
  const days = new Map<string, SessionRow[]>()
  for (const row of all)
    days.set(row.createdAt.slice(0, 10), [...(days.get(row.createdAt.slice(0, 10)) ?? []), row])
  return days
}

import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import type { Hono } from 'hono'
import { mediaSeries } from '../../media/series.ts'
import { insertSessions } from '../../seed/insertSessions.ts'
import { madeAthletes } from '../../seed/people.ts'
import { insertOrganization, sessionPlan } from '../../seed/seedDatabase.ts'
import { sessionAt } from '../../seed/sessions.ts'
import { openMemoryDatabase, type Database } from '../../store/database.ts'
import { sessions, type Fault, type SessionRow } from '../../store/schema.ts'
import { createValor, type Valor } from '../../valor/valor.ts'
import { createAnalysisJobs, type AnalysisJobs } from '../analysisJobs.ts'
import { createApp } from '../app.ts'
import type { AccountDirectory } from '../controlRoutes.ts'
import { unauthorized } from '../errors.ts'
import { mediaAddresses } from '../mediaAddress.ts'
import { handClock, type HandClock } from './handClock.ts'

export const CONSOLE = 'http://localhost:4173'
export const API = 'http://localhost:8787'

/** A kind of caller; each test organisation has one of each, with its uid as the token. */
export type Caller = 'admin' | 'coach' | 'athlete' | 'nobody'

export type TestApi = {
  database: Database
  app: Hono
  jobs: AnalysisJobs
  valor: Valor
  clock: HandClock
  /** Makes an organisation of its own with so many sessions. */
  organization: (
    sessions: number,
    options?: { plan?: string | null; faults?: boolean },
  ) => Promise<TestOrganization>
  close: () => Promise<void>
}

export type TestOrganization = {
  id: string
  ids: string[]
  uid: (caller: Caller) => string
  request: (
    caller: Caller,
    method: string,
    path: string,
    body?: unknown,
    headers?: HeadersInit,
  ) => Promise<Response>
  row: (id: string) => Promise<SessionRow | undefined>
  rows: () => Promise<SessionRow[]>
  faulty: (fault: Fault) => Promise<SessionRow>
}

const times = { queuedMs: 1000, processingMs: 2000 }

/** The real API on a real database in memory, with a clock that the test moves and uids in the place of tokens. */
export async function openTestApi({
  accounts = null,
}: { accounts?: AccountDirectory | null } = {}): Promise<TestApi> {
  const { database, close } = await openMemoryDatabase()
  const clock = handClock(Date.UTC(2026, 10, 21))
  const jobs = createAnalysisJobs(database, clock, times, mediaSeries('jumping').segments)
  const valor = createValor({
    settings: { bodyForm: 'string', endForm: 'null', tokenLife: 3600, recordings: 700 },
    secret: Buffer.alloc(32, 7),
    address: `${API}/valor`,
    now: clock.now,
  })
  const app = createApp({
    database,
    verifyToken: (token) =>
      token.startsWith('uid-')
        ? Promise.resolve({ uid: token })
        : Promise.reject(unauthorized('Invalid authentication token.')),
    addresses: mediaAddresses({ origin: API, secret: Buffer.alloc(32, 7), ttlSeconds: 900, now: clock.now }),
    jobs,
    series: mediaSeries,
    mediaFolder: join(import.meta.dirname, '..', '..', 'media', 'files'),
    consoleOrigin: CONSOLE,
    accounts,
    valor,
  })
  let organizations = 0
  return {
    database,
    app,
    jobs,
    valor,
    clock,
    organization: (count, options = {}) =>
      testOrganization(database, app, `org-${++organizations}`, count, options),
    async close() {
      await jobs.stop()
      await close()
    },
  }
}

async function testOrganization(
  database: Database,
  app: Hono,
  id: string,
  count: number,
  { plan = 'Pro', faults = false }: { plan?: string | null; faults?: boolean },
): Promise<TestOrganization> {
  const uid = (caller: Caller) => `uid-${id}-${caller}`
  const person = (caller: Caller, role: 'admin' | 'sub_admin') => {
    return { uid: uid(caller), email: `${caller}@${id}.example`, displayName: caller, role, status: 'active' }
  }
  const people = {
    uploaders: [person('admin', 'admin'), person('coach', 'sub_admin')],
    athletes: madeAthletes(id),
  }
  const jumps = mediaSeries('jumping').segments
  const sessionsPlan = sessionPlan(id, count, people, { jumps, oddities: faults ? 'faults' : 'none' })
  await insertOrganization(database, { id, name: id, plan: plan as 'Pro' | null }, people)
  await insertSessions(database, sessionsPlan, () => undefined)
  const rows = () => database.select().from(sessions).where(eq(sessions.organizationId, id))
  return {
    id,
    ids: Array.from({ length: count }, (_, index) => sessionAt(sessionsPlan, index).id),
    uid,
    async request(caller, method, path, body, headers = {}) {
      const all = new Headers(headers)
      if (caller !== 'nobody') all.set('Authorization', `Bearer ${uid(caller)}`)
      const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
      return app.request(path.startsWith('http') ? path : API + path, {
        method,
        headers: all,
        ...(text !== undefined && { body: text }),
      })
    },
    async row(sessionId) {
      return (await rows()).find((row) => row.id === sessionId)
    },
    rows,
    async faulty(fault) {
      const row = (await rows()).find((candidate) => candidate.fault === fault)
      if (!row) throw new Error(`There is no session with the fault "${fault}".`)
      return row
    },
  }
}

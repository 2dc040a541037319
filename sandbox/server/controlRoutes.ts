import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { Hono } from 'hono'
import * as z from 'zod'
import { SAMPLE_PASSWORD, type SampleAccount } from '../accounts.ts'
import { insertSessions } from '../seed/insertSessions.ts'
import { madeAthletes } from '../seed/people.ts'
import { madeUpId, randomFor } from '../seed/random.ts'
import { insertOrganization, sessionPlan } from '../seed/seedDatabase.ts'
import { sessionAt } from '../seed/sessions.ts'
import type { Database } from '../store/database.ts'
import { adminsOf } from '../store/people.ts'
import { organizations, OTHER_FILMS, sessions, STATUSES } from '../store/schema.ts'
import { anySession, updateSession } from '../store/sessions.ts'
import type { SeriesOf } from './activityRoutes.ts'
import { ApiError, badRequest, noSuchSession } from './errors.ts'
import { readBody, readId } from './validation.ts'

/** Where accounts of the sign-in service are made and removed. */
export type AccountDirectory = {
  create: (accounts: SampleAccount[]) => Promise<void>
  remove: (uids: string[]) => Promise<void>
}

type Parts = { database: Database; accounts: AccountDirectory; series: SeriesOf }

const FULL_ODDITIES = 480

/** A test meets the same sessions at every run: what happens to one of a thousand at random is no test. */
const CONTENTS = 'test organisation'

const progress = z.object({ status: z.enum(STATUSES) })

const film = z.object({ film: z.enum(OTHER_FILMS).nullable() })

const athleteOf = z.object({ session: z.string() })

const addressLife = z.object({ seconds: z.int().min(1).max(86_400).nullable() })

const body = z.object({
  sessions: z.int().min(0).max(5000),
  /** True adds the eight `Fault:` sessions to a plan that is too small for all that is unusual. */
  faults: z.boolean().default(false),
  plan: z.enum(['Basic', 'Standard', 'Pro', 'Enterprise']).nullable().default('Pro'),
})

/** Organisations for one test each, with people and sessions of their own. Never part of a usual start. */
export function controlRoutes({ database, accounts, series }: Parts): Hono {
  const routes = new Hono()

  routes.post('/organizations', async (c) => {
    const asked = await readBody(c, body)
    const id = `test-${randomUUID()}`
    const random = randomFor(id)
    const admin = account(id, 'admin', madeUpId(random, 28))
    const coach = account(id, 'sub_admin', madeUpId(random, 28))
    const people = {
      uploaders: [admin, coach].map(({ uid, email, displayName, role }) => ({
        uid,
        email,
        displayName,
        role,
        status: 'active',
      })),
      athletes: madeAthletes(id),
    }
    const oddities = asked.sessions >= FULL_ODDITIES ? 'all' : asked.faults ? 'faults' : 'none'
    const plan = sessionPlan(id, asked.sessions, people, {
      jumps: series('jumping').segments,
      oddities,
      contents: CONTENTS,
    })
    await accounts.create([admin, coach])
    await database.transaction(async (tx) => {
      await insertOrganization(
        tx,
        { id, name: 'Test Organisation', plan: asked.plan, temporary: true },
        people,
      )
      await insertSessions(tx, plan, () => undefined)
    })
    return c.json({
      organization: id,
      admin: signIn(admin),
      coach: signIn(coach),
      session_ids: Array.from({ length: asked.sessions }, (_, index) => sessionAt(plan, index).id),
    })
  })

  routes.delete('/organizations/:id', async (c) => {
    const id = c.req.param('id')
    const found = await database.select().from(organizations).where(temporary(id))
    if (found.length === 0) throw noSuchOrganization()
    const people = await adminsOf(database, id)
    await database.transaction(async (tx) => {
      await tx.delete(sessions).where(eq(sessions.organizationId, id))
      await tx.delete(organizations).where(eq(organizations.id, id))
    })
    await accounts.remove(people.map((admin) => admin.uid))
    return c.json({ success: `${id} was successfully deleted` })
  })

  /** Moves a session's processing on, as the cloud's own workers do behind an upload. */
  routes.put('/sessions/:id/status', async (c) => {
    const { status } = await readBody(c, progress)
    const id = readId(c)
    const moved = await database.update(sessions).set({ status }).where(eq(sessions.id, id)).returning()
    if (moved.length === 0) throw noSuchSession(id)
    return c.json({ success: `${id} is ${status}` })
  })

  /** Another film for a run; null for the activity's own. */
  routes.put('/sessions/:id/film', async (c) => {
    const asked = await readBody(c, film)
    const id = readId(c)
    const session = await anySession(database, id)
    if (!session) throw noSuchSession(id)
    if (session.activity !== 'Running') throw badRequest('Only a run was filmed in another way.')
    await updateSession(database, id, asked)
    return c.json({ success: `${id} shows ${asked.film ?? 'its usual film'}` })
  })

  /** The session is from now on of the same athlete as another one. */
  routes.put('/sessions/:id/athlete', async (c) => {
    const { session } = await readBody(c, athleteOf)
    const id = readId(c)
    const other = await anySession(database, session)
    if (!other || !(await anySession(database, id))) throw noSuchSession(other ? id : session)
    const { userId, userName, userStatus } = other
    await updateSession(database, id, { userId, userName, userStatus })
    return c.json({ success: `${id} is of ${userName}` })
  })

  /** How long signed video addresses of a test's organisation live from now on; null for the usual life. */
  routes.put('/organizations/:id/address-life', async (c) => {
    const { seconds } = await readBody(c, addressLife)
    const changed = await database
      .update(organizations)
      .set({ addressLife: seconds })
      .where(temporary(c.req.param('id')))
      .returning({ id: organizations.id })
    if (changed.length === 0) throw noSuchOrganization()
    return c.json({ success: `Addresses live ${seconds ?? 'the usual number of'} seconds` })
  })

  return routes
}

const temporary = (id: string) =>
  and(eq(organizations.id, id.replaceAll('\0', '')), eq(organizations.temporary, true))

const noSuchOrganization = () =>
  new ApiError(404, 'NOT_FOUND', 'There is no such organisation made for a test.')

function account(organization: string, role: 'admin' | 'sub_admin', uid: string) {
  const displayName = role === 'admin' ? 'Test Admin' : 'Test Coach'
  return {
    uid,
    email: `${role}-${uid.toLowerCase()}@example.com`,
    password: SAMPLE_PASSWORD,
    displayName,
    role,
    organization,
  }
}

function signIn({ uid, email, password }: SampleAccount): { uid: string; email: string; password: string } {
  return { uid, email, password }
}

import { sql } from 'drizzle-orm'
import { PAID_ORGANIZATION, UNPAID_ORGANIZATION, type SampleOrganization } from '../accounts.ts'
import type { Database, Queries } from '../store/database.ts'
import { admins, athletes, organizations, sandboxFacts } from '../store/schema.ts'
import { insertSessions, withoutSlowIndexes } from './insertSessions.ts'
import { madeAthletes, sampleUploaders, unpaidUploaders } from './people.ts'
import type { SessionPlan } from './sessions.ts'

export type Seed = {
  /** Sessions of the first organisation; null means: nobody asked, so 480 for a new database. */
  sessions: number | null
  /** Jumps in the sample video. */
  jumps: number
  /** Says in one line what goes on. */
  say: (line: string) => void
}

const USUAL_SESSIONS = 480
const UNPAID_SESSIONS = 8
const ENOUGH_FOR_ODDITIES = 480
/** From here on it is quicker to make the indexes after the rows. */
const MANY = 5000

/**
 * Fills a new database with the two sample organisations, all or nothing. A database that has its data is not
 * touched; where another number of sessions was asked for, a line says what to do.
 */
export async function seedDatabase(database: Database, seed: Seed): Promise<void> {
  const there = await seededWith(database)
  if (there !== null) return sayWhatIsThere(there, seed)
  const count = seed.sessions ?? USUAL_SESSIONS
  seed.say(`Making ${count.toLocaleString('en')} sample sessions …`)
  await database.transaction(async (tx) => {
    const fill = () => insertOrganizations(tx, count, seed)
    await (count >= MANY ? withoutSlowIndexes(tx, fill) : fill())
    await tx.insert(sandboxFacts).values({ name: 'sessions', value: String(count) })
  })
  await database.execute(sql`VACUUM ANALYZE`)
}

/** Adds an organisation with its people; `sessionPlan` says which sessions belong to it. */
export async function insertOrganization(
  db: Queries,
  organization: SampleOrganization & { temporary?: boolean },
  people: { uploaders: ReturnType<typeof sampleUploaders>; athletes: ReturnType<typeof madeAthletes> },
): Promise<void> {
  const organizationId = organization.id
  await db.insert(organizations).values(organization)
  await db.insert(admins).values(people.uploaders.map((row) => ({ ...row, organizationId })))
  await db.insert(athletes).values(people.athletes.map((row) => ({ ...row, organizationId })))
}

/** The plan of an organisation with these people. */
export function sessionPlan(
  organization: string,
  count: number,
  people: { uploaders: { uid: string }[]; athletes: { uid: string; displayName: string }[] },
  rest: Pick<SessionPlan, 'jumps' | 'oddities'> & { contents?: string },
): SessionPlan {
  const [firstAthlete, ...athletes] = people.athletes
  const [firstUploader, ...uploaders] = people.uploaders.map((uploader) => uploader.uid)
  if (!firstAthlete || !firstUploader) throw new Error('An organisation needs an athlete and an uploader.')
  return {
    organization,
    contents: organization,
    count,
    athletes: [firstAthlete, ...athletes],
    uploaders: [firstUploader, ...uploaders],
    ...rest,
  }
}

async function insertOrganizations(db: Queries, count: number, seed: Seed): Promise<void> {
  const { jumps, say } = seed
  const paid = { uploaders: sampleUploaders(), athletes: madeAthletes(PAID_ORGANIZATION.id) }
  await insertOrganization(db, PAID_ORGANIZATION, paid)
  const oddities = count >= ENOUGH_FOR_ODDITIES ? 'all' : 'none'
  await insertSessions(db, sessionPlan(PAID_ORGANIZATION.id, count, paid, { jumps, oddities }), say)
  const unpaid = { uploaders: unpaidUploaders(), athletes: madeAthletes(UNPAID_ORGANIZATION.id).slice(0, 4) }
  await insertOrganization(db, UNPAID_ORGANIZATION, unpaid)
  await insertSessions(
    db,
    sessionPlan(UNPAID_ORGANIZATION.id, UNPAID_SESSIONS, unpaid, { jumps, oddities: 'none' }),
    say,
  )
}

async function seededWith(database: Database): Promise<number | null> {
  const facts = await database.select().from(sandboxFacts)
  const sessions = facts.find((fact) => fact.name === 'sessions')
  return sessions ? Number(sessions.value) : null
}

function sayWhatIsThere(there: number, seed: Seed): void {
  if (seed.sessions === null || seed.sessions === there) return
  seed.say(
    `SANDBOX_SESSIONS asks for ${seed.sessions} sessions, but the data here were made with ${there} and stay as ` +
      'they are. To start afresh: npm run sandbox:reset',
  )
}

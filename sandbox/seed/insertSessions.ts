import { sql } from 'drizzle-orm'
import type { Queries } from '../store/database.ts'
import { sessionAt, type SessionPlan } from './sessions.ts'

const BATCH = 1000
const SAY_EVERY = 20_000

/** Writes the sessions of a plan, a thousand at a time, and says how far it is. */
export async function insertSessions(
  db: Queries,
  plan: SessionPlan,
  say: (line: string) => void,
): Promise<void> {
  for (let from = 0; from < plan.count; from += BATCH) {
    const size = Math.min(BATCH, plan.count - from)
    const batch = Array.from({ length: size }, (_, offset) => toRecord(plan, from + offset))
    // One JSON parameter is several times quicker than a thousand rows of parameters.
    await db.execute(sql`
      INSERT INTO sessions (id, organization_id, created_at, title, activity, exercise, user_id, user_name,
        user_status, uploaded_by, status, segments, analyzed, metrics, report_comments, other_fields, fault,
        film)
      SELECT * FROM json_to_recordset(${JSON.stringify(batch)}::json) AS row (id text, organization text,
        created_at timestamp, title text, activity text, exercise text, user_id text, user_name text,
        user_status text, uploaded_by text, status text, segments integer, analyzed boolean, metrics json,
        report_comments json, other_fields json, fault text, film text)`)
    const done = from + size
    if (done % SAY_EVERY === 0)
      say(`  ${done.toLocaleString('en')} of ${plan.count.toLocaleString('en')} sessions`)
  }
}

/** Runs a bulk load while the secondary indexes are away, and makes them again as they were. */
export async function withoutSlowIndexes(db: Queries, load: () => Promise<void>): Promise<void> {
  const { rows } = await db.execute<{ name: string; definition: string }>(sql`
    SELECT indexname AS name, indexdef AS definition FROM pg_indexes
    WHERE schemaname = current_schema() AND tablename = 'sessions' AND indexname <> 'sessions_pkey'`)
  for (const { name } of rows) await db.execute(sql`DROP INDEX ${sql.identifier(name)}`)
  await load()
  for (const { definition } of rows) await db.execute(sql.raw(definition))
}

function toRecord(plan: SessionPlan, index: number) {
  const session = sessionAt(plan, index)
  return {
    id: session.id,
    organization: plan.organization,
    created_at: session.createdAt,
    title: session.title,
    activity: session.activity,
    exercise: session.exercise,
    user_id: session.userId,
    user_name: session.userName,
    user_status: session.userStatus,
    uploaded_by: session.uploadedBy,
    status: session.status,
    segments: session.segments,
    analyzed: session.analyzed,
    metrics: session.metrics,
    report_comments: session.reportComments,
    other_fields: session.otherFields,
    fault: session.fault,
    film: session.film,
  }
}

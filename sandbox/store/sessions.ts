import { and, asc, between, desc, eq, gte, ilike, inArray, lt, sql, sum, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Queries } from './database.ts'
import {
  organizations,
  sessions,
  sessionTotals,
  titleTotals,
  type Activity,
  type SessionRow,
  type Status,
} from './schema.ts'

/** What a list may be narrowed by; days are `YYYY-MM-DD` and both belong to the range. */
export type SessionFilter = {
  activity?: Activity
  status?: Status
  userId?: string
  uploadedBy?: string
  title?: string
  from?: string
  to?: string
}

/** A place in the order of sessions: newest minute first, then the larger id, byte by byte. */
export type Place = Pick<SessionRow, 'createdAt' | 'id'>

const FIRST_DAY = '0001-01-01'
const LAST_DAY = '9999-12-31'
const NEWEST_FIRST = [desc(sessions.createdAt), desc(sessions.id)]
const OLDEST_FIRST = [asc(sessions.createdAt), asc(sessions.id)]

/** The newest `limit` sessions, or those right after a place. */
export function sessionsAfter(db: Queries, organization: string, place: Place | null, limit: number) {
  const after =
    place && sql`(${sessions.createdAt}, ${sessions.id}) < (${place.createdAt}::timestamp, ${place.id})`
  return selectSessions(db, and(eq(sessions.organizationId, organization), after ?? undefined), limit)
}

/** The `limit` sessions right before a place, newest first. */
export async function sessionsBefore(db: Queries, organization: string, place: Place, limit: number) {
  const before = sql`(${sessions.createdAt}, ${sessions.id}) > (${place.createdAt}::timestamp, ${place.id})`
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.organizationId, organization), before))
    .orderBy(...OLDEST_FIRST)
    .limit(limit)
  return rows.reverse()
}

/** One person's uploads, newest first, from a place on. */
export function uploadsAfter(
  db: Queries,
  organization: string,
  uid: string,
  place: Place | null,
  limit: number,
) {
  const after =
    place && sql`(${sessions.createdAt}, ${sessions.id}) < (${place.createdAt}::timestamp, ${place.id})`
  const own = and(eq(sessions.organizationId, organization), eq(sessions.uploadedBy, uid), after ?? undefined)
  return selectSessions(db, own, limit)
}

/** The newest `limit` matches. */
export function matchingSessions(db: Queries, organization: string, filter: SessionFilter, limit: number) {
  return selectSessions(db, matches(organization, filter), limit)
}

/** All sessions of the organisation; kept by trigger, not counted. */
export async function countSessions(db: Queries, organization: string): Promise<number> {
  const rows = await db
    .select({ total: organizations.sessionTotal })
    .from(organizations)
    .where(eq(organizations.id, organization))
  return rows[0]?.total ?? 0
}

/**
 * The exact number of matches. A title alone is a sum over the titles there are, an athlete (or a title with more)
 * is counted on its index, every other mixture is a sum over kept totals, which grow with days and not with sessions.
 */
export function countMatches(db: Queries, organization: string, filter: SessionFilter): Promise<number> {
  const names = Object.keys(filter)
  if (filter.title !== undefined && names.length === 1) return countByTitle(db, organization, filter.title)
  if (filter.title !== undefined || filter.userId !== undefined)
    return db.$count(sessions, matches(organization, filter))
  return sumOfTotals(db, organization, filter)
}

async function countByTitle(db: Queries, organization: string, title: string): Promise<number> {
  const t = titleTotals
  const rows = await db
    .select({ total: sum(t.total) })
    .from(t)
    .where(and(eq(t.organizationId, organization), contains(t.title, title)))
  return Number(rows[0]?.total ?? 0)
}

async function sumOfTotals(db: Queries, organization: string, filter: SessionFilter): Promise<number> {
  const t = sessionTotals
  const rows = await db
    .select({ total: sum(t.total) })
    .from(t)
    .where(
      and(
        eq(t.organizationId, organization),
        filter.from || filter.to
          ? between(t.day, filter.from ?? FIRST_DAY, filter.to ?? LAST_DAY)
          : undefined,
        filter.activity && eq(t.activity, filter.activity),
        filter.status && eq(t.status, filter.status),
        filter.uploadedBy === undefined ? undefined : eq(t.uploadedBy, filter.uploadedBy),
      ),
    )
  return Number(rows[0]?.total ?? 0)
}

export function sessionsByIds(db: Queries, organization: string, ids: string[]): Promise<SessionRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return selectSessions(
    db,
    and(eq(sessions.organizationId, organization), inArray(sessions.id, ids)),
    ids.length,
  )
}

export async function sessionById(db: Queries, organization: string, id: string): Promise<SessionRow | null> {
  return (await sessionsByIds(db, organization, [id]))[0] ?? null
}

/** A session whatever its organisation: for signed addresses and jobs, whose right was checked before. */
export async function anySession(db: Queries, id: string): Promise<SessionRow | null> {
  return (await db.select().from(sessions).where(eq(sessions.id, id)))[0] ?? null
}

/** Changes a session; true when it was there. */
export async function updateSession(db: Queries, id: string, patch: Partial<SessionRow>): Promise<boolean> {
  const changed = await db
    .update(sessions)
    .set(patch)
    .where(eq(sessions.id, id))
    .returning({ id: sessions.id })
  return changed.length > 0
}

/** Removes a session with its job; true when it was there. */
export async function deleteSession(db: Queries, id: string): Promise<boolean> {
  const gone = await db.delete(sessions).where(eq(sessions.id, id)).returning({ id: sessions.id })
  return gone.length > 0
}

function selectSessions(db: Queries, condition: SQL | undefined, limit: number): Promise<SessionRow[]> {
  return db
    .select()
    .from(sessions)
    .where(condition)
    .orderBy(...NEWEST_FIRST)
    .limit(limit)
}

function matches(organization: string, filter: SessionFilter): SQL | undefined {
  return and(
    eq(sessions.organizationId, organization),
    filter.activity && eq(sessions.activity, filter.activity),
    filter.status && eq(sessions.status, filter.status),
    filter.userId === undefined ? undefined : eq(sessions.userId, filter.userId),
    filter.uploadedBy === undefined ? undefined : eq(sessions.uploadedBy, filter.uploadedBy),
    filter.title === undefined ? undefined : contains(sessions.title, filter.title),
    filter.from ? gte(sessions.createdAt, `${filter.from} 00:00:00`) : undefined,
    filter.to ? lt(sessions.createdAt, sql`${filter.to}::date + interval '1 day'`) : undefined,
  )
}

/** Substring, whatever the case; `%`, `_` and the backslash stand for themselves. */
function contains(column: AnyPgColumn, title: string): SQL {
  return ilike(column, `%${title.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
}

import { asc, eq } from 'drizzle-orm'
import type { Queries } from './database.ts'
import {
  admins,
  athletes,
  organizations,
  type AdminRow,
  type AthleteRow,
  type Organization,
} from './schema.ts'

export type Member = { admin: AdminRow; organization: Organization }

/** The admin or sub-admin behind an account, with the organisation; null for everybody else. */
export async function memberByUid(db: Queries, uid: string): Promise<Member | null> {
  const rows = await db
    .select({ admin: admins, organization: organizations })
    .from(admins)
    .innerJoin(organizations, eq(organizations.id, admins.organizationId))
    .where(eq(admins.uid, uid))
  return rows[0] ?? null
}

export function adminsOf(db: Queries, organization: string): Promise<AdminRow[]> {
  return db
    .select()
    .from(admins)
    .where(eq(admins.organizationId, organization))
    .orderBy(asc(admins.displayName))
}

export function athletesOf(db: Queries, organization: string): Promise<AthleteRow[]> {
  return db
    .select()
    .from(athletes)
    .where(eq(athletes.organizationId, organization))
    .orderBy(asc(athletes.displayName), asc(athletes.uid))
}

import { createMiddleware } from 'hono/factory'
import type { Database } from '../store/database.ts'
import { memberByUid, type Member } from '../store/people.ts'
import type { SessionRow } from '../store/schema.ts'
import { accessDenied, noPlan, notAnAdmin, unauthorized, unknownPlan } from './errors.ts'
import type { VerifyToken } from './tokens.ts'

/** Variables that a route behind `signedInAdmin` finds in its context. */
export type AdminEnv = { Variables: { caller: Member } }

const PAID_PLANS = new Set(['Basic', 'Standard', 'Pro', 'Enterprise'])
const LONGEST_TOKEN = 8192

/** Lets admins and sub-admins through, known by their token; 401 without a valid one, 403 for anybody else. */
export function signedInAdmin(database: Database, verifyToken: VerifyToken) {
  return createMiddleware<AdminEnv>(async (c, next) => {
    const token = /^Bearer +([^\s]+)$/i.exec(c.req.header('Authorization') ?? '')?.[1]
    if (!token) throw unauthorized('Missing authentication token.')
    if (token.length > LONGEST_TOKEN) throw unauthorized('Invalid authentication token.')
    const { uid } = await verifyToken(token)
    const caller = await memberByUid(database, uid)
    if (!caller) throw notAnAdmin()
    c.set('caller', caller)
    await next()
  })
}

/** Updating a session and making its video need a paid plan. Throws 403. */
export function requirePlan({ organization }: Member): void {
  if (organization.plan === null) throw noPlan()
  if (!PAID_PLANS.has(organization.plan)) throw unknownPlan()
}

/** Our assumption: a sub-admin edits and deletes only what they uploaded. Throws 403. */
export function requireOwnUpload({ admin }: Member, session: SessionRow): void {
  if (admin.role === 'sub_admin' && session.uploadedBy !== admin.uid) throw accessDenied()
}

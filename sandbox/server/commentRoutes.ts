import { Hono, type Context } from 'hono'
import type { Database } from '../store/database.ts'
import type { Fault, SessionRow } from '../store/schema.ts'
import { sessionById, updateSession } from '../store/sessions.ts'
import { requireOwnUpload, requirePlan, type AdminEnv } from './caller.ts'
import { noComments, noSuchSession, unexpected } from './errors.ts'
import { commentsBody, readBody, readId } from './validation.ts'

const PATH = '/running/sessions/:id/report-comments/'

/**
 * Read, write and delete the report comments of a run, as one object. Writing follows the rules of the edit: an admin,
 * a sub-admin for what they uploaded, and a paid plan, which is our assumption.
 */
export function commentRoutes(database: Database): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(PATH, async (c) => {
    const { reportComments } = await requireRun(c)
    if (reportComments === null) throw noComments()
    return c.json(reportComments)
  })

  routes.post(PATH, async (c) => {
    requirePlan(c.var.caller)
    const comments = await readBody(c, commentsBody)
    await write(c, comments, 'update fails')
    return c.json({ message: 'Comments updated' })
  })

  routes.delete(PATH, async (c) => {
    requirePlan(c.var.caller)
    await write(c, null, 'delete fails')
    return c.json({ message: 'Comments deleted' })
  })

  async function requireRun(c: Context<AdminEnv>): Promise<SessionRow> {
    const id = readId(c)
    const session = await sessionById(database, c.var.caller.organization.id, id)
    if (!session || session.activity !== 'Running') throw noSuchSession(id)
    return session
  }

  async function write(c: Context<AdminEnv>, reportComments: SessionRow['reportComments'], fault: Fault) {
    const session = await requireRun(c)
    requireOwnUpload(c.var.caller, session)
    if (session.fault === fault)
      throw unexpected(`this session is made so that every ${fault.split(' ')[0]} fails`)
    if (reportComments === null && session.reportComments === null) throw noComments()
    if (!(await updateSession(database, session.id, { reportComments }))) throw noSuchSession(session.id)
  }

  return routes
}

import { Hono } from 'hono'
import type { Database } from '../store/database.ts'
import { deleteSession, sessionById, sessionsByIds, updateSession } from '../store/sessions.ts'
import type { AnalysisJobs } from './analysisJobs.ts'
import { requireOwnUpload, requirePlan, type AdminEnv } from './caller.ts'
import { noSuchSession, unexpected } from './errors.ts'
import { noteListed, noteReadAgain } from './faultReads.ts'
import { withLifeOf, type MediaAddresses } from './mediaAddress.ts'
import { ownSessions } from './ownSessions.ts'
import { sessionsJson } from './sessionJson.ts'
import { filterSessions } from './sessionLists.ts'
import { filterQuery, idsBody, readBody, readId, readQuery, updateBody } from './validation.ts'

type Parts = { database: Database; addresses: MediaAddresses; jobs: AnalysisJobs }

/** List, filter, fetch by ids, update and delete, under `/session-management`. */
export function sessionRoutes({ database, addresses, jobs }: Parts): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get('/sessions/', (c) => ownSessions(database, addresses, c.var.caller))

  routes.get('/sessions/filter/', async (c) => {
    const query = readQuery(c, filterQuery)
    const { total, rows } = await filterSessions(database, c.var.caller.organization.id, query)
    await noteListed(database, rows)
    return c.json({
      query_count: total,
      sessions: sessionsJson(withLifeOf(c.var.caller.organization, addresses), rows),
      first_doc_id: rows[0]?.id ?? null,
      last_doc_id: rows.at(-1)?.id ?? null,
    })
  })

  routes.post('/sessions/by-ids/', async (c) => {
    const { session_ids } = await readBody(c, idsBody)
    const found = await sessionsByIds(database, c.var.caller.organization.id, [...new Set(session_ids)])
    const rows = await noteReadAgain(database, found)
    return c.json({ sessions: sessionsJson(withLifeOf(c.var.caller.organization, addresses), rows) })
  })

  routes.put('/sessions/:id', async (c) => {
    requirePlan(c.var.caller)
    const id = readId(c)
    const { title, created_at } = await readBody(c, updateBody)
    const session = await sessionById(database, c.var.caller.organization.id, id)
    if (!session) throw noSuchSession(id)
    requireOwnUpload(c.var.caller, session)
    if (session.fault === 'update fails') throw unexpected('this session is made so that every update fails')
    const changes = {
      ...(title && { title }),
      ...(created_at && { createdAt: created_at }),
      readsSinceSave: 0,
    }
    if (!(await updateSession(database, id, changes))) throw noSuchSession(id)
    return c.json({ success: `${id} was successfully updated` })
  })

  routes.delete('/sessions/:id', async (c) => {
    const id = readId(c)
    const session = await sessionById(database, c.var.caller.organization.id, id)
    if (!session) throw noSuchSession(id)
    requireOwnUpload(c.var.caller, session)
    if (session.fault === 'delete fails')
      throw unexpected('this session is made so that it cannot be deleted')
    if (!(await deleteSession(database, id))) throw noSuchSession(id)
    jobs.forget(id)
    return c.json({ success: `${id} was successfully deleted` })
  })

  return routes
}

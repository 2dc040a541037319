import { Hono, type Context } from 'hono'
import type { Database } from '../store/database.ts'
import type { SessionRow } from '../store/schema.ts'
import { sessionById } from '../store/sessions.ts'
import type { AnalysisJobs } from './analysisJobs.ts'
import { requirePlan, type AdminEnv } from './caller.ts'
import { ApiError, badRequest, noSuchSession } from './errors.ts'
import { withLifeOf, type MediaAddresses } from './mediaAddress.ts'
import { videoAddress } from './sessionJson.ts'
import { readBody, readId, readQuery, videoBody, videoQuery } from './validation.ts'

type Parts = { database: Database; addresses: MediaAddresses; jobs: AnalysisJobs }

/** Get and make the analyzed video, under `/session-management`. Both answer when the video is there. */
export function videoRoutes({ database, addresses, jobs }: Parts): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get('/sessions/:id/analyzed-video/', async (c) => {
    const { download } = readQuery(c, videoQuery)
    const session = await requireSession(c)
    if (!session.analyzed) await make(c, session)
    return c.json({ analyzed_video_url: address(c, session, download) })
  })

  routes.post('/sessions/:id/analyzed-video/', async (c) => {
    requirePlan(c.var.caller)
    await readBody(c, videoBody, {})
    const session = await requireSession(c)
    if (session.analyzed) throw badRequest('Video already analyzed', 'VIDEO_ALREADY_ANALYZED')
    await make(c, session)
    return c.json({ analyzed_video_url: address(c, session) })
  })

  function address(c: Context<AdminEnv>, session: SessionRow, download?: boolean): string {
    return videoAddress(withLifeOf(c.var.caller.organization, addresses), session, 'analyzed', download)
  }

  async function requireSession(c: Context<AdminEnv>): Promise<SessionRow> {
    const id = readId(c)
    const session = await sessionById(database, c.var.caller.organization.id, id)
    if (!session) throw noSuchSession(id)
    return session
  }

  async function make(c: Context<AdminEnv>, session: SessionRow): Promise<void> {
    requirePlan(c.var.caller)
    const outcome = await jobs.analyze(session)
    if (outcome === 'gone') throw noSuchSession(session.id)
    if (outcome === 'stopped')
      throw new ApiError(503, 'STOPPING', 'The server is stopping; the analysis goes on later.')
    if (outcome === 'failed')
      throw new ApiError(404, 'ANALYSIS_FAILED', 'Analyzed video could not be created')
  }

  return routes
}

import { Hono } from 'hono'
import type { Film, MediaKind, MediaSeries } from '../media/series.ts'
import type { Database } from '../store/database.ts'
import type { Activity, SessionRow } from '../store/schema.ts'
import { sessionById } from '../store/sessions.ts'
import type { AdminEnv } from './caller.ts'
import { noSuchSession } from './errors.ts'
import { withLifeOf, type MediaAddresses } from './mediaAddress.ts'
import { runningSummary } from './runningSummary.ts'
import { sessionJson } from './sessionJson.ts'
import { readId } from './validation.ts'

/** The joint angles and other series of a sample video, one value per frame. */
export type SeriesOf = (film: Film) => MediaSeries

type Parts = { database: Database; addresses: MediaAddresses; series: SeriesOf }

const PATHS: Record<string, Activity> = {
  '/running/sessions/:id/': 'Running',
  '/jumping/sessions/:id/': 'Vertical Jump',
  '/weightlifting/sessions/:id/': 'Weightlifting',
  // The path of the last one is our assumption.
  '/mobility-assessment/sessions/:id/': 'Mobility Assessment',
}

const MEDIA_KINDS: Record<Activity, MediaKind> = {
  Running: 'running',
  'Vertical Jump': 'jumping',
  Weightlifting: 'weightlifting',
  'Mobility Assessment': 'mobility',
}

/** The sample film that a session shows; the one with sound is the usual run. */
export const filmOf = ({ activity, film }: Pick<SessionRow, 'activity' | 'film'>): Film =>
  activity === 'Running' && film && film !== 'sound' ? film : MEDIA_KINDS[activity]

/** One session with its series, at the path of its activity; the path of another activity does not know it. */
export function activityRoutes({ database, addresses, series }: Parts): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  for (const [path, activity] of Object.entries(PATHS)) {
    routes.get(path, async (c) => {
      const id = readId(c)
      const session = await sessionById(database, c.var.caller.organization.id, id)
      if (!session || session.activity !== activity) throw noSuchSession(id)
      const answer = {
        ...sessionJson(withLifeOf(c.var.caller.organization, addresses), session),
        ...seriesJson(session, series(filmOf(session))),
      }
      if (session.fault !== 'series are broken') return c.json(answer)
      const whole = JSON.stringify(answer)
      return c.body(whole.slice(0, Math.floor(whole.length / 2)), 200, { 'Content-Type': 'application/json' })
    })
  }
  return routes
}

/** What the activity's own endpoint adds to the session. Nothing has been measured before `completed`. */
function seriesJson(session: SessionRow, series: MediaSeries): Record<string, unknown> {
  if (session.status !== 'completed') return { angles: {}, all_timestamps: [], ...emptyMetrics(session) }
  const common = { angles: series.angles, all_timestamps: series.timestamps }
  switch (session.activity) {
    case 'Running':
      return { ...common, ...emptyMetrics(session), ...runningSummary(session.metrics ?? {}) }
    case 'Vertical Jump':
      return {
        ...common,
        ...emptyMetrics(session),
        whole_report_metrics: series.reportMetrics,
        end_frames: series.endFrames,
      }
    case 'Weightlifting':
      return { ...common, ...emptyMetrics(session), report_metrics: series.reportMetrics }
    case 'Mobility Assessment':
      return common
  }
}

function emptyMetrics(session: SessionRow): { metrics?: object } {
  return session.metrics === null ? { metrics: {} } : {}
}

import type * as z from 'zod'
import type { Database } from '../store/database.ts'
import type { SessionRow } from '../store/schema.ts'
import {
  countMatches,
  countSessions,
  matchingSessions,
  sessionById,
  sessionsAfter,
  sessionsBefore,
  type Place,
  type SessionFilter,
} from '../store/sessions.ts'
import { badRequest, noMatch } from './errors.ts'
import type { filterQuery } from './validation.ts'

type FilterQuery = z.output<typeof filterQuery>
type Found = { total: number; rows: SessionRow[] }

/**
 * One answer of the filter call: with any filter the newest `limit` matches, whatever the cursors say; without
 * one a page after or before a cursor. Throws 404 when there is nothing, 400 for a cursor that names nothing.
 */
export async function filterSessions(
  database: Database,
  organization: string,
  query: FilterQuery,
): Promise<Found> {
  const filter = filterOf(query)
  const found =
    Object.keys(filter).length > 0
      ? await filtered(database, organization, filter, query.limit)
      : {
          total: await countSessions(database, organization),
          rows: await page(database, organization, query),
        }
  if (found.rows.length === 0) throw noMatch()
  return found
}

async function filtered(
  database: Database,
  organization: string,
  filter: SessionFilter,
  limit: number,
): Promise<Found> {
  const total = await countMatches(database, organization, filter)
  // Looking for rows that are not there would be the slowest search of all.
  return { total, rows: total > 0 ? await matchingSessions(database, organization, filter, limit) : [] }
}

async function page(database: Database, organization: string, query: FilterQuery): Promise<SessionRow[]> {
  const { start_after_id: after, end_before_id: before, limit } = query
  if (after !== undefined && before !== undefined) {
    throw badRequest('Give start_after_id or end_before_id, not both.')
  }
  if (before !== undefined)
    return sessionsBefore(database, organization, await placeOf(database, organization, before), limit)
  const place = after === undefined ? null : await placeOf(database, organization, after)
  return sessionsAfter(database, organization, place, limit)
}

async function placeOf(database: Database, organization: string, cursor: string): Promise<Place> {
  const session = await sessionById(database, organization, cursor)
  if (!session) throw badRequest(`Invalid cursor: session ${cursor} not found`, 'INVALID_CURSOR')
  return session
}

function filterOf(query: FilterQuery): SessionFilter {
  const {
    activity,
    status,
    title,
    user_id: userId,
    uploaded_by: uploadedBy,
    start_date: from,
    end_date: to,
  } = query
  const given = Object.entries({ activity, status, title, userId, uploadedBy, from, to })
  return Object.fromEntries(given.filter(([, value]) => value !== undefined))
}

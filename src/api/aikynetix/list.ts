import { AppError } from '../../domain/errors.ts'
import { dayOf } from '../../domain/recordedAt.ts'
import type { Session } from '../../domain/session.ts'
import type { Cursor, Page, SessionQuery } from '../../domain/source.ts'
import type { Http } from '../http.ts'
import { asNumber, asObject, asText, field } from '../json.ts'
import { assumptions } from './assumptions.ts'
import { dayBefore, filterDay } from './dates.ts'
import { mapSession, newestFirst } from './sessionMapping.ts'
import type { MappingSettings } from './sessionMapping.ts'

/** One answer of the filter call, sorted newest first. */
type Answer = { items: Session[]; count: number; lastId: string | null; leftOut: number }

const EMPTY: Answer = { items: [], count: 0, lastId: null, leftOut: 0 }

const FILTER_PATH = '/session-management/sessions/filter/'

/** Walks lists in the API's two modes: by cursor without a filter, by day under one. */
export function createList(http: Http, mapping: MappingSettings) {
  async function ask(
    query: Record<string, string | number | undefined>,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    try {
      return await http.read({ path: FILTER_PATH, query, signal, parse: (json) => readAnswer(json, mapping) })
    } catch (error) {
      // On a list, 404 is the API's way to say that nothing matches.
      if (error instanceof AppError && error.kind === 'not-found') return EMPTY
      throw error
    }
  }

  /** One row more than wanted is asked for, so that the end is known and not guessed from a full page. */
  async function byCursor(query: SessionQuery, cursor: Cursor | null, signal?: AbortSignal): Promise<Page> {
    const limit = Math.min(query.size + 1, assumptions.largestLimit)
    let answer: Answer
    try {
      answer = await ask({ limit, start_after_id: cursor ?? undefined }, signal)
    } catch (error) {
      const gone = cursor !== null && error instanceof AppError && error.kind === 'invalid'
      throw gone ? new AppError('stale-cursor', { cause: error }) : error
    }
    const more = answer.items.length + answer.leftOut >= limit
    const items = more ? answer.items.filter((session) => session.id !== answer.lastId) : answer.items
    const last = items.findLast((session) => session.recordedAt !== null) ?? items.at(-1)
    return {
      items,
      // A page that ends where it was asked to begin leads nowhere.
      next: more && last && last.id !== cursor ? (last.id as Cursor) : null,
      total: answer.count,
      leftOut: answer.leftOut,
      incompleteDay: null,
    }
  }

  /**
   * Under a filter the API ignores cursors and gives the newest `limit` matches. The walk moves `end_date` back
   * to the oldest row's day and drops what was seen of that day; where a day holds more than the largest `limit`,
   * the page names that day and the walk goes on before it.
   */
  async function byDay(query: SessionQuery, cursor: Cursor | null, signal?: AbortSignal): Promise<Page> {
    let place = readPlace(cursor) ?? { until: query.to ?? null, seen: [], total: null }
    let incompleteDay: string | null = null
    for (;;) {
      const limit = Math.min(query.size + place.seen.length, assumptions.largestLimit)
      const answer = await ask(filterParameters(query, place.until, limit), signal)
      const total: number = place.total ?? answer.count
      const seen = new Set(place.seen)
      const items = answer.items.filter((session) => !seen.has(session.id))
      const rest = { total, leftOut: answer.leftOut, incompleteDay }
      if (answer.items.length + answer.leftOut >= answer.count) return { items, next: null, ...rest }

      const oldest = answer.items.findLast((session) => session.recordedAt !== null)?.recordedAt
      const day: string | null = oldest ? dayOf(oldest) : place.until
      if (items.length > 0) {
        const ofDay = answer.items.filter(
          ({ recordedAt }) => recordedAt === null || dayOf(recordedAt) === day,
        )
        return { items, next: writePlace({ until: day, seen: ofDay.map(({ id }) => id), total }), ...rest }
      }
      if (day === null) return { items, next: null, ...rest }
      if (limit < assumptions.largestLimit) {
        // Everything in the answer was seen: rows came in above. Ask deeper into the same day.
        place = { ...place, total, seen: answer.items.map(({ id }) => id) }
      } else {
        incompleteDay = day
        place = { until: dayBefore(day), seen: [], total }
      }
    }
  }

  return (query: SessionQuery, cursor: Cursor | null, signal?: AbortSignal): Promise<Page> =>
    isFiltered(query) ? byDay(query, cursor, signal) : byCursor(query, cursor, signal)
}

function isFiltered({ title, activity, athlete, uploader, status, from, to }: SessionQuery): boolean {
  return [title, activity, athlete, uploader, from, to].some((value) => value) || (status?.length ?? 0) > 0
}

function filterParameters(query: SessionQuery, until: string | null, limit: number) {
  return {
    limit,
    title: query.title,
    activity: query.activity,
    user_id: query.athlete,
    [assumptions.uploaderParameter]: query.uploader,
    [assumptions.statusParameter]: query.status?.[0],
    start_date: query.from && filterDay(query.from),
    end_date: until === null ? undefined : filterDay(until),
  }
}

function readAnswer(json: unknown, mapping: MappingSettings): Answer {
  const answer = asObject(json)
  const records = answer && asObject(field(answer, 'sessions'))
  if (!answer || !records) throw new AppError('unavailable')
  const entries = Object.entries(records)
  const items = entries.filter(([id]) => id !== '').map(([id, record]) => mapSession(id, record, mapping))
  return {
    items: items.sort(newestFirst),
    count: asNumber(field(answer, 'query_count')) ?? entries.length,
    lastId: asText(field(answer, 'last_doc_id')),
    leftOut: entries.length - items.length,
  }
}

/** Where a walk by day stands: everything after day `until` is done, and of that day the ids in `seen`. */
type Place = { until: string | null; seen: string[]; total: number | null }

const writePlace = (place: Place): Cursor => JSON.stringify(place) as Cursor

const readPlace = (cursor: Cursor | null): Place | null =>
  cursor === null ? null : (JSON.parse(cursor) as Place)

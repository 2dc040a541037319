import { AppError, toAppError } from '../../domain/errors.ts'
import type { Session } from '../../domain/session.ts'
import type { Found, SessionQuery, SessionSource } from '../../domain/source.ts'
import type { Http } from '../http.ts'
import { assumptions } from './assumptions.ts'
import { readRows, writeToken } from './envelope.ts'
import { advance, readPlace, START, writePlace } from './place.ts'
import type { Place } from './place.ts'
import { mapSession } from './sessionMapping.ts'

export type Pages = {
  list: SessionSource['list']
  /**
   * Looks through the list, page by page, as long as `wanted` says so and up to the number of requests that is assumed to
   * be bearable; what is left after that is not known, and `complete` false.
   */
  look: (filter: Pick<SessionQuery, 'athlete'>, wanted: () => boolean, signal?: AbortSignal) => Promise<Found>
}

type Rows = { sessions: Session[]; leftOut: number; next: Place | null }

/** The list, which goes forward only. `complete` gives rows what others know of them, such as names. */
export function createPages(
  http: Http,
  source: string,
  complete: (sessions: Session[]) => Promise<Session[]>,
): Pages {
  async function readPage(
    { athlete, size }: Pick<SessionQuery, 'athlete' | 'size'>,
    place: Place,
    signal: AbortSignal | undefined,
  ): Promise<Rows> {
    if (place.circle) throw new AppError('endless')
    try {
      const { rows, next } = await http.read({
        path: '/sessions',
        query: { athleteID: athlete || undefined, limit: size },
        headers: { 'X-Continuation-Token': writeToken(place.token) },
        signal,
        parse: readRows,
      })
      const sessions = rows.flatMap((row) => mapSession(row, source) ?? [])
      return {
        sessions,
        leftOut: rows.length - sessions.length,
        next: next === null ? null : advance(place, next),
      }
    } catch (cause) {
      const error = toAppError(cause)
      // A token belongs to its query, and does not last for ever.
      throw error.kind === 'invalid' && place !== START ? new AppError('stale-cursor', { cause }) : error
    }
  }

  /** The next page with rows, or the end: an empty page with a token is neither. */
  async function readRowsFrom(
    query: Pick<SessionQuery, 'athlete' | 'size'>,
    from: Place,
    signal: AbortSignal | undefined,
  ): Promise<Rows> {
    let place = from
    let leftOut = 0
    for (let empty = 0; empty < assumptions.mostEmptyPages; empty++) {
      const page = await readPage(query, place, signal)
      leftOut += page.leftOut
      if (page.sessions.length > 0 || page.next === null)
        return { ...page, sessions: await complete(page.sessions), leftOut }
      place = page.next
    }
    throw new AppError('endless')
  }

  return {
    async list(query, cursor, signal) {
      const place = cursor === null ? START : readPlace(cursor)
      const { sessions, leftOut, next } = await readRowsFrom(query, place, signal)
      return {
        items: sessions,
        next: next && writePlace(next),
        total: null,
        leftOut,
        incompleteDays: [],
      }
    },

    async look(filter, wanted, signal) {
      const query = { ...filter, size: assumptions.lookLimit }
      const sessions: Session[] = []
      let place: Place | null = START
      let leftOut = 0
      for (let looks = 0; place !== null && looks < assumptions.mostLooks; looks++) {
        const page: Rows = await readRowsFrom(query, place, signal)
        sessions.push(...page.sessions)
        leftOut += page.leftOut
        place = page.next
        if (!wanted()) break
      }
      return { sessions, lookedAt: sessions.length + leftOut, complete: place === null }
    },
  }
}

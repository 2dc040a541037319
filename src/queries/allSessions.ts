import { AppError, toAppError } from '../domain/errors.ts'
import type { Session, SessionId } from '../domain/session.ts'
import type { Cursor, SessionQuery, SessionSource } from '../domain/source.ts'
import type { ListQuery } from './sessions.ts'
import { countsIn } from './sieve.ts'

/** Rows a request asks for. */
const ROWS_AT_ONCE = 250

/** How often a reading begins again from the newest session because the list changed under it. */
const MOST_RESTARTS = 3

/** `found` are those that count, `lookedAt` all that were read: the same where nothing is sieved. */
export type WalkProgress = { found: number; lookedAt: number; total: number | null }

/** Takes the sessions of a walk, page by page; a walk that begins again begins with a new one. */
export type Collector = { add: (sessions: readonly Session[]) => void }

export type WalkEnd<Collected> = WalkProgress & {
  collected: Collected
  leftOut: number
  incompleteDays: readonly string[]
}

type Walk<Collected> = WalkEnd<Collected> & { next: Cursor | null; ids: Set<SessionId> }

/** What a source is asked for; the rest is sieved here. */
const filtersOf = ({ attention: _sieved, unseen: _hidden, ...filters }: ListQuery): SessionQuery => filters

/**
 * A walk through every session that a list matches, each id once; nothing of it is kept but what `collect` keeps.
 * `hide` are the sessions that `unseen` leaves out. The function it returns reads to the end. It rejects with an
 * `AppError`, at once when it is aborted; called again, it goes on where it stopped.
 */
export function walkAllSessions<Collected extends Collector>(
  source: SessionSource,
  query: ListQuery,
  collect: () => Collected,
  hide: (session: Session) => boolean = () => false,
) {
  const filters = filtersOf(query)
  const counts = countsIn(query.attention ?? false)
  const begin = (): Walk<Collected> => ({
    collected: collect(),
    found: 0,
    lookedAt: 0,
    total: null,
    leftOut: 0,
    incompleteDays: [],
    next: null,
    ids: new Set(),
  })
  let walk = begin()

  /** Reads one page; false at the end. */
  const readOn = async (signal: AbortSignal): Promise<boolean> => {
    const page = await source.list({ ...filters, size: ROWS_AT_ONCE }, walk.next, signal)
    if (signal.aborted) throw new AppError('aborted')
    const fresh = page.items.filter(({ id }) => !walk.ids.has(id) && walk.ids.add(id))
    const taken = fresh.filter((session) => counts(session) && !hide(session))
    walk.collected.add(taken)
    walk = {
      ...walk,
      next: page.next,
      total: page.total,
      found: walk.found + taken.length,
      lookedAt: walk.lookedAt + fresh.length,
      leftOut: walk.leftOut + page.leftOut,
      incompleteDays: [...new Set([...walk.incompleteDays, ...page.incompleteDays])],
    }
    return page.next !== null
  }

  return async (
    signal: AbortSignal,
    onProgress: (progress: WalkProgress) => void,
  ): Promise<WalkEnd<Collected>> => {
    for (let restarts = 0, more = true; more;) {
      try {
        more = await readOn(signal)
      } catch (cause) {
        const error = toAppError(cause)
        if (error.kind !== 'stale-cursor') throw error
        walk = begin()
        if (++restarts > MOST_RESTARTS) throw error
      }
      onProgress({ found: walk.found, lookedAt: walk.lookedAt, total: walk.total })
    }
    return walk
  }
}

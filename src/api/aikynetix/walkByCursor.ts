import { AppError } from '../../domain/errors.ts'
import type { Session, SessionId } from '../../domain/session.ts'
import type { Cursor, Page, SessionQuery } from '../../domain/source.ts'
import { assumptions } from './assumptions.ts'
import type { Answer, FilterCall } from './filterCall.ts'
import { advance, countBehind, readCursor, rowsAhead, shown, START, writeCursor } from './place.ts'
import type { Place } from './place.ts'

/** `after` is the row to ask after: one of a newer minute than the place, so that all of its minute comes again. */
type State = { place: Place; after: SessionId | null; behind: number; total: number | null }

const BEGINNING: State = { place: START, after: null, behind: 0, total: null }

/**
 * Walks the whole list by the API's cursor. A row under the cursor whose time was edited would silently move the
 * walk, so each answer must overlap the last page: where it does not, or the row is gone, the walk rejects with
 * `stale-cursor`. One row more than wanted is asked for, so that the end is known and not guessed from a full page.
 */
export function walkByCursor(call: FilterCall) {
  const { largestLimit } = assumptions

  return async (query: SessionQuery, cursor: Cursor | null, signal?: AbortSignal): Promise<Page> => {
    const state = cursor === null ? BEGINNING : readCursor<State>(cursor)
    const size = Math.min(query.size, largestLimit - 1)
    let limit = Math.min(state.behind + size + 1, largestLimit)
    for (;;) {
      const answer = await askAfter(call, state.after, limit, signal)
      const ahead = rowsAhead(answer.rows, state.place)
      const full = answer.rows.length >= limit
      const joined = overlaps(answer.rows, state.place)
      if (joined && (ahead.length > 0 || !full)) return pageOf(state, answer, ahead, size, full)
      // Rows that came in between may have pushed the rest out of the answer: ask deeper.
      if (!full || limit === largestLimit) throw new AppError('stale-cursor')
      limit = Math.min(limit * 2, largestLimit)
    }
  }
}

async function askAfter(
  call: FilterCall,
  after: SessionId | null,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  try {
    return await call({ limit, start_after_id: after ?? undefined }, signal)
  } catch (error) {
    const gone = after !== null && error instanceof AppError && error.kind === 'invalid'
    throw gone ? new AppError('stale-cursor', { cause: error }) : error
  }
}

/** Whether an answer still holds a row that was given last, where it was. */
function overlaps(rows: Session[], { at, seen }: Place): boolean {
  return seen.length === 0 || rows.some(({ id, recordedAt }) => recordedAt === at && seen.includes(id))
}

function pageOf(state: State, answer: Answer, ahead: Session[], size: number, full: boolean): Page {
  const given = ahead.slice(0, size)
  // An answer may be empty because all that was left is gone; then it counts nothing.
  const total = answer.rows.length > 0 ? answer.count : (state.total ?? answer.count)
  const page = (rows: Session[], next: State | null): Page => ({
    ...shown(rows),
    next: next && writeCursor(next),
    total,
    incompleteDays: [],
  })
  if (!full && given.length === ahead.length) return page(given, null)

  const place = advance(state.place, given)
  const behind = countBehind(answer.rows, place, place.at)
  if (behind < assumptions.largestLimit - 1) {
    return page(given, { place, after: rowBefore(place, given, state), behind, total })
  }
  // One minute fills a whole answer, so that nothing overlaps: all of it is given, and its end asked after.
  const all = advance(state.place, ahead)
  const after = answer.lastId ?? ahead.at(-1)?.id ?? state.after
  return page(ahead, { place: { ...all, seen: [] }, after, behind: 0, total })
}

/** The last row given of a newer minute than the place. */
function rowBefore({ at }: Place, given: Session[], { place, after }: State): SessionId | null {
  const newer = given.findLast(
    ({ id, recordedAt }) => id !== '' && recordedAt !== null && at !== null && recordedAt > at,
  )
  if (newer) return newer.id
  return (at === place.at ? null : place.seen.findLast((id) => id !== '')) ?? after
}

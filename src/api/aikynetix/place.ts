import { AppError } from '../../domain/errors.ts'
import type { RecordedAt } from '../../domain/recordedAt.ts'
import type { Session, SessionId } from '../../domain/session.ts'
import type { Cursor, Page } from '../../domain/source.ts'
import { assumptions } from './assumptions.ts'
import { newestFirst } from './sessionMapping.ts'

/**
 * How far a walk has come, in words that hold while rows come and go: rows of a newer minute than `at` lie behind it,
 * of minute `at` those in `seen`. Inside one minute the server's order cannot be known, so only ids tell there.
 * Rows whose time cannot be read are told by id alone.
 */
export type Place = { at: RecordedAt | null; seen: SessionId[]; undated: SessionId[] }

export const START: Place = { at: null, seen: [], undated: [] }

export function isAhead({ id, recordedAt }: Session, { at, seen, undated }: Place): boolean {
  if (recordedAt === null) return !undated.includes(id)
  return at === null || recordedAt < at || (recordedAt === at && !seen.includes(id))
}

/** The rows of an answer that a walk has not come to yet, in the order in which it gives them. */
export function rowsAhead(rows: Session[], place: Place): Session[] {
  return rows.filter((row) => isAhead(row, place)).sort(inWalkOrder)
}

/** Newest first, but rows without a readable time at once: nothing later could tell whether they were passed. */
export function inWalkOrder(a: Session, b: Session): number {
  if (a.recordedAt === null || b.recordedAt === null) return -newestFirst(a, b)
  return newestFirst(a, b)
}

/** The place after giving these rows, which are in the order of the walk. */
export function advance(place: Place, given: Session[]): Place {
  const at = given.at(-1)?.recordedAt ?? place.at
  const idsAt = (time: RecordedAt | null) =>
    given.filter(({ recordedAt }) => recordedAt === time).map(({ id }) => id)
  return {
    at,
    seen: at === null ? [] : [...(at === place.at ? place.seen : []), ...idsAt(at)],
    // Bounded, should a server ever send a date that can never be read.
    undated: [...place.undated, ...idsAt(null)].slice(-assumptions.largestLimit),
  }
}

/** How many of these rows come again, from day or minute `since` on, although `place` has them behind. */
export function countBehind(rows: Session[], place: Place, since: string | null): number {
  const comesAgain = ({ recordedAt }: Session) =>
    recordedAt === null || since === null || recordedAt.slice(0, since.length) <= since
  return rows.filter((row) => !isAhead(row, place) && comesAgain(row)).length
}

/** Rows as a page shows them; a record without an id is only counted. */
export function shown(given: Session[]): Pick<Page, 'items' | 'leftOut'> {
  const items = given.filter(({ id }) => id !== '').sort(newestFirst)
  return { items, leftOut: given.length - items.length }
}

export const writeCursor = (state: object): Cursor => JSON.stringify(state) as Cursor

/** What `writeCursor` was given. Text that is none of ours leads nowhere: `stale-cursor`. */
export function readCursor<State extends object>(cursor: Cursor): State {
  try {
    return JSON.parse(cursor) as State
  } catch (cause) {
    throw new AppError('stale-cursor', { cause })
  }
}

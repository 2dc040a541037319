import type { Session, SessionId } from '../../../domain/session.ts'
import type { SessionList } from '../../../queries/sessions.ts'
import type { ListPlace } from '../listPlace.ts'

/** A session and the screen of the list that it stands on. */
export type Neighbour = { session: Session; place: ListPlace }

/**
 * The sessions before and after one in a list, as far as the list is in memory. `before` and `after` count the rows
 * that are in memory on either side of it; null when neither it nor its place is among them.
 */
export type Neighbours = {
  previous: Neighbour | null
  next: Neighbour | null
  before: number | null
  after: number | null
}

/** A session in a list, on the page or on the way to it. `place` is the screen that it was opened from. */
export type Standing = { id: SessionId; place: ListPlace }

const NONE: Neighbours = { previous: null, next: null, before: null, after: null }

/** `size`: rows of a screen. */
export function findNeighbours(
  list: SessionList | undefined,
  { id, place }: Standing,
  size: number,
): Neighbours {
  const items = list?.pages.flatMap((page) => page.items) ?? []
  // A row that moved while the list was read may be met twice.
  const rows = [...new Map(items.map((session) => [session.id, session])).values()]
  const start = list?.pageParams[0]?.offset ?? 0
  const met = rows.findIndex((session) => session.id === id)
  // One that was deleted has its neighbours on either side of where it stood.
  const index = met >= 0 || place.nth === undefined ? met : place.row + place.nth - start
  if (index < 0 || index > rows.length || rows.length === 0) return NONE
  const following = met >= 0 ? index + 1 : index
  const neighbour = (at: number): Neighbour | null => {
    const session = rows[at]
    if (!session) return null
    const row = screenOf(start + at, place.row, size)
    return { session, place: { ...place, row, nth: start + at - row } }
  }
  return {
    previous: neighbour(index - 1),
    next: neighbour(following),
    before: index,
    after: rows.length - following,
  }
}

/** The first row of the screen that shows `row`, where screens follow each other from `first` on in both directions. */
const screenOf = (row: number, first: number, size: number): number =>
  Math.max(0, first + Math.floor((row - first) / size) * size)

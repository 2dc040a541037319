import { AppError } from '../../domain/errors.ts'
import { dayOf } from '../../domain/recordedAt.ts'
import type { ProcessingStatus, Session } from '../../domain/session.ts'
import type { Cursor, Page, SessionQuery } from '../../domain/source.ts'
import { assumptions } from './assumptions.ts'
import { dayBefore, filterDay } from './dates.ts'
import { NOTHING } from './filterCall.ts'
import type { Answer, FilterCall } from './filterCall.ts'
import {
  advance,
  countBehind,
  inWalkOrder,
  readCursor,
  rowsAhead,
  shown,
  START,
  writeCursor,
} from './place.ts'
import type { Place } from './place.ts'

/** One status of a walk, or all of it: it is asked up to day `until`, of which so many rows come again. */
type Branch = { status: ProcessingStatus | null; until: string | null; behind: number }

type State = { place: Place; branches: Branch[]; total: number | null }

/** What one branch answered. `ahead` is empty only where `ended`. */
type Step = Branch & {
  rows: Session[]
  ahead: Session[]
  ended: boolean
  count: number | null
  incompleteDay: string | null
}

const FIRST_DAY = '0001-01-01'

/**
 * Walks a filtered list. Under a filter the API ignores cursors and gives the newest `limit` matches, so the walk moves
 * `end_date` back to its last row's day and asks for as many rows more as come again. The API takes one status: several
 * are asked beside each other and merged. Every page asks all of them, so that a row that moves from one to another is
 * not lost. Days of which even the largest `limit` cannot give all matches are named in `incompleteDays`.
 */
export function walkByDay(call: FilterCall) {
  return async (query: SessionQuery, cursor: Cursor | null, signal?: AbortSignal): Promise<Page> => {
    const state = cursor === null ? beginning(query) : readCursor<State>(cursor)
    const steps = await Promise.all(
      state.branches.map((branch) => step(call, query, branch, state.place, signal)),
    )
    const total = cursor === null ? sum(steps.map(({ count }) => count)) : state.total
    const { given, ended } = merge(steps, query.size)
    const place = advance(state.place, given)
    const next = { place, branches: steps.map((branch) => goOn(branch, place)), total }
    return {
      ...shown(given),
      next: ended ? null : writeCursor(next satisfies State),
      total,
      incompleteDays: [...new Set(steps.flatMap(({ incompleteDay }) => incompleteDay ?? []))],
    }
  }
}

function beginning({ status, to }: SessionQuery): State {
  const statuses = status?.length ? [...new Set(status)] : [null]
  const branches = statuses.map((one) => ({ status: one, until: to ?? null, behind: 0 }))
  return { place: START, branches, total: null }
}

/**
 * Asks one branch until something ahead of the place is met, or its end: deeper into the day first, then before it.
 * One row more than wanted is asked for, so that the end is known.
 */
async function step(
  call: FilterCall,
  query: SessionQuery,
  branch: Branch,
  place: Place,
  signal: AbortSignal | undefined,
): Promise<Step> {
  const { largestLimit } = assumptions
  const ask = ({ status, until }: Branch, limit: number): Promise<Answer> =>
    until !== null && until < (query.from ?? FIRST_DAY)
      ? Promise.resolve(NOTHING)
      : call(filterParameters({ ...query, to: until }, status, limit), signal)
  const read = ({ rows, count }: Answer, limit: number) => ({
    rows,
    count,
    ahead: rowsAhead(rows, place),
    ended: rows.length === 0 || (rows.length < limit && rows.length >= (count ?? 0)),
  })

  let limit = Math.min(query.size + branch.behind + 1, largestLimit)
  let answer = read(await ask(branch, limit), limit)
  while (answer.ahead.length === 0 && !answer.ended && limit < largestLimit) {
    limit = Math.min(limit * 2, largestLimit)
    answer = read(await ask(branch, limit), limit)
  }
  if (answer.ahead.length > 0 || answer.ended) return { ...branch, ...answer, incompleteDay: null }

  // The day fills the largest answer. What it lacks is what the day before does not account for.
  if (branch.until === null) throw new AppError('unavailable')
  const day = branch.until
  const before = { ...branch, until: dayBefore(day) }
  limit = Math.min(query.size + 1, largestLimit)
  const older = read(await ask(before, limit), limit)
  // Nothing ahead of a day that was not asked for yet: no answer of this API, and no way on.
  if (older.ahead.length === 0 && !older.ended) throw new AppError('unavailable')
  const whole =
    answer.count !== null && older.count !== null && older.count >= answer.count - answer.rows.length
  return { ...before, ...older, incompleteDay: whole ? null : day }
}

/**
 * The first `size` rows of all branches, once each. Nothing is given from beyond the last row that a branch could tell
 * of, since that branch may have newer ones.
 */
function merge(steps: Step[], size: number): { given: Session[]; ended: boolean } {
  const byId = new Map(steps.flatMap(({ ahead }) => ahead.map((row) => [row.id, row] as const)))
  const rows = [...byId.values()].sort(inWalkOrder)
  const lasts = steps.flatMap(({ ended, ahead }) => (ended ? [] : (ahead.at(-1)?.id ?? [])))
  const known = Math.min(...lasts.map((id) => rows.findIndex((row) => row.id === id) + 1), rows.length)
  const given = rows.slice(0, Math.min(known, size))
  return { given, ended: lasts.length === 0 && given.length === rows.length }
}

function goOn({ status, until: asked, rows }: Step, place: Place): Branch {
  const day = place.at && dayOf(place.at)
  const until = asked !== null && (day === null || asked < day) ? asked : day
  return { status, until, behind: countBehind(rows, place, until) }
}

function sum(counts: (number | null)[]): number | null {
  return counts.reduce((total, count) => (total === null || count === null ? null : total + count), 0)
}

function filterParameters(
  query: Omit<SessionQuery, 'to'> & { to: string | null },
  status: ProcessingStatus | null,
  limit: number,
) {
  return {
    limit,
    title: query.title || undefined,
    activity: query.activity || undefined,
    user_id: query.athlete || undefined,
    [assumptions.uploaderParameter]: query.uploader || undefined,
    [assumptions.statusParameter]: status ?? undefined,
    start_date: query.from && filterDay(query.from),
    end_date: query.to === null ? undefined : filterDay(query.to),
  }
}

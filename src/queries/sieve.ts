import { attentionReasons } from '../domain/attention.ts'
import { nowHere } from '../domain/calendarDays.ts'
import type { Session } from '../domain/session.ts'
import type { SessionSource } from '../domain/source.ts'
import type { ListPage, ListQuery, Step } from './sessions.ts'

/** Rows a request of the sieve asks for, and rows after which it gives what it has: more is asked for by hand. */
const SIEVED_AT_ONCE = 250
const SIEVED_AT_MOST = 1_000

/** Two screens of sessions that the view keeps, or what there is of them among the next thousand rows. */
export async function sieve(
  source: SessionSource,
  { attention, unseen: _sieved, size, ...filters }: ListQuery,
  step: Step,
  hide: (session: Session) => boolean,
  signal: AbortSignal,
): Promise<ListPage> {
  const counts = countsIn(attention ?? false)
  const sieved: ListPage = {
    items: [],
    next: step.cursor,
    total: null,
    leftOut: 0,
    incompleteDays: [],
    lookedAt: step.lookedAt,
    hidden: step.hidden,
  }
  do {
    const page = await source.list({ ...filters, size: SIEVED_AT_ONCE }, sieved.next, signal)
    const counting = page.items.filter(counts)
    const shown = counting.filter((session) => !hide(session))
    sieved.items.push(...shown)
    sieved.hidden += counting.length - shown.length
    sieved.next = page.next
    sieved.total = page.total
    sieved.leftOut += page.leftOut
    sieved.incompleteDays.push(...page.incompleteDays)
    sieved.lookedAt += page.items.length
  } while (
    sieved.next !== null &&
    sieved.items.length < 2 * size &&
    sieved.lookedAt - step.lookedAt < SIEVED_AT_MOST
  )
  return sieved
}

/** Tells what a view counts at all, by the rules as they are now; what it hides of that is another matter. */
export function countsIn(attention: boolean): (session: Session) => boolean {
  if (!attention) return () => true
  const now = nowHere()
  return (session) => attentionReasons(session, now).length > 0
}

import type { ErrorKind } from './errors.ts'
import type { Session, SessionId, SourceId } from './session.ts'
import { versionOf } from './sessionVersion.ts'
import type { SessionVersion } from './sessionVersion.ts'

export type BulkAction = 'delete' | 'retitle'

export type BulkOutcome =
  | 'waiting'
  | 'running' // a request may be on its way
  | 'done'
  | 'gone' // it was not there any more
  | 'changed' // somebody else changed it meanwhile, so nothing was written
  | 'failed'
  | 'unknown' // a request went out and nobody knows whether it was carried out
  | 'left' // stopped by hand before it began

/** One session of a job, as it was when it was chosen, and what became of it. */
export type BulkItem = SessionVersion & {
  /** The athlete's name, for reading. */
  athlete: string
  newTitle: string | null
  outcome: BulkOutcome
  /** Why it failed or is not known. */
  error: ErrorKind | null
  /** When the outcome was known, ISO 8601 in UTC. */
  at: string | null
  /** The session as somebody else left it; only with `changed`. */
  latest: SessionVersion | null
}

/** Plain values only: it is kept on the device as JSON. */
export type BulkJob = {
  /** Unlike every other job of this account and source: the moment it was made. */
  id: string
  source: SourceId
  action: BulkAction
  account: { id: string; email: string }
  /** ISO 8601 in UTC. */
  startedAt: string
  items: BulkItem[]
}

/**
 * Sessions in one job. A browser's local storage holds about 5 million characters for everything together; an item takes
 * about 350, and 1,300 where both titles are as long as the console lets them be: 2,000 of those still fit.
 */
export const MOST_ITEMS = 2_000

/** A new job over these sessions, each once. Throws a RangeError when there are none or more than `MOST_ITEMS`. */
export function makeJob({
  source,
  action,
  account,
  startedAt,
  changes,
}: Omit<BulkJob, 'id' | 'items'> & {
  changes: readonly { session: Session; newTitle?: string }[]
}): BulkJob {
  const items = new Map<SessionId, BulkItem>()
  for (const { session, newTitle } of changes) {
    if (items.has(session.id)) continue
    items.set(session.id, {
      ...versionOf(session),
      athlete: session.athlete.name,
      newTitle: newTitle?.trim() ?? null,
      outcome: 'waiting',
      error: null,
      at: null,
      latest: null,
    })
  }
  if (items.size === 0 || items.size > MOST_ITEMS)
    throw new RangeError(`A job has 1 to ${MOST_ITEMS} sessions, not ${items.size}.`)
  return { id: startedAt, source, action, account, startedAt, items: [...items.values()] }
}

export type OutcomeCounts = Record<BulkOutcome, number>

/** How many items have come to what. */
export function countOutcomes({ items }: BulkJob): OutcomeCounts {
  const counts: OutcomeCounts = {
    waiting: 0,
    running: 0,
    done: 0,
    gone: 0,
    changed: 0,
    failed: 0,
    unknown: 0,
    left: 0,
  }
  for (const { outcome } of items) counts[outcome] += 1
  return counts
}

/** Whether nothing is to be done any more, however it went. */
export const isFinished = ({ items }: BulkJob): boolean =>
  items.every(({ outcome }) => outcome !== 'waiting' && outcome !== 'running')

/** After a reload: what was on its way then went out, and no answer will come any more. `at`: ISO 8601 in UTC. */
export const recover = (job: BulkJob, at: string): BulkJob =>
  changeItems(job, 'running', (item) => ({ ...item, outcome: 'unknown', at }))

/**
 * Failures and what is not known wait again: a session is read before anything is written, so that nothing is done
 * twice. What was changed by somebody else, left by hand, done or gone stays as it is.
 */
export const retryFailures = (job: BulkJob): BulkJob =>
  changeItems(changeItems(job, 'failed', toWaiting), 'unknown', toWaiting)

/** Sessions that somebody else changed wait again, to be compared with what they have become. */
export const retryChanged = (job: BulkJob): BulkJob =>
  changeItems(job, 'changed', (item) => toWaiting({ ...item, ...item.latest }))

/** What has not begun is left as it is. `at`: ISO 8601 in UTC. */
export const stopRest = (job: BulkJob, at: string): BulkJob =>
  changeItems(job, 'waiting', (item) => ({ ...item, outcome: 'left', at }))

const toWaiting = (item: BulkItem): BulkItem => ({
  ...item,
  outcome: 'waiting',
  error: null,
  at: null,
  latest: null,
})

function changeItems(job: BulkJob, outcome: BulkOutcome, change: (item: BulkItem) => BulkItem): BulkJob {
  if (!job.items.some((item) => item.outcome === outcome)) return job
  return { ...job, items: job.items.map((item) => (item.outcome === outcome ? change(item) : item)) }
}

/** The words a receipt is written in. */
export type ReceiptWords = {
  columns: Record<'id' | 'title' | 'newTitle' | 'action' | 'outcome' | 'time' | 'account', string>
  action: (action: BulkAction) => string
  outcome: (item: BulkItem) => string
}

/** The receipt as a table of texts, its first row the header. Times are ISO 8601 in UTC, empty where nothing happened. */
export function receiptRows(job: BulkJob, { columns, ...words }: ReceiptWords): string[][] {
  const retitles = job.action === 'retitle'
  const { id, title, newTitle, action, outcome, time, account } = columns
  return [
    [id, title, ...(retitles ? [newTitle] : []), action, outcome, time, account],
    ...job.items.map((item) => [
      item.id,
      item.title,
      ...(retitles ? [item.newTitle ?? ''] : []),
      words.action(job.action),
      words.outcome(item),
      item.at ?? '',
      job.account.email || job.account.id,
    ]),
  ]
}

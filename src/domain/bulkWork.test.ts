import { describe, expect, it } from 'vitest'
import { makeSession } from '../testing/session.ts'
import {
  countOutcomes,
  isFinished,
  makeJob,
  MOST_ITEMS,
  receiptRows,
  recover,
  retryChanged,
  retryFailures,
  stopRest,
} from './bulkWork.ts'
import type { BulkItem, BulkJob, BulkOutcome } from './bulkWork.ts'
import { readBulkJob } from './readBulkJob.ts'
import { versionOf } from './sessionVersion.ts'

const AT = '2026-11-22T10:00:00.000Z'
const LATER = '2026-11-22T11:00:00.000Z'
const about = {
  source: 'memory',
  account: { id: 'u1', email: 'admin@example.com' },
  startedAt: AT,
} as const

const ALL: BulkOutcome[] = ['waiting', 'running', 'done', 'gone', 'changed', 'failed', 'unknown', 'left']

/** One session of each outcome, its id the outcome's name. */
function everyOutcome(): BulkJob {
  const job = makeJob({
    ...about,
    action: 'delete',
    changes: ALL.map((outcome) => ({ session: makeSession({ id: outcome }) })),
  })
  const items = job.items.map((item, index): BulkItem => {
    const outcome = ALL[index] as BulkOutcome
    const latest =
      outcome === 'changed' ? versionOf(makeSession({ id: 'changed', title: 'Theirs', segments: 9 })) : null
    return {
      ...item,
      outcome,
      latest,
      error: outcome === 'failed' ? 'forbidden-role' : outcome === 'unknown' ? 'unavailable' : null,
      at: outcome === 'waiting' || outcome === 'running' ? null : AT,
    }
  })
  return { ...job, items }
}

const outcomes = ({ items }: BulkJob) => Object.fromEntries(items.map(({ id, outcome }) => [id, outcome]))

describe('a job', () => {
  it('has each session once, with its new title as a server would keep it', () => {
    const session = makeSession({ id: 's1' })
    const job = makeJob({
      ...about,
      action: 'retitle',
      changes: [
        { session, newTitle: ' New ' },
        { session, newTitle: 'Other' },
      ],
    })
    expect(job.items).toHaveLength(1)
    expect(job.items[0]).toMatchObject({ ...versionOf(session), newTitle: 'New', outcome: 'waiting' })
  })

  it('is refused when it is empty or larger than a device can keep', () => {
    const many = Array.from({ length: MOST_ITEMS + 1 }, (_, index) => ({
      session: makeSession({ id: String(index) }),
    }))
    const jobOf = (changes: typeof many) => () => makeJob({ ...about, action: 'delete', changes })
    expect(jobOf([])).toThrow(RangeError)
    expect(jobOf(many)).toThrow(RangeError)
    expect(jobOf(many.slice(1))().items).toHaveLength(MOST_ITEMS)
  })

  it('of the largest size and the longest titles fits a browser’s local storage', () => {
    const changes = Array.from({ length: MOST_ITEMS }, (_, index) => ({
      session: makeSession({ id: String(index).padStart(32, '0'), title: 'x'.repeat(500) }),
      newTitle: 'y'.repeat(500),
    }))
    const size = JSON.stringify(makeJob({ ...about, action: 'retitle', changes })).length
    expect(size).toBeLessThan(3_000_000)
  })

  it('is finished when nothing waits and nothing is on its way', () => {
    const job = everyOutcome()
    const without = (...gone: BulkOutcome[]) => ({
      ...job,
      items: job.items.filter(({ outcome }) => !gone.includes(outcome)),
    })
    expect(countOutcomes(job)).toEqual(Object.fromEntries(ALL.map((outcome) => [outcome, 1])))
    expect(isFinished(without('waiting'))).toBe(false)
    expect(isFinished(without('running'))).toBe(false)
    expect(isFinished(without('waiting', 'running'))).toBe(true)
  })

  it('does not know after a reload what became of what was on its way', () => {
    const job = everyOutcome()
    expect(outcomes(recover(job, LATER))).toEqual({ ...outcomes(job), running: 'unknown' })
    expect(recover(job, LATER).items[1]?.at).toBe(LATER)
  })

  it('tries again what failed and what is not known, and nothing else', () => {
    const job = everyOutcome()
    const again = retryFailures(job)
    expect(outcomes(again)).toEqual({ ...outcomes(job), failed: 'waiting', unknown: 'waiting' })
    expect(again.items.find(({ id }) => id === 'failed')).toMatchObject({ error: null, at: null })
  })

  it('compares what somebody changed with what it is now, once a person has said so', () => {
    const job = everyOutcome()
    const again = retryChanged(job)
    expect(outcomes(again)).toEqual({ ...outcomes(job), changed: 'waiting' })
    expect(again.items.find(({ id }) => id === 'changed')).toMatchObject({
      title: 'Theirs',
      segments: 9,
      latest: null,
    })
  })

  it('leaves what has not begun when it is stopped', () => {
    const job = everyOutcome()
    expect(outcomes(stopRest(job, LATER))).toEqual({ ...outcomes(job), waiting: 'left' })
  })

  it('stays the same object where there is nothing to change', () => {
    const job = makeJob({ ...about, action: 'delete', changes: [{ session: makeSession() }] })
    expect(recover(job, LATER)).toBe(job)
    expect(retryFailures(job)).toBe(job)
    expect(retryChanged(job)).toBe(job)
  })
})

describe('a receipt', () => {
  const words = {
    columns: {
      id: 'ID',
      title: 'Title',
      newTitle: 'New',
      action: 'Action',
      outcome: 'Outcome',
      time: 'Time',
      account: 'Account',
    },
    action: (action: string) => action,
    outcome: ({ outcome, error }: BulkItem) => [outcome, error].filter(Boolean).join(' '),
  }

  it('says of every session what became of it, when, and by whom', () => {
    const [header, ...rows] = receiptRows(everyOutcome(), words)
    expect(header).toEqual(['ID', 'Title', 'Action', 'Outcome', 'Time', 'Account'])
    expect(rows.map(([id]) => id)).toEqual(ALL)
    expect(rows[5]).toEqual([
      'failed',
      'Tempo run',
      'delete',
      'failed forbidden-role',
      AT,
      'admin@example.com',
    ])
    expect(rows[0]?.[4]).toBe('')
  })

  it('names the new title where titles were changed', () => {
    const job = makeJob({
      ...about,
      action: 'retitle',
      changes: [{ session: makeSession(), newTitle: 'New title' }],
    })
    expect(receiptRows(job, words)).toEqual([
      ['ID', 'Title', 'New', 'Action', 'Outcome', 'Time', 'Account'],
      ['s1', 'Tempo run', 'New title', 'retitle', 'waiting', '', 'admin@example.com'],
    ])
  })
})

describe('what storage holds', () => {
  const stored = () => JSON.parse(JSON.stringify(everyOutcome())) as Record<string, unknown>
  const item = (change: Record<string, unknown>) => {
    const job = stored()
    return { ...job, items: [{ ...(job['items'] as object[])[0], ...change }] }
  }

  it('is the same job again', () => {
    expect(readBulkJob(stored())).toEqual(everyOutcome())
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['a text', 'job'],
    ['another action', { ...stored(), action: 'publish' }],
    ['no account', { ...stored(), account: null }],
    ['no sessions', { ...stored(), items: [] }],
    ['sessions that are none', { ...stored(), items: [null] }],
    ['one session twice', { ...stored(), items: [...(item({}).items as object[]), ...item({}).items] }],
    ['an outcome nobody knows', item({ outcome: 'toString' })],
    ['an error nobody knows', item({ error: 'constructor' })],
    ['a time that is none', item({ at: 'yesterday' })],
    ['a day that does not exist', item({ recordedAt: '2026-02-30T10:00' })],
    ['a state nobody knows', item({ status: 'lost' })],
    ['a title that is no text', item({ title: 7 })],
    ['a new title where none is asked for', item({ newTitle: 'New' })],
    ['the state of another session', item({ latest: versionOf(makeSession({ id: 'another' })) })],
    ['no new title where one is asked for', { ...stored(), action: 'retitle' }],
  ])('is no job when it is %s', (_what, json) => {
    expect(readBulkJob(json)).toBeNull()
  })
})

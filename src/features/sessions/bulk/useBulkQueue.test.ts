// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeJob } from '../../../domain/bulkWork.ts'
import type { BulkJob } from '../../../domain/bulkWork.ts'
import { makeSession } from '../../../testing/session.ts'
import { jobStore } from './useBulkQueue.ts'

const KEY = 'motion-console:bulk-work:anna:aikynetix'

const jobOf = (account: string, source: string): BulkJob =>
  makeJob({
    source,
    action: 'delete',
    account: { id: account, email: `${account}@example.com` },
    startedAt: '2026-11-22T10:00:00.000Z',
    changes: [{ session: makeSession({ id: 's1' }) }],
  })

const annas = jobOf('anna', 'aikynetix')
const store = () => jobStore({ account: 'anna', source: 'aikynetix' })
const keep = (job: BulkJob) => localStorage.setItem(KEY, JSON.stringify({ version: 1, value: job }))

beforeEach(() => localStorage.clear())
afterEach(() => localStorage.clear())

it('a job that the device keeps is read, and stays one object', () => {
  keep(annas)
  const { get } = store()
  expect(get()).toEqual(annas)
  expect(get()).toBe(get())
})

it.each([
  ['account', jobOf('ben', 'aikynetix')],
  ['source', jobOf('anna', 'elsewhere')],
])('a job of another %s is nobody’s, and stays as it is', (_what, theirs) => {
  keep(theirs)
  const before = localStorage.getItem(KEY)
  const { get, change } = store()
  expect(get()).toBeNull()
  change((present) => present)
  expect(localStorage.getItem(KEY)).toBe(before)
})

it('what was just written is not looked through once more', () => {
  const { get, change } = store()
  let looks = 0
  const watched: BulkJob = Object.defineProperty({ ...annas }, 'items', {
    enumerable: true,
    get: () => {
      looks += 1
      return annas.items
    },
  })
  change(() => watched)
  looks = 0
  expect(get()).toBe(watched)
  change((present) => present)
  expect(looks).toBe(0)
})

import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { User } from '../domain/auth.ts'
import { countOutcomes, makeJob } from '../domain/bulkWork.ts'
import type { BulkAction, BulkJob } from '../domain/bulkWork.ts'
import { readBulkJob } from '../domain/readBulkJob.ts'
import { AppError } from '../domain/errors.ts'
import type { Session } from '../domain/session.ts'
import { createMemorySource, REQUEST_MS } from '../testing/memorySource.ts'
import { makeSession } from '../testing/session.ts'
import { createLocks, createStorage } from '../testing/tabs.ts'
import { createBulkQueue, PARALLEL } from './bulkQueue.ts'
import type { BulkQueue } from './bulkQueue.ts'
import type { SessionList } from './sessions.ts'

const ADMIN: User = { id: 'u1', email: 'admin@example.com', name: 'Admin', role: 'admin' }
const COACH: User = { ...ADMIN, id: 'u2', email: 'coach@example.com' }
/** A session's two requests, one after the other. */
const STEP_MS = 2 * REQUEST_MS

const made = (count: number): Session[] =>
  Array.from({ length: count }, (_, index) => makeSession({ id: `s${index}`, title: `Run ${index}` }))

function signIn(user: User | null) {
  const listeners = new Set<(user: User | null, ended: boolean) => void>()
  return {
    current: () => user,
    onChange: (listener: (user: User | null, ended: boolean) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    become: (next: User | null) => {
      user = next
      for (const listener of listeners) listener(next, false)
    },
  }
}

/** A console at work on sessions in memory; `tab()` opens another page of it in the same browser. */
function world(count: number, { withLocks = true } = {}) {
  const sessions = made(count)
  const memory = createMemorySource(sessions)
  const written: (BulkJob | null)[] = []
  const storage = createStorage((job) => written.push(job))
  const locks = withLocks ? createLocks() : null
  const auth = signIn(ADMIN)
  const queryClient = new QueryClient()
  const list = {
    pages: [
      {
        items: sessions,
        next: null,
        total: count,
        leftOut: 0,
        incompleteDays: [],
        lookedAt: count,
        hidden: 0,
      },
    ],
    pageParams: [{ cursor: null, offset: 0, lookedAt: 0, hidden: 0, before: null, known: [] }],
  } satisfies SessionList
  const listKey = ['sessions', 'memory', 'list', { size: 25 }]
  queryClient.setQueryData(listKey, list)
  const findSource = () => memory.source
  const tab = () => createBulkQueue({ store: storage.tab(), queryClient, auth, findSource, locks })
  /** A tab that can be closed in the middle: it writes nothing more down, and the browser gives its locks to others. */
  const mortalTab = () => {
    let die = () => {}
    let isDead = false
    const death = new Promise<void>((resolve) => (die = resolve)).then(() => void (isDead = true))
    const { change, ...store } = storage.tab()
    const queue = createBulkQueue({
      store: { ...store, change: (edit) => !isDead && change(edit) },
      queryClient,
      auth,
      findSource,
      locks: locks && {
        request: ((name: string, options: LockOptions, grant: (lock: Lock | null) => unknown) =>
          locks.request(name, options, (lock) =>
            Promise.race([grant(lock), death]),
          )) as LockManager['request'],
      },
    })
    return { queue, die }
  }
  return {
    ...memory,
    auth,
    locks,
    storage,
    mortalTab,
    sessions,
    written,
    tab,
    listed: () => queryClient.getQueryData<SessionList>(listKey)?.pages[0]?.items ?? [],
    listIsStale: () => queryClient.getQueryState(listKey)?.isInvalidated,
    job: (action: BulkAction = 'delete'): BulkJob =>
      makeJob({
        source: 'memory',
        action,
        account: { id: ADMIN.id, email: ADMIN.email },
        startedAt: new Date().toISOString(),
        changes: sessions.map((session) =>
          action === 'delete' ? { session } : { session, newTitle: `New ${session.title}` },
        ),
      }),
  }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const outcomes = (queue: BulkQueue) => queue.getState().job?.items.map(({ outcome }) => outcome)
const counts = (queue: BulkQueue) => {
  const { job } = queue.getState()
  return job && Object.fromEntries(Object.entries(countOutcomes(job)).filter(([, count]) => count > 0))
}

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 22, 10) }))
afterEach(async () => {
  await vi.runAllTimersAsync()
  vi.useRealTimers()
})

describe('a job', () => {
  it('of a thousand deletions does each once, never more than three at a time', async () => {
    const { tab, job, stored, begun, mostInFlight, listed, listIsStale } = world(1_000)
    const queue = tab()
    expect(await queue.start(job())).toBe(true)
    await pass(400 * STEP_MS)
    expect(queue.getState()).toMatchObject({ phase: 'finished', kept: true })
    expect(counts(queue)).toEqual({ done: 1_000 })
    expect(stored.size).toBe(0)
    expect(new Set(begun).size).toBe(begun.length)
    expect(mostInFlight()).toBe(PARALLEL)
    expect(listed()).toHaveLength(0)
    expect(listIsStale()).toBe(true)
  })

  it('is written down before anything is sent, and after each answer', async () => {
    const { tab, job, written, begun } = world(4)
    const queue = tab()
    void queue.start(job())
    await pass(0)
    expect(begun).toEqual(['s0', 's1', 's2'])
    expect(written.at(-1)?.items.map(({ outcome }) => outcome)).toEqual([
      'running',
      'running',
      'running',
      'waiting',
    ])
    await pass(STEP_MS)
    expect(outcomes(queue)).toEqual(['done', 'done', 'done', 'running'])
    expect(queue.getState().job?.items[0]?.at).toBe('2026-11-22T10:00:00.100Z')
  })

  it('says of each session what became of it', async () => {
    const { tab, job, stored, sessions, refuse, listed } = world(5)
    const queue = tab()
    const work = job()
    stored.delete('s1')
    stored.set('s2', { ...(sessions[2] as Session), title: 'Theirs' })
    refuse('s3', new AppError('forbidden-role'))
    await queue.start(work)
    await pass(1_000)
    expect(outcomes(queue)).toEqual(['done', 'gone', 'changed', 'failed', 'done'])
    expect(queue.getState().job?.items[2]?.latest?.title).toBe('Theirs')
    expect(queue.getState().job?.items[3]?.error).toBe('forbidden-role')
    expect(listed().map(({ title }) => title)).toEqual(['Theirs', 'Run 3'])
  })

  it('retries its failures alone, and what was changed only when that is said', async () => {
    const { tab, job, stored, sessions, refuse, begun } = world(3)
    const queue = tab()
    const work = job()
    stored.set('s1', { ...(sessions[1] as Session), title: 'Theirs' })
    refuse('s2', new AppError('unavailable'))
    await queue.start(work)
    await pass(1_000)
    expect(outcomes(queue)).toEqual(['done', 'changed', 'failed'])
    begun.length = 0
    void queue.retryFailures()
    await pass(1_000)
    expect(begun).toEqual(['s2'])
    expect(outcomes(queue)).toEqual(['done', 'changed', 'done'])
    void queue.retryChanged()
    await pass(1_000)
    expect(counts(queue)).toEqual({ done: 3 })
    expect(stored.size).toBe(0)
  })

  it('whose retry is pressed twice is retried once', async () => {
    const { tab, job, stored, sessions, refuse, begun } = world(2)
    const queue = tab()
    const work = job()
    stored.set('s1', { ...(sessions[1] as Session), title: 'Theirs' })
    refuse('s0', ...Array.from({ length: 3 }, () => new AppError('invalid')))
    await queue.start(work)
    await pass(STEP_MS)
    expect(outcomes(queue)).toEqual(['failed', 'changed'])
    begun.length = 0
    void queue.retryFailures()
    void queue.retryFailures()
    await pass(5_000)
    expect(begun).toEqual(['s0'])
    stored.set('s1', { ...(sessions[1] as Session), title: 'Theirs again' })
    void queue.retryChanged()
    void queue.retryChanged()
    await pass(5_000)
    expect(begun).toEqual(['s0', 's1'])
    expect(outcomes(queue)).toEqual(['failed', 'changed'])
  })

  it('that is paused awaits what is on its way and begins nothing', async () => {
    const { tab, job, listIsStale } = world(9)
    const queue = tab()
    await queue.start(job())
    await pass(10)
    queue.pause()
    expect(queue.getState()).toMatchObject({ phase: 'pausing', reason: null })
    await pass(10 * STEP_MS)
    expect(queue.getState().phase).toBe('paused')
    expect(counts(queue)).toEqual({ done: 3, waiting: 6 })
    expect(listIsStale()).toBe(true)
    queue.goOn()
    await pass(10 * STEP_MS)
    expect(counts(queue)).toEqual({ done: 9 })
  })

  it('that is stopped leaves the rest, also when failures are retried, and can be forgotten', async () => {
    const { tab, job, stored, refuse } = world(9)
    refuse('s0', new AppError('forbidden-role'))
    const queue = tab()
    await queue.start(job())
    await pass(10)
    queue.stop()
    queue.dismiss()
    expect(queue.getState().phase).toBe('pausing')
    await pass(STEP_MS)
    expect(queue.getState().phase).toBe('finished')
    expect(counts(queue)).toEqual({ failed: 1, done: 2, left: 6 })
    void queue.retryFailures()
    await pass(1_000)
    expect(counts(queue)).toEqual({ done: 3, left: 6 })
    expect(stored.size).toBe(6)
    queue.dismiss()
    expect(queue.getState()).toMatchObject({ phase: 'idle', job: null })
  })

  it('is not begun beside one that is not finished', async () => {
    const { tab, job } = world(9)
    const queue = tab()
    await queue.start(job())
    queue.pause()
    expect(await queue.start(job('retitle'))).toBe(false)
    expect(queue.getState().job?.action).toBe('delete')
    await pass(STEP_MS)
    queue.stop()
    const second = queue.start(job('retitle'))
    await pass(1_000)
    expect(await second).toBe(true)
    expect(queue.getState().job?.action).toBe('retitle')
  })

  it('of new titles stops before somebody else’s, and takes its own for done', async () => {
    const { tab, job, stored, sessions, listed } = world(3)
    const queue = tab()
    const work = job('retitle')
    stored.set('s1', { ...(sessions[1] as Session), title: 'Theirs' })
    stored.set('s2', { ...(sessions[2] as Session), title: 'New Run 2' })
    await queue.start(work)
    await pass(1_000)
    expect(outcomes(queue)).toEqual(['done', 'changed', 'done'])
    expect(stored.get('s1')?.title).toBe('Theirs')
    expect(listed().map(({ title }) => title)).toEqual(['New Run 0', 'Theirs', 'New Run 2'])
  })
})

describe('a server that is busy', () => {
  it('is left alone for as long as it asks, by all', async () => {
    const { tab, job, refuse, begun } = world(9)
    refuse('s1', new AppError('busy', { retryAfterMs: 20_000 }))
    const queue = tab()
    await queue.start(job())
    await pass(REQUEST_MS)
    expect(queue.getState()).toMatchObject({ phase: 'waiting', waitUntil: Date.now() + 20_000 })
    // Neither a pause nor going on makes it shorter.
    queue.pause()
    await pass(10_000)
    expect(queue.getState()).toMatchObject({ phase: 'paused', waitUntil: null })
    queue.goOn()
    await pass(9_980)
    expect(begun).toHaveLength(3)
    expect(counts(queue)).toEqual({ done: 2, waiting: 7 })
    await pass(40)
    expect(begun.slice(3)).toEqual(['s1', 's3', 's4'])
    await pass(1_000)
    expect(counts(queue)).toEqual({ done: 9 })
  })

  it('is asked again after 2, 4 and 8 seconds, and after the fifth time a person has to say', async () => {
    const { tab, job, refuse, begun } = world(1)
    refuse('s0', ...Array.from({ length: 5 }, () => new AppError('busy')))
    const queue = tab()
    await queue.start(job())
    for (const [tries, seconds] of [2, 4, 8, 8].entries()) {
      await pass(REQUEST_MS)
      expect(begun).toHaveLength(tries + 1)
      expect(queue.getState().waitUntil).toBe(Date.now() + seconds * 1_000)
      await pass(seconds * 1_000)
    }
    await pass(REQUEST_MS)
    expect(queue.getState()).toMatchObject({ phase: 'paused', reason: 'busy' })
    expect(counts(queue)).toEqual({ waiting: 1 })
    queue.goOn()
    await pass(STEP_MS)
    expect(counts(queue)).toEqual({ done: 1 })
  })

  it('that asks for an hour is left to a person', async () => {
    const { tab, job, refuse } = world(1)
    refuse('s0', new AppError('busy', { retryAfterMs: 3_600_000 }))
    const queue = tab()
    await queue.start(job())
    await pass(REQUEST_MS)
    expect(queue.getState()).toMatchObject({ phase: 'paused', reason: 'busy' })
  })
})

describe('a connection', () => {
  it('that is gone pauses the work, and what was not sent waits', async () => {
    const { tab, job, refuse } = world(6)
    for (const id of ['s3', 's4', 's5']) refuse(id, new AppError('offline'))
    const queue = tab()
    await queue.start(job())
    await pass(1_000)
    expect(queue.getState()).toMatchObject({ phase: 'paused', reason: 'offline' })
    expect(counts(queue)).toEqual({ done: 3, waiting: 3 })
    queue.goOn()
    await pass(1_000)
    expect(counts(queue)).toEqual({ done: 6 })
  })

  it('that swallows an answer leaves it unknown until somebody has looked', async () => {
    const { tab, job, lose, stored } = world(2)
    lose('s1')
    const queue = tab()
    await queue.start(job('retitle'))
    await pass(1_000)
    expect(outcomes(queue)).toEqual(['done', 'unknown'])
    void queue.retryFailures()
    await pass(1_000)
    expect(outcomes(queue)).toEqual(['done', 'done'])
    expect(stored.get('s1')?.title).toBe('New Run 1')
  })

  it('to a server that fails every time is not tried a thousand times', async () => {
    const { tab, job, sessions, refuse, begun } = world(1_000)
    for (const { id } of sessions) refuse(id, new AppError('unavailable'))
    const queue = tab()
    await queue.start(job())
    await pass(60_000)
    expect(queue.getState()).toMatchObject({ phase: 'paused', reason: 'unavailable' })
    expect(begun.length).toBeLessThan(10)
  })
})

describe('an account that may not', () => {
  const may = (count: number, kind: 'forbidden-role' | 'forbidden-plan', times: number) => {
    const it = world(count)
    for (const { id } of it.sessions.slice(0, times)) it.refuse(id, new AppError(kind))
    return it
  }

  it.each(['forbidden-role', 'forbidden-plan'] as const)('hears so after five in a row: %s', async (kind) => {
    const { tab, job, begun } = may(1_000, kind, 1_000)
    const queue = tab()
    await queue.start(job())
    await pass(60_000)
    expect(queue.getState()).toMatchObject({ phase: 'paused', reason: 'forbidden' })
    expect(begun.length).toBeLessThan(10)
  })

  it('do four of them does the rest', async () => {
    const { tab, job } = may(20, 'forbidden-role', 4)
    const queue = tab()
    await queue.start(job())
    await pass(60_000)
    expect(counts(queue)).toEqual({ done: 16, failed: 4 })
  })
})

describe('signing out', () => {
  it('stops before the next write, writes down what was sent, and goes on for the same account only', async () => {
    const { tab, job, stored, auth } = world(9)
    const queue = tab()
    await queue.start(job())
    // Three were written; the next three have been read and not written.
    await pass(STEP_MS + REQUEST_MS / 2)
    auth.become(null)
    expect(queue.getState()).toMatchObject({ phase: 'pausing', reason: 'signed-out' })
    await pass(1_000)
    expect(queue.getState()).toMatchObject({ phase: 'paused', reason: 'signed-out' })
    expect(counts(queue)).toEqual({ done: 3, waiting: 6 })
    auth.become(COACH)
    queue.goOn()
    await pass(1_000)
    expect(queue.getState()).toMatchObject({ phase: 'paused', reason: 'signed-out' })
    expect(stored.size).toBe(6)
    auth.become(ADMIN)
    await pass(0)
    expect(queue.getState()).toMatchObject({ phase: 'paused', reason: 'signed-out' })
    queue.goOn()
    await pass(1_000)
    expect(counts(queue)).toEqual({ done: 9 })
  })

  it('keeps the job from no other tab', async () => {
    const { tab, storage, source, job, auth, locks } = world(9)
    const away = tab()
    const here = createBulkQueue({
      store: storage.tab(),
      queryClient: new QueryClient(),
      auth: signIn(ADMIN),
      findSource: () => source,
      locks,
    })
    await away.start(job())
    await pass(STEP_MS)
    expect(here.getState().phase).toBe('elsewhere')
    auth.become(null)
    await pass(1_000)
    expect(here.getState()).toMatchObject({ phase: 'paused', reason: 'reloaded' })
    here.goOn()
    await pass(10)
    auth.become(ADMIN)
    await pass(10)
    expect(away.getState()).toMatchObject({ phase: 'elsewhere', reason: null })
    await pass(1_000)
    expect(counts(here)).toEqual({ done: 9 })
  })

  it('takes over nothing until the account is back', async () => {
    const { tab, mortalTab, job, auth } = world(9)
    const { queue: one, die } = mortalTab()
    const other = tab()
    await one.start(job())
    await pass(10)
    one.pause()
    await pass(1_000)
    auth.become(null)
    die()
    await pass(1_000)
    expect(other.getState().phase).not.toBe('paused')
    auth.become(ADMIN)
    await pass(1_000)
    expect(other.getState()).toMatchObject({ phase: 'paused', reason: 'reloaded' })
  })

  it('awaits a write that has been sent', async () => {
    const { tab, job, stored, auth } = world(9)
    const queue = tab()
    await queue.start(job())
    await pass(REQUEST_MS + REQUEST_MS / 2)
    auth.become(null)
    await pass(1_000)
    expect(counts(queue)).toEqual({ done: 3, waiting: 6 })
    expect(stored.size).toBe(6)
  })

  it('found out by a request pauses too', async () => {
    const { tab, job, refuse } = world(4)
    refuse('s0', new AppError('signed-out'))
    const queue = tab()
    await queue.start(job())
    await pass(1_000)
    expect(queue.getState()).toMatchObject({ phase: 'paused', reason: 'signed-out' })
    expect(counts(queue)).toEqual({ done: 2, waiting: 2 })
  })
})

describe('a reload', () => {
  it('says what is not known, and goes on when it is told to', async () => {
    const { tab, job, stored, begun } = world(9)
    const before = tab()
    await before.start(job())
    await pass(STEP_MS + REQUEST_MS / 2)
    const left = readBulkJob(JSON.parse(JSON.stringify(before.getState().job)))
    expect(left).toEqual(before.getState().job)
    const storage = createStorage()
    storage.tab().change(() => left)
    const { source } = createMemorySource([...stored.values()])
    const after = createBulkQueue({
      store: storage.tab(),
      queryClient: new QueryClient(),
      auth: signIn(ADMIN),
      findSource: () => source,
      locks: createLocks(),
    })
    await pass(0)
    expect(after.getState()).toMatchObject({ phase: 'paused', reason: 'reloaded' })
    expect(counts(after)).toEqual({ done: 3, unknown: 3, waiting: 3 })
    expect(begun).toHaveLength(6)
    after.goOn()
    await pass(1_000)
    expect(counts(after)).toEqual({ done: 6, unknown: 3 })
    void after.retryFailures()
    await pass(1_000)
    expect(counts(after)).toEqual({ done: 9 })
  })
})

describe('two tabs', () => {
  it('do a job once: the other one shows it, and takes over when its tab is closed', async () => {
    const { tab, mortalTab, job, begun } = world(9)
    const { queue: one, die } = mortalTab()
    const other = tab()
    await one.start(job())
    await pass(STEP_MS + 10)
    expect(other.getState().phase).toBe('elsewhere')
    expect(counts(other)).toEqual({ done: 3, running: 3, waiting: 3 })
    other.goOn()
    other.stop()
    expect(await other.start(job())).toBe(false)
    expect(counts(one)).toEqual({ done: 3, running: 3, waiting: 3 })

    die()
    await pass(1_000)
    expect(other.getState()).toMatchObject({ phase: 'paused', reason: 'reloaded' })
    expect(counts(other)).toEqual({ done: 3, unknown: 3, waiting: 3 })
    other.goOn()
    await pass(1_000)
    expect(counts(other)).toEqual({ done: 6, unknown: 3 })
    expect(begun.slice(6)).toEqual(['s6', 's7', 's8'])
  })

  it('retry the same failures once', async () => {
    const { tab, job, refuse, begun } = world(1)
    const one = tab()
    const other = tab()
    refuse('s0', new AppError('invalid'))
    await one.start(job())
    await pass(1_000)
    void one.retryFailures()
    void other.retryFailures()
    await pass(5_000)
    expect(begun).toEqual(['s0', 's0'])
    expect([one.getState().phase, other.getState().phase]).toEqual(['finished', 'finished'])
    void other.retryFailures()
    const next = one.start(job())
    await pass(1_000)
    expect(await next).toBe(true)
  })

  it('wait no longer than two seconds for each other before a job is begun', async () => {
    const { tab, job, begun, locks } = world(3)
    // Another tab at work on what the device could not keep.
    let end = () => {}
    const name = `motion-console:bulk:${ADMIN.id}:memory`
    void locks?.request(name, {}, () => new Promise<void>((resolve) => (end = resolve)))
    const queue = tab()
    let answer: boolean | null = null
    void queue.start(job()).then((hasBegun) => (answer = hasBegun))
    await pass(1_900)
    expect(answer).toBeNull()
    await pass(100)
    expect(answer).toBe(false)
    end()
    await pass(3_600_000)
    expect(queue.getState()).toMatchObject({ phase: 'idle', job: null })
    expect(begun).toEqual([])
    const begins = queue.start(job())
    await pass(1_000)
    expect(await begins).toBe(true)
  })

  it('both show what came of it, and either may begin the next', async () => {
    const { tab, job } = world(3)
    const one = tab()
    const other = tab()
    await one.start(job())
    await pass(1_000)
    expect([one.getState().phase, other.getState().phase]).toEqual(['finished', 'finished'])
    const begun = other.start(job('retitle'))
    await pass(1_000)
    expect(await begun).toBe(true)
    expect(one.getState()).toEqual(other.getState())
    expect(counts(other)).toEqual({ gone: 3 })
    one.dismiss()
    expect(other.getState().phase).toBe('idle')
  })
})

it('without locks in the browser a tab goes on alone', async () => {
  const { tab, job } = world(9, { withLocks: false })
  const queue = tab()
  await queue.start(job())
  await pass(1_000)
  expect(counts(queue)).toEqual({ done: 9 })
})

it('listeners are told of every step, and the state stays one object between them', async () => {
  const { tab, job } = world(1)
  const queue = tab()
  const phases: string[] = []
  queue.subscribe(() => phases.push(queue.getState().phase))
  await queue.start(job())
  await pass(1_000)
  expect(phases).toEqual(['running', 'running', 'finished'])
  expect(queue.getState()).toBe(queue.getState())
})

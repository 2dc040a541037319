import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '../domain/errors.ts'
import { readBulkJob } from '../domain/readBulkJob.ts'
import { ADMIN, COACH, counts, pass, signIn, STEP_MS, world } from '../testing/bulkWorld.ts'
import { createMemorySource, REQUEST_MS } from '../testing/memorySource.ts'
import { createLocks, createStorage } from '../testing/tabs.ts'
import { createBulkQueue } from './bulkQueue.ts'

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 22, 10) }))
afterEach(async () => {
  await vi.runAllTimersAsync()
  vi.useRealTimers()
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

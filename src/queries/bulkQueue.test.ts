import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '../domain/errors.ts'
import type { Session } from '../domain/session.ts'
import { REQUEST_MS } from '../testing/memorySource.ts'
import { PARALLEL } from './bulkQueue.ts'
import { STEP_MS, counts, outcomes, pass, world } from '../testing/bulkWorld.ts'

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

import type { QueryClient } from '@tanstack/react-query'
import type { Auth } from '../domain/auth.ts'
import { isFinished, recover, retryChanged, retryFailures, stopRest } from '../domain/bulkWork.ts'
import type { BulkItem, BulkJob } from '../domain/bulkWork.ts'
import { AppError } from '../domain/errors.ts'
import type { SourceId } from '../domain/session.ts'
import type { SessionSource } from '../domain/source.ts'
import { createBrake } from './bulkBrake.ts'
import type { PauseReason } from './bulkBrake.ts'
import { showResult, takeStep, withResult } from './bulkStep.ts'
import type { StepResult } from './bulkStep.ts'
import { createTenure, isOpen } from './bulkTenure.ts'
import { invalidateLists, invalidateListsMovedBy } from './sessions.ts'
import type { Locks } from './tabLock.ts'

export type { PauseReason } from './bulkBrake.ts'

/** Sessions worked on at once. Each has at most one request on its way, so this is also the most requests in flight. */
export const PARALLEL = 3

/** Where one account's job of one source is kept. `change` says false when the device does not keep it. */
export type BulkStore = {
  get: () => BulkJob | null
  change: (change: (present: BulkJob | null) => BulkJob | null) => boolean
  subscribe: (listener: () => void) => () => void
}

export type BulkPhase =
  | 'idle' // no job
  | 'running'
  | 'pausing' // no further session is begun, but answers are still awaited
  | 'paused'
  | 'waiting' // the server asked to be left alone until `waitUntil`
  | 'elsewhere' // another tab has this job; this one only shows it
  | 'finished'

export type BulkState = {
  readonly job: BulkJob | null
  readonly phase: BulkPhase
  /** Why it is pausing or paused; null when a person asked for it. */
  readonly reason: PauseReason | null
  /** Milliseconds since 1970; only while `waiting`. */
  readonly waitUntil: number | null
  /** Whether the device keeps the job: if not, a reload loses what was done and what was not. */
  readonly kept: boolean
}

export type BulkQueue = {
  getState: () => BulkState
  subscribe: (listener: () => void) => () => void
  /** Resolves with false, and does nothing, while another job of this account and source is not finished. */
  start: (job: BulkJob) => Promise<boolean>
  /** Begins no further session. What is on its way is awaited. */
  pause: () => void
  goOn: () => void
  /** Failed and unknown ones once more; goes on when it was paused or finished. */
  retryFailures: () => Promise<void>
  /** Those that somebody else changed once more, compared with what they are now. */
  retryChanged: () => Promise<void>
  /** Leaves what has not begun; the job is finished once the answers are there. */
  stop: () => void
  /** Forgets a finished job. */
  dismiss: () => void
}

export type BulkQueueSettings = {
  store: BulkStore
  queryClient: QueryClient
  auth: Pick<Auth, 'current' | 'onChange'>
  findSource: (id: SourceId) => SessionSource | undefined
  /** Keep two tabs from doing one job. Null where the browser has none; then it goes on alone. */
  locks: Locks | null
}

const now = () => new Date().toISOString()

/**
 * Works through one job of one account and source. Each step is written down before its requests go out and after their
 * answers have come, so that a reload, a sign-out or a lost connection leaves nothing untold.
 */
export function createBulkQueue(settings: BulkQueueSettings): BulkQueue {
  const { store, queryClient, auth, findSource, locks } = settings
  const listeners = new Set<() => void>()
  const inFlight = new Set<string>()
  const isSignedIn = (job: BulkJob) => auth.current()?.id === job.account.id
  const brake = createBrake(() => advance())
  const tenure = createTenure({
    locks,
    stored: store.get,
    isSignedIn,
    onChange: () => refresh(),
    onInherit: () => {
      brake.pull('reloaded')
      change((job) => recover(job, now()))
    },
  })
  /** Ends what has not been sent yet, when the account goes. */
  let leaving = new AbortController()
  let staleLists = false
  let kept = true
  let state: BulkState = { job: null, phase: 'idle', reason: null, waitUntil: null, kept }

  function phaseOf(job: BulkJob | null): BulkPhase {
    if (!job) return 'idle'
    if (isFinished(job)) return 'finished'
    if (tenure.isElsewhere()) return 'elsewhere'
    // Also where it was given back at the end of a sign-in.
    if (brake.isOn()) return inFlight.size > 0 ? 'pausing' : 'paused'
    if (!tenure.isMine()) return 'idle'
    return brake.waitUntil() === null ? 'running' : 'waiting'
  }

  function refresh(): void {
    const job = store.get()
    const phase = phaseOf(job)
    if (phase === 'paused' || phase === 'finished') rereadLists(job)
    const isOver = phase === 'idle' || phase === 'finished'
    // Without its account it can only wait, and another tab may have both.
    if (inFlight.size === 0 && (isOver || (job && !isSignedIn(job)))) tenure.giveBack()
    // What stopped it says nothing of what comes next, or of what another tab does.
    if (!tenure.isMine() && phase !== 'paused') brake.letGo()
    const next: BulkState = {
      job: phase === 'idle' ? null : job,
      phase,
      reason: phase === 'pausing' || phase === 'paused' ? brake.reason() : null,
      waitUntil: phase === 'waiting' ? brake.waitUntil() : null,
      kept,
    }
    if ((Object.keys(next) as (keyof BulkState)[]).every((key) => next[key] === state[key])) return
    state = next
    for (const listener of [...listeners]) listener()
  }

  function change(edit: (job: BulkJob) => BulkJob): void {
    kept = store.change((present) => present && edit(present))
    refresh()
  }

  function rereadLists(job: BulkJob | null): void {
    if (!staleLists || !job) return
    staleLists = false
    if (!isSignedIn(job)) return
    const isMoved = job.action === 'delete' || job.items.some(({ outcome }) => outcome === 'gone')
    void (isMoved
      ? invalidateLists(queryClient, job.source)
      : invalidateListsMovedBy(queryClient, job.source, { title: '' }))
  }

  /** Writes down what came back and, in the same stroke, what goes out next; then sends that. */
  function advance(back?: { from: BulkJob; item: BulkItem; result: StepResult }): void {
    let begun: BulkItem[] = []
    change((present) => {
      const job = back?.from.id === present.id ? withResult(present, back.item, back.result, now()) : present
      if (!tenure.isMine() || brake.isOn() || brake.waitUntil() !== null) return job
      const free = PARALLEL - inFlight.size
      begun = job.items.filter(({ outcome }) => outcome === 'waiting').slice(0, free)
      if (begun.length === 0) return job
      for (const { id } of begun) inFlight.add(id)
      const begins = new Set(begun)
      return {
        ...job,
        items: job.items.map((item) => (begins.has(item) ? { ...item, outcome: 'running' } : item)),
      }
    })
    const job = store.get()
    for (const item of begun) if (job) void work(job, item)
  }

  async function work(job: BulkJob, item: BulkItem): Promise<void> {
    const writer = findSource(job.source)?.writer
    const result: StepResult = writer
      ? await takeStep(writer, job.action, item, leaving.signal)
      : { outcome: 'failed', error: new AppError('forbidden-role'), session: null }
    inFlight.delete(item.id)
    if (isSignedIn(job)) showResult(queryClient, job, item, result)
    if (['done', 'gone', 'changed'].includes(result.outcome)) staleLists = true
    brake.feel(result)
    advance({ from: job, item, result })
  }

  function letGo(job: BulkJob): void {
    brake.letGo()
    if (leaving.signal.aborted) leaving = new AbortController()
    if (!isSignedIn(job)) brake.pull('signed-out')
  }

  async function again(edit: (job: BulkJob) => BulkJob): Promise<void> {
    const job = store.get()
    if (!job || edit(job) === job) return
    const act = () => {
      // By the time it is this tab's turn, another one may have done it or forgotten the job.
      const present = store.get()
      if (present?.id !== job.id || edit(present) === present) return refresh()
      letGo(job)
      change(edit)
      advance()
    }
    if (tenure.isMine()) act()
    else await tenure.take(job, act)
  }

  store.subscribe(() => {
    refresh()
    tenure.adopt()
  })
  auth.onChange(() => {
    const job = store.get()
    if (!job) return
    if (isSignedIn(job)) return tenure.adopt()
    if (!tenure.isMine()) return
    brake.pull('signed-out')
    leaving.abort()
    refresh()
  })
  refresh()
  tenure.adopt()

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start: (job) =>
      tenure.take(job, () => {
        letGo(job)
        kept = store.change(() => job)
        advance()
      }),
    pause: () => {
      if (!tenure.isMine()) return
      brake.pull(null)
      refresh()
    },
    goOn: () => {
      const job = store.get()
      if (!tenure.isMine() || !job) return
      letGo(job)
      advance()
    },
    retryFailures: () => again(retryFailures),
    retryChanged: () => again(retryChanged),
    stop: () => {
      if (!tenure.isMine()) return
      brake.pull(null)
      change((job) => stopRest(job, now()))
    },
    dismiss: () => {
      store.change((present) => (isOpen(present) ? present : null))
      refresh()
    },
  }
}

import type { ErrorKind } from '../domain/errors.ts'
import type { StepResult } from './bulkStep.ts'

/**
 * Why bulk work paused without a person asking for it. `unavailable`: one failure of the server after the other;
 * `forbidden`: one refusal after the other.
 */
export type PauseReason = 'offline' | 'signed-out' | 'busy' | 'unavailable' | 'forbidden' | 'reloaded'

/** What each further session would come to as well, once it has come so often. */
const REPEATED: Partial<Record<ErrorKind, PauseReason>> = {
  unavailable: 'unavailable',
  'forbidden-role': 'forbidden',
  'forbidden-plan': 'forbidden',
}

/** How long all wait for a server that is busy and does not say for how long; then as the last. */
const BUSY_PAUSES_MS = [2_000, 4_000, 8_000]
/** So often in a row, with nothing done between, and a person has to say when it goes on. */
const MOST_IN_A_ROW = 5
/** What is asked for longer than this is left to a person too; our choice. */
const LONGEST_WAIT_MS = 10 * 60_000

export type Brake = {
  /** Whether nothing more is begun until somebody lets go. */
  isOn: () => boolean
  reason: () => PauseReason | null
  /** Until when nothing is begun since the server asked for it, in milliseconds since 1970; null when it has not. */
  waitUntil: () => number | null
  /** Looks at each result: a server or a connection in trouble is not given more to do. */
  feel: (result: StepResult) => void
  /** Null: a person did. */
  pull: (reason: PauseReason | null) => void
  /** What the server has asked for stands all the same. */
  letGo: () => void
}

/** Decides when bulk work must wait, and when it must be left to a person. */
export function createBrake(onWaitOver: () => void): Brake {
  let on: { reason: PauseReason | null } | null = null
  let wait: { until: number; timer: ReturnType<typeof setTimeout> } | null = null
  let busy = 0
  let failures: { reason: PauseReason | null; count: number } = { reason: null, count: 0 }

  function pull(reason: PauseReason | null): void {
    // What a person asked for is told apart from what they must know.
    if (on === null || on.reason === null) on = { reason }
  }

  function waitFor(asked: number | null): void {
    // Those that were on their way meet the same wait: it counts once.
    if (!wait) busy += 1
    const ms = asked ?? BUSY_PAUSES_MS[Math.min(busy, BUSY_PAUSES_MS.length) - 1] ?? 0
    if (busy >= MOST_IN_A_ROW || ms > LONGEST_WAIT_MS) return pull('busy')
    const until = Math.max(wait?.until ?? 0, Date.now() + ms)
    clearTimeout(wait?.timer)
    const timer = setTimeout(() => {
      wait = null
      onWaitOver()
    }, until - Date.now())
    wait = { until, timer }
  }

  return {
    isOn: () => on !== null,
    reason: () => on?.reason ?? null,
    waitUntil: () => wait?.until ?? null,
    feel: ({ error }) => {
      if (error?.kind === 'aborted') return
      if (error?.kind === 'busy') return waitFor(error.retryAfterMs)
      busy = 0
      const reason = (error && REPEATED[error.kind]) ?? null
      failures = { reason, count: reason === failures.reason ? failures.count + 1 : 1 }
      if (error?.kind === 'offline' || error?.kind === 'signed-out') pull(error.kind)
      else if (reason && failures.count >= MOST_IN_A_ROW) pull(reason)
    },
    pull,
    letGo: () => {
      on = null
      busy = 0
      failures = { reason: null, count: 0 }
    },
  }
}

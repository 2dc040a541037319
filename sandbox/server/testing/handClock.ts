import type { Clock } from '../analysisJobs.ts'

/** A clock that stands still until it is moved by hand. */
export type HandClock = Clock & {
  /** Moves time on and wakes whoever waited for a moment that is now past. */
  pass: (milliseconds: number) => void
  /** Resolves when so many are waiting. */
  waiting: (count: number) => Promise<void>
}

type Sleeper = { until: number; wake: () => void }

export function handClock(start: number): HandClock {
  let time = start
  let sleepers: Sleeper[] = []
  let watchers: { count: number; tell: () => void }[] = []
  const look = () => {
    watchers = watchers.filter(({ count, tell }) => {
      if (sleepers.length !== count) return true
      tell()
      return false
    })
  }
  return {
    now: () => time,
    wait: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(new Error('aborted'))
        const sleeper = { until: time + milliseconds, wake: resolve }
        sleepers.push(sleeper)
        signal.addEventListener('abort', () => {
          sleepers = sleepers.filter((other) => other !== sleeper)
          reject(new Error('aborted'))
        })
        look()
      }),
    pass(milliseconds) {
      time += milliseconds
      const due = sleepers.filter((sleeper) => sleeper.until <= time)
      sleepers = sleepers.filter((sleeper) => sleeper.until > time)
      for (const sleeper of due) sleeper.wake()
      look()
    },
    waiting: (count) =>
      new Promise((resolve) => {
        watchers.push({ count, tell: resolve })
        look()
      }),
  }
}

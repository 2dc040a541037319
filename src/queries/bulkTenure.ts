import { isFinished } from '../domain/bulkWork.ts'
import type { BulkJob } from '../domain/bulkWork.ts'
import { takeLock } from './tabLock.ts'
import type { Locks } from './tabLock.ts'

export const isOpen = (job: BulkJob | null): job is BulkJob => job !== null && !isFinished(job)

/** A person waits for the start of what they have just confirmed, and must not meet it hours later. */
const PATIENCE_MS = 2_000

const lockName = ({ account, source }: BulkJob) => `motion-console:bulk:${account.id}:${source}`

export type Tenure = {
  /** Whether this tab, and no other one, works on the job. */
  isMine: () => boolean
  /** Whether another tab does. */
  isElsewhere: () => boolean
  /** Takes over what an earlier page left unfinished, or another tab once it has gone, while its account is here. */
  adopt: () => void
  /**
   * Takes the job and acts at once; false, and nothing is done, while a job is open here or in another tab, or this tab
   * is just taking one.
   */
  take: (job: BulkJob, act: () => void) => Promise<boolean>
  giveBack: () => void
}

/** Sees to it that one tab at a time works on the stored job. `onInherit`: an unfinished one has become this tab's. */
export function createTenure({
  locks,
  stored,
  isSignedIn,
  onChange,
  onInherit,
}: {
  locks: Locks | null
  stored: () => BulkJob | null
  isSignedIn: (job: BulkJob) => boolean
  onChange: () => void
  onInherit: () => void
}): Tenure {
  let release: (() => void) | null = null
  let asking = false
  let taking = false
  let elsewhere = false

  const isHeir = (job: BulkJob | null): job is BulkJob => isOpen(job) && isSignedIn(job)

  async function inherit(job: BulkJob): Promise<void> {
    let free = await takeLock(locks, lockName(job), { ifAvailable: true })
    if (!free) {
      elsewhere = true
      onChange()
      free = await takeLock(locks, lockName(job))
    }
    if (release || !isHeir(stored())) return free?.()
    release = free
    onInherit()
  }

  return {
    isMine: () => release !== null,
    isElsewhere: () => elsewhere && release === null,
    adopt: () => {
      const job = stored()
      if (release || asking || !isHeir(job)) return
      asking = true
      void inherit(job).finally(() => {
        asking = false
        elsewhere = false
        onChange()
      })
    },
    take: async (job, act) => {
      if (taking || release || isOpen(stored())) return false
      taking = true
      const patience = new AbortController()
      const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
      const free = await takeLock(locks, lockName(job), { signal: patience.signal }).catch(() => null)
      clearTimeout(timer)
      taking = false
      if (!free) return false
      if (release || isOpen(stored())) {
        free()
        return false
      }
      release = free
      act()
      return true
    },
    giveBack: () => {
      release?.()
      release = null
    },
  }
}

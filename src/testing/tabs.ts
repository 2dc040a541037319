import type { BulkJob } from '../domain/bulkWork.ts'

/** One browser's storage of one job; each `tab` hears at once what another has written. */
export function createStorage(onWrite: (job: BulkJob | null) => void = () => undefined) {
  let job: BulkJob | null = null
  const listeners = new Set<() => void>()
  const tab = () => ({
    get: () => job,
    change: (change: (present: BulkJob | null) => BulkJob | null) => {
      const next = change(job)
      if (next === job) return true
      job = next
      onWrite(job)
      for (const listener of [...listeners]) listener()
      return true
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
  return { tab }
}

type Grant = (lock: Lock | null) => Promise<void> | void

/** The locks that a browser's tabs share: one holder, the others in the order in which they asked. */
export function createLocks() {
  const waiting = new Map<string, (() => Promise<void>)[]>()
  const request = (
    name: string,
    { ifAvailable, signal }: { ifAvailable?: boolean; signal?: AbortSignal },
    grant: Grant,
  ): Promise<void> => {
    const queue = waiting.get(name) ?? []
    waiting.set(name, queue)
    if (queue.length > 0 && ifAvailable) return Promise.resolve(grant(null))
    return new Promise((resolve, reject) => {
      const turn = async () => {
        await grant({ name, mode: 'exclusive' })
        queue.shift()
        resolve()
        void queue[0]?.()
      }
      signal?.addEventListener('abort', () => {
        const at = queue.indexOf(turn)
        if (at > 0) {
          queue.splice(at, 1)
          reject(new DOMException('Stopped', 'AbortError'))
        }
      })
      queue.push(turn)
      if (queue.length === 1) void turn()
    })
  }
  return { request: request as LockManager['request'] }
}

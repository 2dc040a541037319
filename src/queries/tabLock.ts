export type Locks = Pick<LockManager, 'request'>

/** A tab that is given a lock must have heard what the one before it wrote last, which takes browsers a moment. */
const LINGER_MS = 250

/**
 * Takes a lock that all tabs of this origin share, and resolves with the function that gives it back. Null when it was
 * asked for only `ifAvailable` and another tab has it. Rejects when `signal` ends the waiting. A browser that has no
 * locks, or refuses them, is no reason not to work: then nobody is waited for.
 */
export function takeLock(
  locks: Locks | null,
  name: string,
  options: { ifAvailable?: true; signal?: AbortSignal } = {},
): Promise<(() => void) | null> {
  const alone = () => undefined
  if (!locks) return Promise.resolve(alone)
  return new Promise((resolve, reject) => {
    const hold = (lock: Lock | null): Promise<void> | void => {
      if (!lock) return resolve(null)
      return new Promise((release) => resolve(() => setTimeout(release, LINGER_MS)))
    }
    locks.request(name, options, hold).catch((error: Error) => {
      if (options.signal?.aborted) reject(error)
      else resolve(alone)
    })
  })
}

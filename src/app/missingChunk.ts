/** What browsers say when a module they were to import is not there. */
const MISSING = /dynamically imported module|importing a module script failed|preload css|error loading/i

const KEY = 'motion-console:reloaded-at'
const AT_MOST_EVERY_MS = 30_000

/** Whether an error means that a part of the console is gone from the host, as after a new deployment. */
export function isMissingChunk(error: unknown): boolean {
  return error instanceof Error && MISSING.test(error.message)
}

/**
 * Reloads the page, which fetches the present version at the same address; not again within half a minute, and not while
 * the browser would ask whether to leave.
 */
export function reloadOnce(): void {
  if (!dispatchEvent(new Event('beforeunload', { cancelable: true }))) return
  try {
    const last = Number(sessionStorage.getItem(KEY) ?? 0)
    if (Date.now() - last < AT_MOST_EVERY_MS) return
    sessionStorage.setItem(KEY, String(Date.now()))
  } catch {
    return // A browser that keeps nothing could reload for ever.
  }
  location.reload()
}

/** The same as soon as there is a connection: offline, a reload would lose what can still be read. */
export function reloadOnceOnline(): () => void {
  if (navigator.onLine) reloadOnce()
  else addEventListener('online', reloadOnce, { once: true })
  return () => removeEventListener('online', reloadOnce)
}

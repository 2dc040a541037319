/** So long nothing may come before a download counts as dead; a slow line still brings something. */
export const STALL_MS = 8_000
const LOOK_EVERY_MS = 1_000

/**
 * Tells when an element waits for data and gets none, although the browser raises no error: a connection that hangs, a
 * host that is silent. A device that is offline and a page that is not looked at are left alone. Until `signal` aborts.
 */
export function watchStalls(
  video: HTMLVideoElement,
  isWaiting: () => boolean,
  onStall: () => void,
  signal: AbortSignal,
): void {
  let progress = ''
  let since = performance.now()
  const look = () => {
    const now = performance.now()
    const present = progressOf(video)
    if (present !== progress || !isWaiting() || !navigator.onLine || document.hidden) since = now
    progress = present
    if (now - since < STALL_MS) return
    since = now
    onStall()
  }
  // Before the first picture nothing is buffered as yet, however much has come: a long index on a slow line.
  video.addEventListener('progress', () => (since = performance.now()), { signal })
  const timer = setInterval(look, LOOK_EVERY_MS)
  signal.addEventListener('abort', () => clearInterval(timer))
}

/** Changes with the play head, with what is buffered, and with what is loaded. */
function progressOf({ currentTime, readyState, buffered, src }: HTMLVideoElement): string {
  const ends = Array.from({ length: buffered.length }, (_, range) => buffered.end(range))
  return [src, currentTime, readyState, ...ends].join()
}

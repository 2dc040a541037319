import { readState, STATES } from './playerState.ts'

/** A shorter wait is not said: every seek is one, and so is each turn of a loop. */
export const WAIT_SAID_MS = 500

const EVENTS =
  'waiting playing canplay loadeddata play pause seeking seeked timeupdate ended emptied error durationchange'

/** Follows an element until `signal` aborts. The function it returns answers whether a wait has become a long one. */
export function watchWaiting(
  video: HTMLVideoElement,
  onLong: () => void,
  signal: AbortSignal,
): () => boolean {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isLong = false
  const stop = () => {
    clearTimeout(timer)
    timer = undefined
    isLong = false
  }
  const look = () => {
    if (readState(video) !== STATES.waiting) return stop()
    timer ??= setTimeout(() => {
      isLong = true
      onLong()
    }, WAIT_SAID_MS)
  }
  for (const name of EVENTS.split(' ')) video.addEventListener(name, look, { signal })
  signal.addEventListener('abort', stop)
  return () => isLong
}

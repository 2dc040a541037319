export type SeekQueue = {
  /** Seeks at once, or, when one was made in this animation frame, at a later one; the last target wins. */
  to(time: number): void
  /** The target that waits, in seconds. */
  pending(): number | null
  cancel(): void
}

/** A picture that has not come by then may not come: whoever wants another place gets there. */
const LONGEST_WAIT_MS = 300

/**
 * Lets one seek through per animation frame and only when the picture of the one before is there, so that a drag or
 * a held key does not pile up seeks faster than pictures come. `isBusy` says whether a seek is under way.
 */
export function createSeekQueue(seek: (time: number) => void, isBusy: () => boolean): SeekQueue {
  let frame: number | null = null
  let next: number | null = null
  let since = 0
  const wait = () => {
    frame = requestAnimationFrame(() => {
      if (next !== null && isBusy() && performance.now() - since < LONGEST_WAIT_MS) return wait()
      const target = next
      queue.cancel()
      if (target !== null) queue.to(target)
    })
  }
  const queue: SeekQueue = {
    to(time) {
      if (frame !== null) {
        next = time
        return
      }
      since = performance.now()
      seek(time)
      wait()
    },
    pending: () => next,
    cancel() {
      if (frame !== null) cancelAnimationFrame(frame)
      frame = null
      next = null
    },
  }
  return queue
}

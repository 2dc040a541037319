export type SeekQueue = {
  /** Seeks at once, or, when one was made in this animation frame, at the next; the last target wins. */
  to(time: number): void
  /** The target that waits for the next animation frame, in seconds. */
  pending(): number | null
  cancel(): void
}

/** Lets one seek through per animation frame, so that a drag does not pile up seeks faster than pictures come. */
export function createSeekQueue(seek: (time: number) => void): SeekQueue {
  let frame: number | null = null
  let next: number | null = null
  const queue: SeekQueue = {
    to(time) {
      if (frame !== null) {
        next = time
        return
      }
      seek(time)
      frame = requestAnimationFrame(() => {
        const target = next
        queue.cancel()
        if (target !== null) queue.to(target)
      })
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

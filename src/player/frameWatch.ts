import { createFrameMeter } from './frameMeter.ts'

export type FrameWatch = {
  /** Follows the pictures an element presents, until `signal` aborts. */
  follow(video: HTMLVideoElement, onFrame: () => void, signal: AbortSignal): void
  /** From now on the picture changes by a seek: nothing is known of it until it is there. */
  interrupt(): void
  /** Another video begins. */
  forget(): void
  /** When the picture on the screen begins (s); null while that is not known. */
  shown(): number | null
  /** Seconds between neighbouring frames as seen while playing, and when frames begin that were seen at all. */
  gaps(): readonly number[]
  seen(): readonly number[]
}

/** Knows which picture stands on the screen, where the browser tells (`requestVideoFrameCallback`). */
export function createFrameWatch(): FrameWatch {
  const meter = createFrameMeter()
  let shown: number | null = null
  let soughtAt = 0
  const interrupt = () => {
    meter.interrupt()
    shown = null
  }
  return {
    follow(video, onFrame, signal) {
      const see: VideoFrameRequestCallback = (_now, { mediaTime, presentedFrames, presentationTime }) => {
        if (signal.aborted) return
        // On a busy machine the report of a picture may come when another one has long been sought.
        const isGone = video.seeking || presentationTime < soughtAt
        shown = isGone ? null : mediaTime
        meter.meet(mediaTime)
        // Above real time the browser may leave frames out, and the distance would be measured too long.
        if (video.playbackRate <= 1 && !video.paused) meter.see(mediaTime, presentedFrames)
        onFrame()
        video.requestVideoFrameCallback(see)
      }
      if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(see)
      video.addEventListener('seeking', interrupt, { signal })
    },
    interrupt() {
      interrupt()
      soughtAt = performance.now()
    },
    forget() {
      meter.forget()
      shown = null
    },
    shown: () => shown,
    gaps: () => meter.gaps(),
    seen: () => meter.times(),
  }
}

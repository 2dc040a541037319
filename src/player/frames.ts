/** Seconds per frame while nothing better is known: most phones and cameras write 30 frames a second. */
export const ASSUMED_INTERVAL = 1 / 30

/** A millionth of a frame: a time that was computed as n × interval belongs to frame n and not to the one before. */
const ROUNDING = 1e-6

/** Number of frames in `duration` seconds, at least one. `interval` in seconds. */
export const frameCount = (duration: number, interval: number): number =>
  Math.max(1, Math.round(duration / interval))

/** Index of the frame shown at `time` (s), counted from 0 and never past the last one. */
export function frameAt(time: number, interval: number, duration: number): number {
  const frame = Math.floor(time / interval + ROUNDING)
  return Math.min(Math.max(0, frame), frameCount(duration, interval) - 1)
}

/**
 * The time (s) to seek to for the picture `frames` after (negative: before) the one at `time`. It is the middle of
 * that frame, so that rounding in the file or the browser cannot land on a neighbour, and n on and n back is the
 * same picture.
 */
export function stepTarget(time: number, frames: number, interval: number, duration: number): number {
  const last = frameCount(duration, interval) - 1
  const frame = Math.min(Math.max(0, frameAt(time, interval, duration) + frames), last)
  return Math.min((frame + 0.5) * interval, duration)
}

/** The time (s) of the picture shown at `time`: when its frame begins. At the very end, the end. */
export function pictureTime(time: number, interval: number | null, duration: number): number {
  if (interval === null || time >= duration) return time
  return frameAt(time, interval, duration) * interval
}

const GAPS_NEEDED = 8
const GAPS_KEPT = 31

export type FrameMeter = {
  /** A presented frame: its own time in the file (s), and how many were presented before it. */
  see(mediaTime: number, presentedFrames: number): void
  /** The next frame does not follow the last one: after a seek or a pause. */
  interrupt(): void
  /** Median seconds per frame; null until enough neighbouring frames were seen. */
  interval(): number | null
}

/** Measures the frame interval from what `requestVideoFrameCallback` reports while the video plays. */
export function createFrameMeter(): FrameMeter {
  const gaps: number[] = []
  let last: { mediaTime: number; presentedFrames: number } | null = null
  return {
    see(mediaTime, presentedFrames) {
      const gap = last && presentedFrames - last.presentedFrames === 1 ? mediaTime - last.mediaTime : 0
      if (gap > 0) gaps.push(gap)
      if (gaps.length > GAPS_KEPT) gaps.shift()
      last = { mediaTime, presentedFrames }
    },
    interrupt() {
      last = null
    },
    interval() {
      if (gaps.length < GAPS_NEEDED) return null
      return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? null
    },
  }
}

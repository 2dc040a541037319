const GAPS_NEEDED = 8
const GAPS_KEPT = 60
const TIMES_KEPT = 40

export type FrameMeter = {
  /** A frame presented in the course of playing: its own time in the file (s), and how many were presented before it. */
  see(mediaTime: number, presentedFrames: number): void
  /** A frame was presented, however: its own time in the file (s). */
  meet(mediaTime: number): void
  /** The next frame does not follow the last one: after a seek or a pause. */
  interrupt(): void
  /** Seconds between neighbouring frames; empty until enough of them were seen. */
  gaps(): readonly number[]
  /** When frames that were seen begin (s), of whatever place in the video. */
  times(): readonly number[]
  /** Another video begins. */
  forget(): void
}

/** Measures what `requestVideoFrameCallback` reports while the video plays. */
export function createFrameMeter(): FrameMeter {
  let gaps: number[] = []
  let times: number[] = []
  let last: { mediaTime: number; presentedFrames: number } | null = null
  return {
    see(mediaTime, presentedFrames) {
      const gap = last && presentedFrames - last.presentedFrames === 1 ? mediaTime - last.mediaTime : 0
      if (gap > 0) gaps.push(gap)
      if (gaps.length > GAPS_KEPT) gaps.shift()
      last = { mediaTime, presentedFrames }
    },
    meet(mediaTime) {
      if (mediaTime === times.at(-1)) return
      times.push(mediaTime)
      if (times.length > TIMES_KEPT) times.shift()
    },
    interrupt() {
      last = null
    },
    gaps: () => (gaps.length < GAPS_NEEDED ? [] : gaps),
    times: () => times,
    forget() {
      gaps = []
      times = []
      last = null
    },
  }
}

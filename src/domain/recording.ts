import type { Analysis } from './analysis.ts'
import type { Session } from './session.ts'

/** What the player plays. Knows nothing of where it came from. */
export type Recording = {
  title: string
  /** Signed address of the analyzed video; null when there is none. */
  videoUrl: string | null
  /** Signed address of the original video; null when there is none. */
  originalUrl: string | null
  /** When each picture begins, in seconds of the video, as the analysis says; empty while that is not known. */
  frameTimes: readonly number[]
  /** Seconds per frame as the analysis says; null while it is not known. */
  frameInterval: number | null
}

/** Pure. The frame interval is the median distance of the analysis' timestamps. */
export function toRecording(session: Session, analysis: Analysis | null): Recording {
  return {
    title: session.title,
    videoUrl: session.analyzedVideoUrl,
    originalUrl: session.videoUrl,
    frameTimes: analysis?.timestamps ?? [],
    frameInterval: analysis ? medianInterval(analysis.timestamps) : null,
  }
}

function medianInterval(timestamps: number[]): number | null {
  const gaps = timestamps
    .slice(1)
    .map((time, index) => time - (timestamps[index] ?? 0))
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b)
  return gaps[Math.floor(gaps.length / 2)] ?? null
}

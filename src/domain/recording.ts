import type { Analysis } from './analysis.ts'
import type { Session } from './session.ts'

/** What the player plays. Knows nothing of where it came from. */
export type Recording = {
  /** Signed address of the analyzed video; null when there is none. */
  videoUrl: string | null
  /** Signed address of the original video; null when there is none. */
  originalUrl: string | null
  /** When each picture begins, in seconds of the video, as the analysis says; empty while that is not known. */
  frameTimes: readonly number[]
}

const NOT_KNOWN: readonly number[] = []

/** Pure; the list of times is the analysis' own. */
export const toRecording = (session: Session, analysis: Analysis | null): Recording => ({
  videoUrl: session.analyzedVideoUrl,
  originalUrl: session.videoUrl,
  frameTimes: analysis?.timestamps ?? NOT_KNOWN,
})

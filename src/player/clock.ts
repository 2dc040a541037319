/**
 * A time that everything on the page follows, in seconds of the recording: a video's, or a timer's where there is no
 * video. `Playback` is one.
 */
export interface Clock {
  /** Where the play head is, or is about to be. */
  readonly time: number
  /** When the picture on the screen begins (s); at the very end, the end. */
  readonly pictureTime: number
  /** 0 while it is not known. */
  readonly duration: number
  readonly playing: boolean
  /** Calls back on every change, each presented frame included; returns the unsubscribe function. */
  subscribe(listener: () => void): () => void
  /** Goes to a time, kept within the recording. */
  seek(time: number): void
  /** Goes to the picture that begins at a time (s), however that time is rounded. */
  seekPicture(begins: number): void
}

/**
 * How times of the recording are shown. A recording filmed at 240 frames a second that plays at 30 has the capture
 * factor 8: what takes a second on the screen took an eighth of one. `zero` (s of the recording) reads as 0.
 */
export type TimeScale = { readonly captureFactor: number; readonly zero: number }

export const PLAIN_TIME: TimeScale = { captureFactor: 1, zero: 0 }

/** A time of the recording as it is shown: seconds of real time, negative before the zero. */
export const shownTime = ({ captureFactor, zero }: TimeScale, time: number): number =>
  (time - zero) / captureFactor

/** The time of the recording (s) that is shown as `shown`. */
export const recordingTime = ({ captureFactor, zero }: TimeScale, shown: number): number =>
  shown * captureFactor + zero

/** Something at a time, or over a range, of the recording that can be jumped to. Times in seconds of the recording. */
export type TimelineMark = {
  readonly id: string
  readonly kind: 'event' | 'note' | 'segment'
  readonly label: string
  readonly time: number
  /** Null: a moment. */
  readonly end: number | null
}

/** Somebody's own remark on a recording. Times in seconds of the recording; `end` null: a moment and no range. */
export type Note = {
  readonly id: string
  readonly time: number
  readonly end: number | null
  readonly text: string
  /** UTC, ISO 8601. */
  readonly writtenAt: string
}

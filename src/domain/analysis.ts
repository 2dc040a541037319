/** One measured quantity over the frames of the video. `values` has one entry per timestamp, null where missing. */
export type AnalysisSeries = { name: string; values: (number | null)[] }

/** What was measured frame by frame. All arrays of `angles` and `report` are as long as `timestamps`. */
export type Analysis = {
  /** Seconds from the start of the video, one per frame, ascending. */
  timestamps: number[]
  /** Joint angles in degrees. */
  angles: AnalysisSeries[]
  /** The activity's own series (hip height, ground reaction force, bar height …). */
  report: AnalysisSeries[]
  segments: number | null
  /** Last frame of each jump. */
  endFrames: number[]
  /** Names of series that were left out because they could not be read or did not fit the timestamps. */
  unreadable: string[]
}

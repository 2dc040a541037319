/** One measured quantity over the frames of the video. `values` has one entry per timestamp, null where missing. */
export type AnalysisSeries = { name: string; values: (number | null)[] }

/** One side's largest value on average, in degrees, and how it was scored: 0, 0.5 or 1. */
export type Scored = { value: number | null; score: number | null }

/**
 * One measure of the whole recording, side by side; a side that was not measured is null. `gap` is how far left and right
 * are apart, in degrees, null where one of them is missing.
 */
export type SidedMeasure = {
  name: string
  left: Scored | null
  right: Scored | null
  front: Scored | null
  back: Scored | null
  gap: number | null
}

/** What was measured frame by frame. All arrays of `angles` and `report` are as long as `timestamps`. */
export type Analysis = {
  /** Seconds from the start of the video, one per frame, ascending. */
  timestamps: number[]
  /** Joint angles in degrees. */
  angles: AnalysisSeries[]
  /**
   * The activity's own series (hip height, ground reaction force, bar height …), and the speeds (`…_vel`, °/s) and
   * accelerations (`…_acc`, °/s²) of joint angles.
   */
  report: AnalysisSeries[]
  /** What was measured once for each side; empty where the source has no such report. */
  sided: SidedMeasure[]
  segments: number | null
  /** Last frame of each jump. */
  endFrames: number[]
  /** Names of series that were left out because they could not be read or did not fit the timestamps. */
  unreadable: string[]
  /** What could not be read although the other was: the series, or what was measured once for each side. */
  failed?: 'series' | 'sided'
}

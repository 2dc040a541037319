/** One line of a lane; `values` has one entry per timestamp of the analysis, null where missing. */
export type Trace = {
  /** The series' own name, as the source has it. */
  readonly name: string
  readonly side: 'left' | 'right' | null
  readonly values: readonly (number | null)[]
}

/** What is drawn in one strip over the recording's time: one quantity, left and right together. */
export type Lane = {
  /** Stable for an activity: which lanes somebody chose is remembered by it. */
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly decimals: number
  readonly traces: readonly Trace[]
}

/** A stretch of the recording, such as a jump. Times in seconds; `number` counts from 1. */
export type Band = { readonly number: number; readonly from: number; readonly to: number }

/** What a trace does within one column of pixels. */
export type Column = { readonly x: number; least: number; greatest: number }

/**
 * The least and greatest value of each column of pixels from frame `first` to `last`, in runs without a gap. A column
 * begins where the one before it ended, so that a run can be drawn as one shape. `xOf` gives the pixel of a time.
 */
export function columnsOf(
  timestamps: ArrayLike<number>,
  values: ArrayLike<number | null | undefined>,
  { first, last, xOf }: { first: number; last: number; xOf: (time: number) => number },
): Column[][] {
  const runs: Column[][] = []
  let run: Column[] = []
  // What is drawn goes on from here; without one, a run begins.
  let column = null as Column | null
  let end = 0
  for (let index = first; index <= last; index++) {
    const value = values[index]
    const x = Math.floor(xOf(timestamps[index] ?? 0))
    if (value === null || value === undefined) {
      // A gap that is narrower than a pixel cannot be seen.
      if (column && x > column.x) column = null
      continue
    }
    if (column?.x === x) {
      if (value < column.least) column.least = value
      else if (value > column.greatest) column.greatest = value
    } else {
      const from: number = column ? end : value
      if (!column) runs.push((run = []))
      column = { x, least: Math.min(from, value), greatest: Math.max(from, value) }
      run.push(column)
    }
    end = value
  }
  return runs
}

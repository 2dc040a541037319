import type { Samples } from './samples.ts'

/** What a trace does within one column of pixels. */
export type Column = { readonly x: number; least: number; greatest: number }

/**
 * The least and greatest value of each column of pixels from sample `first` to `last`, in runs without a gap. A column
 * begins where the one before it ended, so that a run can be drawn as one shape. `xOf` gives the pixel of a time.
 */
export function columnsOf(
  { times, least, greatest, end }: Samples,
  { first, last, xOf }: { first: number; last: number; xOf: (time: number) => number },
): Column[][] {
  const runs: Column[][] = []
  let run: Column[] = []
  // What is drawn goes on from here; without one, a run begins.
  let column = null as Column | null
  let from = 0
  for (let index = first; index <= last; index++) {
    const low = least[index] ?? NaN
    const high = greatest[index] ?? NaN
    const x = Math.floor(xOf(times[index] ?? 0))
    if (Number.isNaN(low)) {
      // A gap that is narrower than a pixel cannot be seen.
      if (column && x > column.x) column = null
      continue
    }
    if (column?.x === x) {
      if (low < column.least) column.least = low
      if (high > column.greatest) column.greatest = high
    } else {
      if (!column) runs.push((run = []))
      const before: number = column ? from : low
      column = { x, least: Math.min(before, low), greatest: Math.max(before, high) }
      run.push(column)
    }
    from = end[index] ?? NaN
  }
  return runs
}

/** A series as it is drawn: what it does within each sample, which is one frame or several. Missing: null or NaN. */
export type Samples = {
  /** How many frames are in one. */
  readonly frames: number
  /** When each begins (s), ascending. */
  readonly times: ArrayLike<number>
  readonly least: ArrayLike<number | null>
  readonly greatest: ArrayLike<number | null>
  /** The last value in it, from which the line goes on. */
  readonly end: ArrayLike<number | null>
}

/** So many samples of one level are one of the next. */
const TOGETHER = 4

/**
 * Gives the samples of a series that are no coarser than so many frames, so that what is drawn costs by the pixels and
 * not by the frames. Each level is made once, from the one before it, when it is first asked for.
 */
export function createSamples(
  timestamps: readonly number[],
  values: readonly (number | null)[],
): (most: number) => Samples {
  const levels: Samples[] = [{ frames: 1, times: timestamps, least: values, greatest: values, end: values }]
  return (most) => {
    let level = 0
    while (TOGETHER ** (level + 1) <= most) level++
    for (let made = levels.length; made <= level; made++) {
      const finer = levels[made - 1]
      if (finer) levels.push(coarser(finer))
    }
    return levels[level] as Samples
  }
}

function coarser({ frames, times, least, greatest, end }: Samples): Samples {
  const count = Math.ceil(times.length / TOGETHER)
  const made = {
    frames: frames * TOGETHER,
    times: new Float64Array(count),
    least: new Float64Array(count).fill(NaN),
    greatest: new Float64Array(count).fill(NaN),
    end: new Float64Array(count).fill(NaN),
  }
  for (let index = 0; index < times.length; index++) {
    const at = Math.floor(index / TOGETHER)
    if (index % TOGETHER === 0) made.times[at] = times[index] ?? NaN
    const [low, high] = [least[index] ?? NaN, greatest[index] ?? NaN]
    if (Number.isNaN(low)) continue
    const [lowest, highest] = [made.least[at] ?? NaN, made.greatest[at] ?? NaN]
    if (!(low >= lowest)) made.least[at] = low
    if (!(high <= highest)) made.greatest[at] = high
    made.end[at] = end[index] ?? NaN
  }
  return made
}

import { columnsOf } from '../../../player/lanes/columns.ts'
import { createSamples } from '../../../player/lanes/samples.ts'

/** Where a chart draws, in its own units; times in seconds, `least` and `greatest` in the unit of the values. */
export type ChartArea = {
  readonly left: number
  readonly width: number
  readonly top: number
  readonly height: number
  readonly from: number
  readonly to: number
  readonly least: number
  readonly greatest: number
}

export const xOf = ({ left, width, from, to }: ChartArea, time: number): number =>
  left + ((time - from) / (to - from)) * width

export const yOf = ({ top, height, least, greatest }: ChartArea, value: number): number =>
  top + ((greatest - value) / (greatest - least)) * height

/** More frames than this to a unit are drawn as the heights that they reach within it. */
const DENSE = 1

type Values = readonly (number | null)[]

/** First and last index of the frames within an area, one more at either end so that lines reach its edges. */
function within(times: readonly number[], { from, to }: ChartArea): { first: number; last: number } {
  const begins = times.findIndex((time) => time >= from)
  const ends = times.findLastIndex((time) => time <= to)
  return {
    first: Math.max(0, (begins < 0 ? times.length : begins) - 1),
    last: Math.min(times.length - 1, ends + 1),
  }
}

/** A trace as it is drawn: the `d` of an SVG path, and whether it is too dense for dashes to show. */
export type DrawnTrace = { readonly path: string; readonly dense: boolean }

/** Draws a trace, broken where values are missing; what stands alone is a dot. */
export function drawTrace(times: readonly number[], values: Values, area: ChartArea): DrawnTrace {
  const { first, last } = within(times, area)
  const dense = last - first > area.width * DENSE
  return { dense, path: (dense ? heights : line)(times, values, area, first, last) }
}

const round = (value: number) => Number(value.toFixed(1))

function line(
  times: readonly number[],
  values: Values,
  area: ChartArea,
  first: number,
  last: number,
): string {
  const path: string[] = []
  let drawing = false
  for (let index = first; index <= last; index++) {
    const value = values[index] ?? null
    if (value === null) {
      drawing = false
      continue
    }
    const point = `${round(xOf(area, times[index] ?? 0))} ${round(yOf(area, value))}`
    const alone = !drawing && (values[index + 1] ?? null) === null
    path.push(`${drawing ? 'L' : 'M'}${point}${alone ? 'h0.1' : ''}`)
    drawing = true
  }
  return path.join('')
}

function heights(
  times: readonly number[],
  values: Values,
  area: ChartArea,
  first: number,
  last: number,
): string {
  const frames = createSamples(times, values)(1)
  const runs = columnsOf(frames, { first, last, xOf: (time) => xOf(area, time) })
  return runs
    .flatMap((run) =>
      run.map(
        ({ x, least, greatest }, index) =>
          `${index === 0 ? 'M' : 'L'}${x} ${round(yOf(area, greatest))}L${x} ${round(yOf(area, least))}`,
      ),
    )
    .join('')
}

/** Least and greatest of all values with a little room; null where there is none. */
export function valueRange(all: readonly Values[]): { least: number; greatest: number } | null {
  let [least, greatest] = [Infinity, -Infinity]
  for (const values of all)
    for (const value of values) {
      if (value === null) continue
      if (value < least) least = value
      if (value > greatest) greatest = value
    }
  if (least > greatest) return null
  const margin = (greatest - least) * 0.05 || Math.abs(greatest) * 0.1 || 1
  return { least: least - margin, greatest: greatest + margin }
}

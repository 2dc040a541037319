import type { Trace } from '../../domain/lanes.ts'
import { lastBegun } from '../frames.ts'
import { columnsOf } from './columns.ts'
import type { Column } from './columns.ts'
import type { Samples } from './samples.ts'
import { axisTime, trackTime } from './track.ts'
import type { Track } from './track.ts'
import type { TimeView } from './timeView.ts'

/** One line of a lane and how it is told from the others there: its colour says the side, its stroke the rest. */
export type Line = {
  readonly track: Track
  readonly side: Trace['side']
  readonly values: readonly (number | null)[]
  readonly stroke: 'solid' | 'dashed'
}

/** Where a line is drawn: pixels of the canvas, `ratio` of them to a CSS pixel. */
export type Area = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly ratio: number
  readonly view: TimeView
  /** Least and greatest value. */
  readonly range: readonly [number, number]
}

/** CSS pixels. A dashed line is thinner too. */
const WIDTH = { solid: 2, dashed: 1.5 } as const
const DASH = [5, 3] as const

/** From so many frames to a pixel on, a line is drawn as the shape that it fills; a long one sooner. */
const DENSE = 2
const LONG_DENSE = 0.5

/** So long a way up and down (CSS px) costs much to stroke, and more in dashes. */
const LONG = 5_000

/** Frames this far apart (CSS px) are marked by a dot each; a frame between two gaps always is. */
const DOTTED = 12
const DOT = 2.5

/**
 * Draws one line. Stroking a line that goes up and down a thousand times costs tens of milliseconds, so where many
 * frames share a pixel the shape is filled that they make, and it looks the same.
 */
export function drawLine(
  ctx: CanvasRenderingContext2D,
  line: Line,
  samples: (most: number) => Samples,
  { area, colour }: { area: Area; colour: string },
): void {
  const { track, stroke } = line
  const { timestamps } = track
  const { left, top, width, height, ratio, view, range } = area
  const first = Math.max(0, lastBegun(timestamps, trackTime(track, view.from)))
  const last = Math.min(timestamps.length - 1, lastBegun(timestamps, trackTime(track, view.to)) + 1)
  if (last < first) return
  const xOf = (time: number) => left + ((axisTime(track, time) - view.from) / (view.to - view.from)) * width
  const yOf = (value: number) => top + ((range[1] - value) / (range[1] - range[0])) * height
  const pixels = Math.max(1, xOf(timestamps[last] ?? 0) - xOf(timestamps[first] ?? 0))
  const perPixel = (last - first) / pixels
  ctx.fillStyle = colour
  ctx.strokeStyle = colour
  ctx.lineWidth = WIDTH[stroke] * ratio
  const stretch = { first, last, xOf, yOf }
  const isLong = perPixel <= DENSE && lengthOf(line, stretch) > LONG * ratio
  if (perPixel > DENSE || (isLong && perPixel > LONG_DENSE)) {
    const level = samples(perPixel)
    const within = { first: Math.floor(first / level.frames), last: Math.floor(last / level.frames), xOf }
    fillShape(ctx, columnsOf(level, within), yOf, stroke === 'dashed' ? ratio : null)
    return
  }
  ctx.setLineDash(stroke === 'dashed' && !isLong ? DASH.map((length) => length * ratio) : [])
  strokeLine(ctx, line, stretch)
  drawDots(ctx, line, stretch, ratio, perPixel > 0 && 1 / perPixel >= DOTTED * ratio)
}

type Stretch = {
  first: number
  last: number
  xOf: (time: number) => number
  yOf: (value: number) => number
}

/** The way of a line up and down, in pixels of the canvas. */
function lengthOf({ values }: Line, { first, last, yOf }: Stretch): number {
  let [length, before] = [0, null as number | null]
  for (let index = first; index <= last; index++) {
    const value = values[index] ?? null
    if (value !== null && before !== null) length += Math.abs(yOf(value) - yOf(before))
    before = value ?? before
  }
  return length
}

function strokeLine(
  ctx: CanvasRenderingContext2D,
  { track: { timestamps }, values }: Line,
  { first, last, xOf, yOf }: Stretch,
): void {
  ctx.lineJoin = 'round'
  ctx.beginPath()
  let drawn = false
  for (let index = first; index <= last; index++) {
    const value = values[index] ?? null
    if (value !== null) {
      const [x, y] = [xOf(timestamps[index] ?? 0), yOf(value)]
      if (drawn) ctx.lineTo(x, y)
      else ctx.moveTo(x, y)
    }
    drawn = value !== null
  }
  ctx.stroke()
}

function drawDots(
  ctx: CanvasRenderingContext2D,
  { track: { timestamps }, values }: Line,
  { first, last, xOf, yOf }: Stretch,
  ratio: number,
  everyFrame: boolean,
): void {
  const isMissing = (index: number) => (values[index] ?? null) === null
  ctx.beginPath()
  for (let index = first; index <= last; index++) {
    const value = values[index] ?? null
    if (value === null) continue
    if (!everyFrame && !(isMissing(index - 1) && isMissing(index + 1))) continue
    const [x, y] = [xOf(timestamps[index] ?? 0), yOf(value)]
    ctx.moveTo(x, y)
    ctx.arc(x, y, DOT * ratio, 0, 2 * Math.PI)
  }
  ctx.fill()
}

/** `dash`: pixels of the canvas to a CSS pixel where the shape is to look dashed. */
function fillShape(
  ctx: CanvasRenderingContext2D,
  runs: readonly Column[][],
  yOf: (value: number) => number,
  dash: number | null,
): void {
  const half = ctx.lineWidth / 2
  const pieces = dash === null ? runs : runs.flatMap((run) => dashed(run, dash))
  ctx.beginPath()
  for (const piece of pieces) {
    const [begin, end] = [piece[0], piece.at(-1)]
    if (!begin || !end) continue
    ctx.moveTo(begin.x, yOf(begin.greatest) - half)
    for (const { x, greatest } of piece) ctx.lineTo(x, yOf(greatest) - half)
    // One pixel wide at least, so that a single column is seen.
    ctx.lineTo(end.x + 1, yOf(end.greatest) - half)
    ctx.lineTo(end.x + 1, yOf(end.least) + half)
    for (const { x, least } of piece.toReversed()) ctx.lineTo(x, yOf(least) + half)
    ctx.closePath()
  }
  ctx.fill()
}

/** The parts of a run that dashes leave of it. */
function dashed(run: readonly Column[], ratio: number): Column[][] {
  const period = (DASH[0] + DASH[1]) * ratio
  const pieces: Column[][] = []
  let drawn = false
  for (const column of run) {
    const isDrawn = column.x % period < DASH[0] * ratio
    if (isDrawn && !drawn) pieces.push([])
    if (isDrawn) pieces.at(-1)?.push(column)
    drawn = isDrawn
  }
  return pieces
}

import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { Lane } from '../../domain/lanes.ts'
import { formatFixed } from '../../lib/formatNumber.ts'
import type { TimelineMark } from '../clock.ts'
import { EMPTY_BACKDROP } from './backdrop.ts'
import type { Backdrop } from './backdrop.ts'
import { columnsOf } from './columns.ts'
import { readColours } from './colours.ts'
import type { Colours } from './colours.ts'
import { decimalsOf } from './ticks.ts'
import type { TimeView } from './timeView.ts'

/** Room for the numbers beside a lane, in CSS pixels; the style sheet has it too. */
export const AXIS_WIDTH = 44

/** Above and below the lines, so that neither they nor the numbers are cut. */
const PADDING = 7

/** So many frames to a pixel are drawn as a shape and no line. */
const DENSE = 1

/** Dashes cost much where a line goes up and down many times, and show nothing where it does so within a pixel. */
const DASHED = { frames: 480, perPixel: 1.2 }

export type LanePlot = {
  show(view: TimeView, backdrop: Backdrop, width: number, height: number): void
  /** Draws again in the colours of the theme as it is now. */
  recolour(): void
  destroy(): void
}

/** Draws one lane into an element. `timestamps` and the traces' values go together. */
export function createLanePlot(host: HTMLElement, lane: Lane, timestamps: readonly number[]): LanePlot {
  let colours = readColours()
  let backdrop = EMPTY_BACKDROP
  const range = rangeOf(lane)
  const sides = lane.traces.map(({ side }) => side)
  const colourOf = (side: (typeof sides)[number]) => colours[side ?? 'ink']
  const font = () => `11px ${getComputedStyle(host).fontFamily}`
  const plot = new uPlot(
    {
      width: Math.max(AXIS_WIDTH + 1, host.clientWidth),
      height: host.clientHeight,
      legend: { show: false },
      cursor: { show: false },
      padding: [PADDING, 0, PADDING, 0],
      scales: {
        x: { time: false, auto: false },
        y: { auto: false, range: () => range },
      },
      axes: [
        { show: false },
        {
          size: AXIS_WIDTH,
          gap: 6,
          space: 24,
          font: font(),
          stroke: () => colours['ink-3'],
          ticks: { show: false },
          grid: { stroke: () => colours.line, width: 1 },
          values: (_plot, splits, _axis, _space, step) => splits.map((value) => axisNumber(value, step)),
        },
      ],
      series: [
        {},
        ...sides.map((side) => ({
          stroke: () => colourOf(side),
          width: side === 'right' ? 1.5 : 2,
          paths: drawTrace,
          points: { size: 5, fill: () => colourOf(side) },
        })),
      ],
      hooks: {
        drawClear: [(u) => drawBehind(u, backdrop, colours)],
        draw: [(u) => drawMarks(u, backdrop.marks, colours)],
      },
    },
    // Not changed by uPlot, whose types do not say so.
    [timestamps, ...lane.traces.map(({ values }) => values)] as unknown as uPlot.AlignedData,
    host,
  )
  const dash = [5 * uPlot.pxRatio, 3 * uPlot.pxRatio]
  return {
    show(view, next, width, height) {
      const anew = backdrop !== next
      backdrop = next
      const frames = plot.valToIdx(view.to) - plot.valToIdx(view.from)
      const dashed = frames <= Math.min(DASHED.frames, DASHED.perPixel * width)
      sides.forEach((side, index) => {
        const series = plot.series[index + 1]
        if (series) series.dash = side === 'right' && dashed ? dash : []
      })
      plot.batch(() => {
        if (plot.width !== width || plot.height !== height) plot.setSize({ width, height })
        const { min, max } = plot.scales['x'] ?? {}
        if (min !== view.from || max !== view.to) plot.setScale('x', { min: view.from, max: view.to })
        else if (anew) plot.redraw(false)
      })
    },
    recolour() {
      colours = readColours()
      plot.redraw(false, true)
    },
    destroy: () => plot.destroy(),
  }
}

const drawLine = uPlot.paths.linear?.()

/**
 * A line; where many frames share a pixel, the shape that they fill. Stroking a line that goes up and down a thousand
 * times costs tens of milliseconds, and looks the same.
 */
const drawTrace: uPlot.Series.PathBuilder = (u, index, first, last) => {
  const { bbox, data, scales, series } = u
  const { min: from = 0, max: to = 1 } = scales['x'] ?? {}
  const { min: least = 0, max: greatest = 1 } = scales['y'] ?? {}
  const trace = series[index]
  if (!trace || from === null || to === null || least === null || greatest === null) return null
  if (last - first <= bbox.width * DENSE) return drawLine?.(u, index, first, last) ?? null
  const runs = columnsOf(data[0] ?? [], data[index] ?? [], {
    first,
    last,
    xOf: (time) => bbox.left + ((time - from) / (to - from)) * bbox.width,
  })
  const y = (value: number) => bbox.top + ((greatest - value) / (greatest - least)) * bbox.height
  const half = ((trace.width ?? 1) * uPlot.pxRatio) / 2
  const fill = new Path2D()
  for (const run of runs) {
    const [begin] = run
    if (begin) fill.moveTo(begin.x, y(begin.greatest) - half)
    for (const { x, greatest } of run) fill.lineTo(x, y(greatest) - half)
    for (const { x, least } of run.toReversed()) fill.lineTo(x, y(least) + half)
    fill.closePath()
  }
  const colour = typeof trace.stroke === 'function' ? trace.stroke(u, index) : trace.stroke
  return { fill, ...(colour == null ? {} : { _fill: colour }) }
}

/** The same at every zoom, so that a curve keeps its shape. */
function rangeOf({ traces }: Lane): [number, number] {
  let [least, greatest] = [Infinity, -Infinity]
  for (const { values } of traces)
    for (const value of values) {
      if (value === null) continue
      if (value < least) least = value
      if (value > greatest) greatest = value
    }
  if (least > greatest) return [0, 1]
  const margin = (greatest - least) * 0.04 || Math.abs(greatest) * 0.1 || 1
  return [least - margin, greatest + margin]
}

const axisNumber = (value: number, step: number): string =>
  Math.abs(value) >= 1e5 || step < 1e-3 ? value.toExponential(1) : formatFixed(value, decimalsOf(step))

/** Every second band is shaded; where they are equal parts, their borders are dashed. */
function drawBehind(u: uPlot, { grid, bands, equalParts }: Backdrop, colours: Colours): void {
  const { ctx, bbox } = u
  const x = (time: number) => u.valToPos(time, 'x', true)
  ctx.save()
  ctx.beginPath()
  ctx.rect(bbox.left, 0, bbox.width, ctx.canvas.height)
  ctx.clip()
  ctx.fillStyle = colours.hover
  for (const { number, from, to } of bands)
    if (number % 2 === 0) ctx.fillRect(x(from), 0, x(to) - x(from), ctx.canvas.height)
  verticals(u, grid, colours.line, [])
  const borders = [...new Set(bands.flatMap(({ from, to }) => [from, to]))]
  verticals(u, borders, colours['line-strong'], equalParts ? [3, 4] : [])
  ctx.restore()
}

function drawMarks(u: uPlot, marks: readonly TimelineMark[], colours: Colours): void {
  const { ctx, bbox } = u
  ctx.save()
  ctx.beginPath()
  ctx.rect(bbox.left, 0, bbox.width, ctx.canvas.height)
  ctx.clip()
  const at = (kind: TimelineMark['kind']) =>
    marks
      .filter((mark) => mark.kind === kind)
      .flatMap(({ time, end }) => [time, ...(end === null ? [] : [end])])
  verticals(u, at('event'), colours['ink-2'], [])
  verticals(u, at('note'), colours['ink-2'], [2, 3])
  ctx.restore()
}

/** Thin lines through all of a lane. `dash` in CSS pixels. */
function verticals(u: uPlot, times: readonly number[], colour: string, dash: number[]): void {
  const { ctx } = u
  ctx.strokeStyle = colour
  ctx.lineWidth = Math.max(1, Math.round(uPlot.pxRatio))
  ctx.setLineDash(dash.map((length) => length * uPlot.pxRatio))
  ctx.beginPath()
  for (const time of times) {
    const x = Math.round(u.valToPos(time, 'x', true)) + 0.5
    ctx.moveTo(x, 0)
    ctx.lineTo(x, ctx.canvas.height)
  }
  ctx.stroke()
}

import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { formatFixed } from '../../lib/formatNumber.ts'
import type { TimelineMark } from '../clock.ts'
import { EMPTY_BACKDROP } from './backdrop.ts'
import type { Backdrop } from './backdrop.ts'
import { readColours } from './colours.ts'
import type { Colours } from './colours.ts'
import { drawLine } from './drawLine.ts'
import type { Line } from './drawLine.ts'
import { createSamples } from './samples.ts'
import { decimalsOf } from './ticks.ts'
import type { TimeView } from './timeView.ts'

/** Room for the numbers beside a lane, in CSS pixels; the style sheet has it too. */
export const AXIS_WIDTH = 44

/** Above and below the lines, so that neither they nor the numbers are cut. */
const PADDING = 7

export type LanePlot = {
  show(view: TimeView, backdrop: Backdrop, width: number, height: number): void
  /** Draws again in the colours of the theme as it is now. */
  recolour(): void
  destroy(): void
}

/**
 * Draws lines into an element, over `range`. Canvas, numbers and grid are uPlot's; the lines are not, since those of
 * one lane may be of two recordings with frames of their own.
 */
export function createLanePlot(
  host: HTMLElement,
  lines: readonly Line[],
  range: readonly [number, number],
): LanePlot {
  let colours = readColours()
  let backdrop = EMPTY_BACKDROP
  let view: TimeView = { from: 0, to: 1 }
  const drawn = lines.map((line) => ({ line, samples: createSamples(line.track.timestamps, line.values) }))
  let placed = lines.map(({ track }) => track.placed())
  const font = () => `11px ${getComputedStyle(host).fontFamily}`
  const drawLines = (u: uPlot) => {
    const { ctx, bbox } = u
    const area = { ...bbox, ratio: uPlot.pxRatio, view, range }
    inColumn(u, () => {
      for (const { line, samples } of drawn)
        drawLine(ctx, line, samples, { area, colour: colours[line.side ?? 'ink'] })
    })
  }
  const plot = new uPlot(
    {
      width: Math.max(AXIS_WIDTH + 1, host.clientWidth),
      height: host.clientHeight,
      legend: { show: false },
      cursor: { show: false },
      padding: [PADDING, 0, PADDING, 0],
      scales: {
        x: { time: false, auto: false },
        y: { auto: false, range: () => [...range] as [number, number] },
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
      series: [{}, { paths: () => null, points: { show: false } }],
      hooks: {
        drawClear: [(u) => drawBehind(u, backdrop, colours)],
        draw: [drawLines, (u) => drawMarks(u, backdrop.marks, colours)],
      },
    },
    // Something to have scales by.
    [[0, 1], [...range]],
    host,
  )
  return {
    show(next, behind, width, height) {
      const isMoved = lines.some(({ track }, index) => track.placed() !== placed[index])
      const anew = backdrop !== behind || isMoved
      backdrop = behind
      view = next
      placed = lines.map(({ track }) => track.placed())
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

/** The least and the greatest value of all, with a margin: the same at every zoom, so that a curve keeps its shape. */
export function rangeOf(series: readonly (readonly (number | null)[])[]): [number, number] {
  let [least, greatest] = [Infinity, -Infinity]
  for (const values of series)
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

/** Draws what stays beside the numbers. */
function inColumn({ ctx, bbox }: uPlot, draw: () => void): void {
  ctx.save()
  ctx.beginPath()
  ctx.rect(bbox.left, 0, bbox.width, ctx.canvas.height)
  ctx.clip()
  draw()
  ctx.restore()
}

/** Every second band is shaded; where they are equal parts, their borders are dashed. */
function drawBehind(u: uPlot, { grid, bands, equalParts }: Backdrop, colours: Colours): void {
  const { ctx } = u
  const x = (time: number) => u.valToPos(time, 'x', true)
  inColumn(u, () => {
    ctx.fillStyle = colours.hover
    for (const { number, from, to } of bands)
      if (number % 2 === 0) ctx.fillRect(x(from), 0, x(to) - x(from), ctx.canvas.height)
    verticals(u, grid, colours.line, [])
    const borders = [...new Set(bands.flatMap(({ from, to }) => [from, to]))]
    verticals(u, borders, colours['line-strong'], equalParts ? [3, 4] : [])
  })
}

function drawMarks(u: uPlot, marks: readonly TimelineMark[], colours: Colours): void {
  const at = (kind: TimelineMark['kind']) =>
    marks
      .filter((mark) => mark.kind === kind)
      .flatMap(({ time, end }) => [time, ...(end === null ? [] : [end])])
  inColumn(u, () => {
    verticals(u, at('event'), colours['ink-2'], [])
    verticals(u, at('note'), colours['ink-2'], [2, 3])
  })
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

import type { Bands } from '../../../domain/bands.ts'
import { formatFixed } from '../../../lib/formatNumber.ts'
import { lanesText } from '../../../messages/lanes.ts'
import { sheetText as text } from '../../../messages/report.ts'
import type { TimeScale } from '../../../player/clock.ts'
import { decimalsOf, roundStep, timeTicks } from '../../../player/lanes/ticks.ts'
import styles from './LaneChart.module.css'
import { drawTrace, valueRange, xOf, yOf } from './tracePath.ts'
import type { ChartArea } from './tracePath.ts'

/** One line of a chart. `times` (s) belong to the chart's own axis, one for each value. */
export type ChartTrace = {
  readonly legend: string | null
  readonly side: 'left' | 'right' | null
  readonly dashed: boolean
  readonly times: readonly number[]
  readonly values: readonly (number | null)[]
}

/** In tenths of a millimetre on paper: what stands between the margins is 180 mm wide. */
const WIDTH = 1800
/** Half of the frame's line, and a little. */
const EDGE = 2
const AXIS = 130
const TOP = 14
const HEIGHT = 200
const LABELS = 44
const MOST_TICKS = 9
const VALUE_TICKS = 5

/** One quantity over the recording's time as lines for print: left and right, or first and second, told apart without colour. */
export function LaneChart({
  label,
  unit,
  decimals,
  traces,
  span,
  scale,
  bands,
  events,
}: {
  label: string
  unit: string
  decimals: number
  traces: readonly ChartTrace[]
  /** What the time axis shows, seconds of the recording. */
  span: { readonly from: number; readonly to: number }
  scale: TimeScale
  bands: Bands
  /** Times of the marked events (s). */
  events: readonly number[]
}) {
  const range = valueRange(traces.map(({ values }) => values))
  const area: ChartArea = {
    ...{ left: AXIS, width: WIDTH - AXIS - EDGE, top: TOP, height: HEIGHT },
    ...span,
    ...(range ?? { least: 0, greatest: 1 }),
  }
  const drawn = traces.map((trace) => ({ ...trace, ...drawTrace(trace.times, trace.values, area) }))
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <strong>
          <bdi>{text.lane(label, unit)}</bdi>
        </strong>
        {drawn.map((trace, index) => (
          <span key={index} className={styles.legend}>
            <Swatch {...trace} />
            <bdi>{legendOf(trace, unit, decimals)}</bdi>
          </span>
        ))}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + LABELS}`}
        className={styles.drawing}
        role="img"
        aria-label={text.lane(label, unit)}
      >
        {bands.bands.map(({ number, from, to }) =>
          number % 2 === 0 ? (
            <rect
              key={number}
              className={styles.band}
              x={xOf(area, from)}
              width={Math.max(0, xOf(area, to) - xOf(area, from))}
              y={TOP}
              height={HEIGHT}
            />
          ) : null,
        )}
        <Axes area={area} scale={scale} hasValues={range !== null} />
        {events.map((time, index) => (
          <line key={index} className={styles.event} {...upright(xOf(area, time))} />
        ))}
        {drawn.map((trace, index) => (
          <path key={index} className={styles.trace} {...lookOf(trace)} d={trace.path} />
        ))}
      </svg>
    </figure>
  )
}

function legendOf({ legend, values }: ChartTrace, unit: string, decimals: number): string {
  const present = values.filter((value) => value !== null)
  if (present.length === 0) return text.empty(legend)
  const [least, greatest] = present.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  )
  const range = text.range(legend, formatFixed(least, decimals), formatFixed(greatest, decimals))
  return `${range}${lanesText.unit(unit)}`
}

type Look = Pick<ChartTrace, 'side' | 'dashed'> & { readonly dense: boolean }

/** Dashes show nothing where a line goes up and down within them: there it is thinner instead. */
const lookOf = ({ side, dashed, dense }: Look) => ({
  'data-side': side ?? undefined,
  'data-second': dashed || undefined,
  strokeDasharray: dashed && !dense ? '16 9' : undefined,
})

function Swatch(look: Look) {
  return (
    <svg viewBox="0 0 70 20" className={styles.swatch} aria-hidden>
      <path className={styles.trace} {...lookOf(look)} d="M0 10L70 10" />
    </svg>
  )
}

const upright = (x: number) => ({ x1: x, x2: x, y1: TOP, y2: TOP + HEIGHT })

function Axes({ area, scale, hasValues }: { area: ChartArea; scale: TimeScale; hasValues: boolean }) {
  const { least, greatest, left, width } = area
  const { ticks, decimals } = timeTicks(area, scale, MOST_TICKS)
  const step = roundStep((greatest - least) / VALUE_TICKS)
  const first = Math.ceil(least / step)
  const values = Array.from(
    { length: Math.floor(greatest / step) - first + 1 },
    (_, at) => (first + at) * step,
  )
  return (
    <>
      {hasValues
        ? values.map((value) => (
            <g key={value}>
              <line
                className={styles.grid}
                x1={left}
                x2={left + width}
                y1={yOf(area, value)}
                y2={yOf(area, value)}
              />
              <text className={styles.number} textAnchor="end" x={left - 14} y={yOf(area, value) + 8}>
                {Math.abs(value) >= 1e5 || step < 1e-3
                  ? value.toExponential(1)
                  : formatFixed(value, decimalsOf(step))}
              </text>
            </g>
          ))
        : null}
      {ticks.map(({ time, shown }) => (
        <g key={shown}>
          <line className={styles.grid} {...upright(xOf(area, time))} />
          <text
            className={styles.number}
            // The last number would be cut at the edge of the paper.
            textAnchor={xOf(area, time) > left + width - 40 ? 'end' : 'middle'}
            x={Math.min(xOf(area, time), left + width)}
            y={TOP + HEIGHT + 32}
          >
            {formatFixed(shown, decimals)}
          </text>
        </g>
      ))}
      <text className={styles.number} x={0} y={TOP + HEIGHT + 32}>
        {text.time}
      </text>
      <rect className={styles.frame} x={left} y={TOP} width={width} height={HEIGHT} />
    </>
  )
}

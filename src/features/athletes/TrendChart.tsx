import { useState } from 'react'
import { dayOf, formatDay, formatRecordedAt } from '../../domain/recordedAt.ts'
import { formatFixed, formatPlain } from '../../lib/formatNumber.ts'
import { lanesText } from '../../messages/lanes.ts'
import { trendText as text } from '../../messages/athletes.ts'
import { decimalsOf, roundStep } from '../../player/lanes/ticks.ts'
import styles from './charts.module.css'
import { DateAxis } from './DateAxis.tsx'
import { PointedTag, SessionDot } from './SessionDot.tsx'
import type { Pointed } from './SessionDot.tsx'
import { dayNumber, xOf } from './timeAxis.ts'
import type { DaySpan } from './timeAxis.ts'
import type { Trend, TrendLine } from './trend.ts'
import { useWidth } from './useWidth.ts'

const HEIGHT = 190
/** Room for the unit above. */
const TOP = 34
const BOTTOM = 12
const AXIS_HEIGHT = 24
const MOST_VALUES = 4

/** A number of a trend as it is read, with its unit. */
export function shownValue({ reading: { factor, unit, decimals } }: Trend, value: number): string {
  const read = value * factor
  const number = decimals === null ? formatPlain(read) : formatFixed(read, decimals)
  return number + lanesText.unit(unit)
}

/** One quantity over the athlete's sessions. */
export function TrendChart({ trend, span }: { trend: Trend; span: DaySpan }) {
  const [width, measure] = useWidth()
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const { factor, unit } = trend.reading
  const all = trend.lines.flatMap(({ points }) => points.map(({ value }) => value * factor))
  const scale = valueScale(Math.min(...all), Math.max(...all))
  const y = (value: number) =>
    TOP + (1 - (value * factor - scale.from) / (scale.to - scale.from)) * (HEIGHT - TOP - BOTTOM)
  return (
    <div ref={measure} className={styles.chart}>
      <svg
        role="img"
        aria-label={trend.lines.map((line) => sentence(trend, line)).join(' ')}
        className={styles.plot}
        viewBox={`0 0 ${width} ${HEIGHT + AXIS_HEIGHT}`}
        style={{ blockSize: HEIGHT + AXIS_HEIGHT }}
      >
        <DateAxis span={span} width={width} height={HEIGHT} />
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line className={styles.grid} x1={0} x2={width} y1={y(tick / factor)} y2={y(tick / factor)} />
            <text className={styles.value} x={0} y={y(tick / factor) - 4}>
              {formatFixed(tick, scale.decimals)}
            </text>
          </g>
        ))}
        <text className={styles.unit} x={0} y={10}>
          {unit}
        </text>
        {trend.lines.map(({ side, points }) => (
          <polyline
            key={side}
            className={styles.trend}
            data-side={side ?? undefined}
            points={points
              .map(({ session, value }) => `${placeOf(session.recordedAt, span, width)},${y(value)}`)
              .join(' ')}
          />
        ))}
        {trend.lines.flatMap(({ side, points }) =>
          points.map(({ session, value }) => (
            <SessionDot
              key={`${side} ${session.source} ${session.id}`}
              session={session}
              side={side}
              x={placeOf(session.recordedAt, span, width)}
              y={y(value)}
              onPoint={setPointed}
              text={[
                shownValue(trend, value),
                side ? text.sides[side] : '',
                formatRecordedAt(session.recordedAt ?? ''),
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          )),
        )}
      </svg>
      <PointedTag pointed={pointed} width={width} />
    </div>
  )
}

const placeOf = (recordedAt: string | null, span: DaySpan, width: number): number =>
  xOf(span, dayNumber(recordedAt ?? ''), width)

/** Round values that hold the least and the greatest; the same number throughout stands in the middle. */
export function valueScale(least: number, most: number) {
  const spread = most - least || Math.abs(most) * 0.1 || 1
  const step = roundStep(spread / MOST_VALUES)
  const from = Math.floor((most === least ? least - spread / 2 : least) / step + 1e-9) * step
  const to = Math.ceil((most === least ? most + spread / 2 : most) / step - 1e-9) * step
  const count = Math.round((to - from) / step)
  const ticks = Array.from({ length: count + 1 }, (_, index) => from + index * step)
  return { from, to, ticks, decimals: decimalsOf(step) }
}

function sentence(trend: Trend, { side, points }: TrendLine): string {
  const values = points.map(({ value }) => value)
  const [first, last] = [points[0], points.at(-1)].map((point) =>
    formatDay(dayOf(point?.session.recordedAt ?? '')),
  )
  const name = side ? text.ofSide(trend.label, text.sides[side]) : trend.label
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => shownValue(trend, value))
  return text.sentence(name, points.length, first ?? '', last ?? '', least ?? '', most ?? '')
}

import styles from './charts.module.css'
import { dateTicks, xOf } from './timeAxis.ts'
import type { DaySpan } from './timeAxis.ts'

/** Pixels that a date takes. */
const TICK_WIDTH = 104

/** Lines at round dates over the height of a chart, and the dates under them. */
export function DateAxis({ span, width, height }: { span: DaySpan; width: number; height: number }) {
  return (
    <g>
      {dateTicks(span, Math.max(2, Math.floor(width / TICK_WIDTH))).map(({ day, label }) => {
        const x = xOf(span, day, width)
        const anchor = x < TICK_WIDTH / 2 ? 'start' : x > width - TICK_WIDTH / 2 ? 'end' : 'middle'
        return (
          <g key={day}>
            <line className={styles.grid} x1={x} x2={x} y1={0} y2={height} />
            <text className={styles.date} x={x} y={height + 16} textAnchor={anchor}>
              {label}
            </text>
          </g>
        )
      })}
    </g>
  )
}

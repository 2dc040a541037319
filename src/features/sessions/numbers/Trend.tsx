import type { Baseline } from '../../../domain/baseline.ts'
import styles from './Baseline.module.css'

const WIDTH = 64
const HEIGHT = 20
/** Room for the shapes at the edges. */
const EDGE = 4

/** The athlete's earlier values in their order and this session's, a diamond, after them. */
export function Trend({ baseline, now, label }: { baseline: Baseline; now: number; label: string }) {
  const { values, median, spread, unusual } = baseline
  const all = [...values, now, median - spread, median + spread]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const y = (value: number) =>
    most === least ? HEIGHT / 2 : HEIGHT - EDGE - ((value - least) / (most - least)) * (HEIGHT - 2 * EDGE)
  const x = (place: number) => EDGE + (place / values.length) * (WIDTH - 2 * EDGE)
  const [endX, endY] = [x(values.length), y(now)]
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.trend}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      data-unusual={unusual ?? undefined}
    >
      <rect
        className={styles.band}
        x={0}
        width={WIDTH}
        y={y(median + spread)}
        height={Math.max(1, y(median - spread) - y(median + spread))}
      />
      <polyline
        className={styles.line}
        points={[...values, now].map((value, place) => `${x(place)},${y(value)}`).join(' ')}
      />
      {values.map((value, place) => (
        <circle key={place} className={styles.dot} cx={x(place)} cy={y(value)} r={1.5} />
      ))}
      <path
        className={styles.now}
        d={`M${endX - 3.5},${endY} L${endX},${endY - 3.5} L${endX + 3.5},${endY} L${endX},${endY + 3.5} Z`}
      />
    </svg>
  )
}

import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import type { Baseline } from '../../../domain/baseline.ts'
import type { Reading } from '../../../domain/units.ts'
import { baselineText as text } from '../../../messages/metrics.ts'
import styles from './Baseline.module.css'
import { show } from './shownMetric.ts'
import { Trend } from './Trend.tsx'

/** A metric beside the athlete's earlier sessions. `count` are those with a sound value; `baseline` null: too few. */
export function BaselineCell({
  baseline,
  count,
  now,
  reading,
}: {
  baseline: Baseline | null
  count: number
  now: number
  reading: Reading
}) {
  if (!baseline) return <span className={styles.count}>{text.count(count)}</span>
  const { values, median, spread, unusual } = baseline
  const shown = values.map((value) => show(reading, value))
  return (
    <>
      <Trend baseline={baseline} now={now} label={text.trend(shown, reading.unit, show(reading, now))} />
      {unusual ? (
        <span className={styles.unusual}>
          {unusual === 'high' ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
          {text.unusual}
          <span className={styles.whose}>{text.forThisAthlete}</span>
          <span className="visually-hidden">{text.sides[unusual]}</span>
        </span>
      ) : null}
      <span className={styles.usual}>
        {text.usual(show(reading, median), show(reading, spread))}{' '}
        <span className={styles.count}>{text.count(values.length)}</span>
      </span>
    </>
  )
}

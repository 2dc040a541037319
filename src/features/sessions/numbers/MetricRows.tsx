import ChevronDown from 'lucide-react/icons/chevron-down'
import CircleAlert from 'lucide-react/icons/circle-alert'
import { useId, useState } from 'react'
import { baselineOf } from '../../../domain/baseline.ts'
import { metricMeaning } from '../../../domain/metricMeanings.ts'
import { BaselineCell } from './BaselineCell.tsx'
import { MetricAbout } from './MetricAbout.tsx'
import styles from './MetricsPanel.module.css'
import { PartNumbers } from './PartNumbers.tsx'
import { partOf, show } from './shownMetric.ts'
import type { ShownMetric } from './shownMetric.ts'

/** Which columns stand beside name and value. */
export type Columns = { readonly extremes: boolean; readonly earlier: boolean }

const count = ({ extremes, earlier }: Columns) => 2 + (extremes ? 2 : 0) + (earlier ? 1 : 0)

/**
 * One metric: its numbers, what is odd about them, and, opened, what it means. The roles are named since the table is
 * laid out as a grid. `earlier` are the athlete's earlier values, oldest first; null while they are not known.
 */
export function MetricRows({
  metric,
  columns,
  earlier,
  onGoTo,
}: {
  metric: ShownMetric
  columns: Columns
  earlier: readonly number[] | null
  onGoTo: ((part: number) => void) | null
}) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const { label, numbers, varies, reading, activity, flags } = metric
  const isCompared = numbers !== null && metricMeaning(activity, metric.name)?.isMoment !== true
  const values = isCompared ? earlier : null
  const baseline = numbers && values && baselineOf(numbers.summary.average, values)
  const whole = count(columns)
  return (
    <tbody role="rowgroup" className={styles.metric}>
      <tr role="row">
        <th role="rowheader" scope="row" className={styles.name}>
          <button
            type="button"
            className={styles.about}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            <bdi>{label}</bdi>
            <ChevronDown aria-hidden />
          </button>
        </th>
        {numbers ? (
          <Numbers metric={metric} columns={columns} />
        ) : (
          <td role="cell" colSpan={whole - 1} className={styles.text} dir="auto">
            {metric.text}
          </td>
        )}
        {numbers && columns.earlier ? (
          <td
            role="cell"
            className={isCompared ? styles.earlier : undefined}
            data-few={(values && !baseline) || undefined}
          >
            {values ? (
              <BaselineCell
                baseline={baseline}
                count={values.length}
                now={numbers.summary.average}
                reading={reading}
              />
            ) : null}
          </td>
        ) : null}
      </tr>
      {numbers && varies && numbers.values.length > 1 ? (
        <tr role="row">
          <td role="cell" colSpan={whole} className={styles.each}>
            <PartNumbers
              label={label}
              part={partOf(activity)}
              values={numbers.values.map((value) => (value === null ? null : show(reading, value)))}
              flagged={flags.map(({ part }) => part)}
              onGoTo={onGoTo}
            />
          </td>
        </tr>
      ) : null}
      {flags.map(({ text, source }) => (
        <tr key={text} role="row">
          <td role="cell" colSpan={whole} className={styles.flag}>
            <CircleAlert aria-hidden />
            <span>
              {text} <small>{source}</small>
            </span>
          </td>
        </tr>
      ))}
      {isOpen ? (
        <tr role="row">
          <td role="cell" id={id} colSpan={whole} className={styles.whole}>
            <MetricAbout metric={metric} earlier={values} baseline={baseline} />
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}

function Numbers({ metric, columns }: { metric: ShownMetric; columns: Columns }) {
  const { numbers, reading, varies } = metric
  if (!numbers) return null
  const { average, min, max } = numbers.summary
  return (
    <>
      <td role="cell" className={styles.number}>
        {show(reading, average)}
        <span className={styles.unit}> {reading.unit}</span>
      </td>
      {columns.extremes ? (
        <>
          <td role="cell" className={styles.extreme}>
            {varies ? show(reading, min) : ''}
          </td>
          <td role="cell" className={styles.extreme}>
            {varies ? show(reading, max) : ''}
          </td>
        </>
      ) : null}
    </>
  )
}

import CircleAlert from 'lucide-react/icons/circle-alert'
import { baselineOf } from '../../../domain/baseline.ts'
import { isMomentOf, metricDifference } from '../../../domain/comparedMetrics.ts'
import type { ComparedMetric } from '../../../domain/comparedMetrics.ts'
import { formatFixed, formatSigned } from '../../../lib/formatNumber.ts'
import { comparedMetricsText as text } from '../../../messages/compareFigures.ts'
import { BaselineCell } from '../numbers/BaselineCell.tsx'
import { show } from '../numbers/shownMetric.ts'
import type { ShownMetric } from '../numbers/shownMetric.ts'
import styles from './CompareMetrics.module.css'

/** One session's side of a row. */
export type ComparedValue = {
  readonly shown: ShownMetric
  /** The athlete's earlier values, oldest first; null while they are not known. */
  readonly earlier: readonly number[] | null
  /** They are read, or about to be: room is kept for them. */
  readonly isRead: boolean
}

type Values = { first: ComparedValue | null; second: ComparedValue | null }

/** One metric of two sessions, and what is odd about either. The roles are named since the table is laid out as a grid. */
export function ComparedRows({ compared, first, second }: Values & { compared: ComparedMetric }) {
  const either = first ?? second
  if (!either) return null
  const isMoment = isMomentOf(compared)
  const flags = [
    ...(first?.shown.flags ?? []).map((flag) => ({ ...flag, which: text.first })),
    ...(second?.shown.flags ?? []).map((flag) => ({ ...flag, which: text.second })),
  ]
  return (
    <tbody role="rowgroup" className={styles.metric}>
      <tr role="row">
        <th role="rowheader" scope="row" className={styles.name}>
          <bdi>{either.shown.label}</bdi>
        </th>
        <ValueCell value={first} isMoment={isMoment} />
        <ValueCell value={second} isMoment={isMoment} />
        <td role="cell" className={styles.difference} data-label={text.difference}>
          <Difference compared={compared} first={first} second={second} isMoment={isMoment} />
        </td>
      </tr>
      {flags.map(({ which, text: words, source }) => (
        <tr key={`${which} ${words}`} role="row">
          <td role="cell" colSpan={4} className={styles.flag}>
            <CircleAlert aria-hidden />
            <span>
              {text.flagged(which)} {words} <small>{source}</small>
            </span>
          </td>
        </tr>
      ))}
    </tbody>
  )
}

function ValueCell({ value, isMoment }: { value: ComparedValue | null; isMoment: boolean }) {
  if (!value)
    return (
      <td role="cell" className={styles.missing}>
        {text.missing}
      </td>
    )
  const { shown, earlier, isRead } = value
  const { numbers, reading, varies } = shown
  if (!numbers)
    return (
      <td role="cell" className={styles.text} dir="auto">
        {shown.text}
      </td>
    )
  const { average, min, max } = numbers.summary
  const baseline = earlier && baselineOf(average, earlier)
  const isCompared = isRead && !isMoment && (earlier === null || baseline !== null)
  return (
    <td role="cell" className={styles.value}>
      <span className={styles.number}>
        {show(reading, average)}
        <span className={styles.unit}> {reading.unit}</span>
      </span>
      {varies ? (
        <span className={styles.range}>{text.range(show(reading, min), show(reading, max))}</span>
      ) : null}
      {isCompared ? (
        <span className={styles.earlier}>
          {earlier ? (
            <BaselineCell baseline={baseline} count={earlier.length} now={average} reading={reading} />
          ) : null}
        </span>
      ) : null}
    </td>
  )
}

function Difference({
  compared,
  first,
  second,
  isMoment,
}: Values & { compared: ComparedMetric; isMoment: boolean }) {
  if (!first || !second) return text.missing
  if (isMoment) return <span className={styles.words}>{text.isMoment}</span>
  const difference = metricDifference(compared)
  if (!difference) {
    if (first.shown.numbers || second.shown.numbers) return text.missing
    return (
      <span className={styles.words}>
        {first.shown.text === second.shown.text ? text.same : text.different}
      </span>
    )
  }
  const { reading } = first.shown
  const { by, share } = difference
  return (
    <>
      <span className={styles.number}>
        {formatSigned(show(reading, by))}
        <span className={styles.unit}> {reading.unit === '%' ? text.points : reading.unit}</span>
      </span>
      {share === null ? null : (
        <span className={styles.range}>{text.share(formatSigned(formatFixed(share * 100, 1)))}</span>
      )}
    </>
  )
}

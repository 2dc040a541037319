import { attentionReasons } from '../../../domain/attention.ts'
import { nowHere } from '../../../domain/calendarDays.ts'
import { compareMetrics, metricDifference } from '../../../domain/comparedMetrics.ts'
import type { ComparedMetric } from '../../../domain/comparedMetrics.ts'
import type { UnitSystem } from '../../../domain/units.ts'
import { formatFixed, formatSigned } from '../../../lib/formatNumber.ts'
import { metricsText } from '../../../messages/metrics.ts'
import { sheetText as text } from '../../../messages/report.ts'
import { comparedWith } from '../numbers/BaselineNote.tsx'
import { whyNoMetrics } from '../numbers/MetricsPanel.tsx'
import { show, showMetric } from '../numbers/shownMetric.ts'
import type { ShownMetric } from '../numbers/shownMetric.ts'
import { beforeOf } from './beforeOf.ts'
import styles from './Sheet.module.css'
import type { Reported } from './useReported.ts'

type Both = { first: Reported; second: Reported }

/** The metrics of two sessions with their difference; below each, extremes and what is usual for whom it is of. */
export function ComparedMetricsPart({ first, second, system }: Both & { system: UnitSystem }) {
  const compared = compareMetrics(first.session, second.session)
  if (compared.length === 0) return <p className={styles.none}>{whyNoMetrics(first.session)}</p>
  const now = nowHere()
  const reasons = [first, second].map(({ session }) => attentionReasons(session, now))
  const shownOf = (metric: ComparedMetric, which: 'first' | 'second') => {
    const one = metric[which]
    return one && showMetric(one, metric.activity, system, reasons[which === 'first' ? 0 : 1] ?? [])
  }
  return (
    <>
      <table className={`${styles.table} ${styles.groups}`}>
        <colgroup>
          <col />
          <col data-number />
          <col data-number />
          <col data-unit />
          <col data-number />
          <col data-number />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{metricsText.metric}</th>
            <th scope="col" data-number>
              {text.numbers.first}
            </th>
            <th scope="col" data-number>
              {text.numbers.second}
            </th>
            <th scope="col" aria-label={metricsText.units} />
            <th scope="col" data-number>
              {text.difference}
            </th>
            <th scope="col" data-number aria-label={text.percent} />
          </tr>
        </thead>
        {compared.map((metric, index) => (
          <ComparedGroup
            key={index}
            metric={metric}
            one={shownOf(metric, 'first')}
            other={shownOf(metric, 'second')}
            first={first}
            second={second}
          />
        ))}
      </table>
      <p className={styles.remark}>{text.differenceIs}</p>
      <Baselines first={first} second={second} />
    </>
  )
}

function ComparedGroup({
  metric,
  one,
  other,
  first,
  second,
}: Both & { metric: ComparedMetric; one: ShownMetric | null; other: ShownMetric | null }) {
  const shown = one ?? other
  if (!shown) return null
  const { reading, label } = shown
  const difference = metricDifference(metric)
  const details = [
    [text.numbers.first, detailsOf(one, first)],
    [text.numbers.second, detailsOf(other, second)],
  ].filter(([, said]) => said !== '')
  return (
    <tbody>
      <tr>
        <th scope="row">
          <bdi>{label}</bdi>
        </th>
        {[one, other].map((each, index) => (
          <td key={index} data-number={each?.numbers ? true : undefined} data-main dir="auto">
            {valueOf(each)}
          </td>
        ))}
        <td data-unit>{reading.unit}</td>
        <td data-number>{difference ? formatSigned(show(reading, difference.by)) : ''}</td>
        <td data-number>
          {difference?.share == null ? '' : `${formatSigned(formatFixed(difference.share * 100, 1))} %`}
        </td>
      </tr>
      {details.length > 0 ? (
        <tr data-small>
          <td colSpan={6}>{details.map(([number, said]) => `${number}: ${said}`).join(' · ')}</td>
        </tr>
      ) : null}
      {[one, other].flatMap((each, index) =>
        (each?.flags ?? []).map((flag) => (
          <tr key={`${index} ${flag.text}`} data-small>
            <td colSpan={6}>
              <strong>
                ! {index + 1}: {flag.text}.
              </strong>{' '}
              {flag.source}
            </td>
          </tr>
        )),
      )}
    </tbody>
  )
}

const valueOf = (metric: ShownMetric | null): string =>
  metric === null
    ? text.missing
    : metric.numbers
      ? show(metric.reading, metric.numbers.summary.average)
      : metric.text

/** `3.69 to 3.78, before 4.13 ± 0.34, n 8`; empty where there is nothing of the kind. */
function detailsOf(metric: ShownMetric | null, { earlier }: Reported): string {
  if (!metric?.numbers) return ''
  const { numbers, reading, varies } = metric
  const range = varies
    ? text.range(null, show(reading, numbers.summary.min), show(reading, numbers.summary.max))
    : ''
  const before = beforeOf(metric, earlier)
  const usual = before && [text.beforeWas(before.said), before.unusual].filter(Boolean).join(' ')
  return [range, usual].filter(Boolean).join(', ')
}

function Baselines({ first, second }: Both) {
  return [first, second].map(({ session, earlier }, index) => (
    <p key={index} className={styles.remark}>
      {`${index + 1}: `}
      {earlier.kind === 'read' ? comparedWith(session, earlier.earlier) : null}
      {earlier.kind === 'none' ? text.baselineNone : null}
      {earlier.kind === 'reading' ? text.baselineReading : null}
      {earlier.kind === 'failed' ? text.baselineFailed : null}
    </p>
  ))
}

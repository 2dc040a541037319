import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { attentionReasons } from '../../../domain/attention.ts'
import { LEAST_EARLIER } from '../../../domain/baseline.ts'
import { nowHere } from '../../../domain/calendarDays.ts'
import type { UnitSystem } from '../../../domain/units.ts'
import { metricsText } from '../../../messages/metrics.ts'
import { sheetText as text } from '../../../messages/report.ts'
import { comparedWith } from '../numbers/BaselineNote.tsx'
import { whyNoMetrics } from '../numbers/MetricsPanel.tsx'
import { partOf, show, showMetric } from '../numbers/shownMetric.ts'
import type { ShownMetric } from '../numbers/shownMetric.ts'
import type { Earlier } from '../numbers/useEarlier.ts'
import { beforeOf } from './beforeOf.ts'
import styles from './Sheet.module.css'
import type { Reported } from './useReported.ts'

/** Every metric with unit, extremes and each part, what is odd about it, and what is usual for this athlete. */
export function MetricsPart({
  reported: { session, earlier },
  system,
}: {
  reported: Reported
  system: UnitSystem
}) {
  const reasons = attentionReasons(session, nowHere())
  const shown = session.metrics.map((metric) => showMetric(metric, session.activity, system, reasons))
  if (shown.length === 0) return <p className={styles.none}>{whyNoMetrics(session)}</p>
  const hasExtremes = shown.some(({ numbers }) => (numbers?.values.length ?? 0) > 1)
  // What is compared with nothing is said once, below.
  const hasBefore = earlier.kind === 'read' && earlier.earlier.sessions.length >= LEAST_EARLIER
  return (
    <>
      <table className={`${styles.table} ${styles.groups}`}>
        <colgroup>
          <col data-name />
          <col data-number />
          <col data-unit />
          {hasExtremes ? (
            <>
              <col data-number />
              <col data-number />
            </>
          ) : null}
          {hasBefore ? <col /> : null}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{metricsText.metric}</th>
            <th scope="col" data-number>
              {hasExtremes ? metricsText.average : metricsText.value}
            </th>
            <th scope="col" aria-label={metricsText.units} />
            {hasExtremes ? (
              <>
                <th scope="col" data-number>
                  {metricsText.least}
                </th>
                <th scope="col" data-number>
                  {metricsText.greatest}
                </th>
              </>
            ) : null}
            {hasBefore ? (
              <th scope="col" data-before>
                {text.before}
              </th>
            ) : null}
          </tr>
        </thead>
        {shown.map((metric, index) => (
          <MetricGroup key={index} metric={metric} hasExtremes={hasExtremes}>
            {hasBefore ? <Before metric={metric} earlier={earlier} /> : null}
          </MetricGroup>
        ))}
      </table>
      <p className={styles.remark}>
        {earlier.kind === 'read' ? comparedWith(session, earlier.earlier) : null}
        {earlier.kind === 'reading' ? text.baselineReading : null}
        {earlier.kind === 'failed' ? text.baselineFailed : null}
      </p>
    </>
  )
}

/** The rows of one metric, which stay on one page. `children`: its last cell. */
function MetricGroup({
  metric: { label, numbers, reading, varies, activity, flags, text: words },
  hasExtremes,
  children,
}: {
  metric: ShownMetric
  hasExtremes: boolean
  children: ReactNode
}) {
  const columns = 3 + (hasExtremes ? 2 : 0) + (children ? 1 : 0)
  const parts = varies && numbers && numbers.values.length > 1 ? numbers.values : []
  return (
    <tbody>
      <tr>
        <th scope="row">
          <bdi>{label}</bdi>
        </th>
        {numbers ? (
          <>
            <td data-number data-main>
              {show(reading, numbers.summary.average)}
            </td>
            <td data-unit>{reading.unit}</td>
            {hasExtremes ? (
              <>
                <td data-number>{varies ? show(reading, numbers.summary.min) : ''}</td>
                <td data-number>{varies ? show(reading, numbers.summary.max) : ''}</td>
              </>
            ) : null}
            {children}
          </>
        ) : (
          <td colSpan={columns - 1} dir="auto">
            {words}
          </td>
        )}
      </tr>
      {parts.length > 0 ? (
        <tr data-small>
          <td colSpan={columns}>
            {text.eachPart(partOf(activity))}:{' '}
            {parts.map((value, index) => (
              <Fragment key={index}>
                {index > 0 ? ' · ' : ''}
                <span data-flagged={flags.some(({ part }) => part === index + 1) || undefined}>
                  {value === null ? text.missing : show(reading, value)}
                </span>
              </Fragment>
            ))}
          </td>
        </tr>
      ) : null}
      {flags.map(({ text: said, source }) => (
        <tr key={said} data-small>
          <td colSpan={columns}>
            <strong>! {said}.</strong> {source}
          </td>
        </tr>
      ))}
    </tbody>
  )
}

function Before({ metric, earlier }: { metric: ShownMetric; earlier: Earlier }) {
  const before = beforeOf(metric, earlier)
  return (
    <td data-before>
      {before?.said}
      {before?.unusual ? (
        <>
          {' '}
          <strong className={styles.unusual}>{before.unusual}</strong>
        </>
      ) : null}
    </td>
  )
}

import { metricDefinition, summarize } from '../../../domain/metrics.ts'
import type { Metric, MetricDefinition } from '../../../domain/metrics.ts'
import type { Session } from '../../../domain/session.ts'
import { formatFixed, formatPlain } from '../../../lib/formatNumber.ts'
import { metricsText as text } from '../../../messages/sessionPage.ts'
import { displayValue, readableName } from '../displayValue.ts'
import styles from './MetricsPanel.module.css'

/** More than this many values scroll sideways in a box of their own. */
const FIT = 6

/** Every metric of a session: name, value, unit; over several segments average, extremes and each segment. */
export function MetricsPanel({ session }: { session: Session }) {
  const { metrics, activity, status } = session
  const several = metrics.some(({ value }) => value.kind === 'perSegment' && value.values.length > 1)
  const pending = status === 'queued' || status === 'processing'
  return (
    <section aria-label={text.title} className={styles.panel}>
      <h2>{text.title}</h2>
      {metrics.length === 0 ? (
        <p className={styles.none}>{pending ? text.noneYet : text.none}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text.metric}</th>
              <th scope="col" className={styles.average}>
                {several ? text.average : text.value}
              </th>
              {several ? (
                <>
                  <th scope="col" className={styles.extreme}>
                    {text.least}
                  </th>
                  <th scope="col" className={styles.extreme}>
                    {text.greatest}
                  </th>
                </>
              ) : null}
            </tr>
          </thead>
          {metrics.map((metric, index) => (
            <MetricRows
              key={index}
              metric={metric}
              definition={metricDefinition(activity, metric.name)}
              columns={several ? 3 : 1}
            />
          ))}
        </table>
      )}
    </section>
  )
}

type RowsProps = { metric: Metric; definition: MetricDefinition | null; columns: 1 | 3 }

function MetricRows({ metric, definition, columns }: RowsProps) {
  const { value } = metric
  const label = definition?.label ?? readableName(metric.name)
  const format = (number: number) =>
    definition ? formatFixed(number, definition.decimals) : formatPlain(number)
  const values = value.kind === 'number' ? [value.value] : value.kind === 'perSegment' ? value.values : null
  const summary = values && summarize(values)
  // The same number throughout is said once.
  const varies = summary !== null && (summary.min !== summary.max || values?.includes(null))
  const unit = <span className={styles.unit}> {definition?.unit}</span>
  const name = (
    <th scope="row" title={definition?.explanation} className={styles.name}>
      <bdi>{label}</bdi>
    </th>
  )
  if (!summary) {
    return (
      <tbody className={styles.metric}>
        <tr>
          {name}
          <td colSpan={columns} className={styles.text}>
            {displayValue(value.kind === 'text' ? value.text : value.kind === 'other' ? value.json : null)}
          </td>
        </tr>
      </tbody>
    )
  }
  return (
    <tbody className={styles.metric}>
      <tr>
        {name}
        <td className={styles.number}>
          {format(summary.average)}
          {unit}
        </td>
        {columns === 3 ? (
          <>
            <td className={styles.extreme}>{varies ? format(summary.min) : ''}</td>
            <td className={styles.extreme}>{varies ? format(summary.max) : ''}</td>
          </>
        ) : null}
      </tr>
      {varies && values.length > 1 ? (
        <tr>
          <td colSpan={columns + 1} className={styles.each}>
            <Segments label={label} values={values.map((each) => (each === null ? null : format(each)))} />
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}

function Segments({ label, values }: { label: string; values: (string | null)[] }) {
  // What scrolls must be reachable by keyboard.
  const scrolls =
    values.length > FIT ? { tabIndex: 0, role: 'group', 'aria-label': text.perSegment(label) } : {}
  return (
    <div className={styles.scroll} {...scrolls}>
      <ol className={styles.segments}>
        {values.map((value, index) => (
          <li key={index}>
            <span className="visually-hidden">{text.segment(index + 1)} </span>
            {value ?? <span aria-label={text.missing}>–</span>}
          </li>
        ))}
      </ol>
    </div>
  )
}

import { useRef, useState } from 'react'
import { attentionReasons } from '../../../domain/attention.ts'
import { sessionValue } from '../../../domain/baseline.ts'
import { nowHere } from '../../../domain/calendarDays.ts'
import { KEY_METRICS } from '../../../domain/metrics.ts'
import { isActivity } from '../../../domain/session.ts'
import type { Session } from '../../../domain/session.ts'
import { isUnitSystem, UNIT_SYSTEMS } from '../../../domain/units.ts'
import { metricsText as text } from '../../../messages/metrics.ts'
import { usePlayback } from '../../../player/usePlayback.ts'
import { SelectField } from '../../../ui/fields.tsx'
import type { FilmRoom } from '../filmRoom.ts'
import { BaselineNote } from './BaselineNote.tsx'
import { MetricRows } from './MetricRows.tsx'
import type { Columns } from './MetricRows.tsx'
import styles from './MetricsPanel.module.css'
import { partOf, showMetric } from './shownMetric.ts'
import type { ShownMetric } from './shownMetric.ts'
import { useEarlier } from './useEarlier.ts'
import { useUnits } from '../../../lib/unitStore.ts'
import { useMarkedPart, useParts } from './useParts.ts'

type Props = { session: Session; film: Pick<FilmRoom, 'playback'> }

/**
 * Every metric of a session: value and unit; over several segments or jumps average, extremes and each of them; what is
 * odd about it, what it means, and what is usual for this athlete.
 */
export function MetricsPanel({ session, film }: Props) {
  const [system, setSystem] = useUnits()
  return (
    <section aria-label={text.title} className={styles.panel}>
      <div className={styles.head}>
        <h2>{text.title}</h2>
        {session.metrics.length > 0 ? (
          <SelectField
            label={text.units}
            hideLabel
            value={system}
            options={UNIT_SYSTEMS.map((value) => ({ value, label: text.systems[value] }))}
            onChange={({ currentTarget: { value } }) => {
              if (isUnitSystem(value)) setSystem(value)
            }}
          />
        ) : null}
      </div>
      {session.metrics.length === 0 ? (
        <p className={styles.none}>{whyNoMetrics(session)}</p>
      ) : (
        <Numbers session={session} film={film} system={system} />
      )}
    </section>
  )
}

/** Why a session has no metrics, in words. */
export function whyNoMetrics({ status, activity }: Session): string {
  if (status === 'queued' || status === 'processing') return text.noneYet
  const hasOwn = !isActivity(activity) || KEY_METRICS[activity].length > 0
  return hasOwn ? text.none : text.noneOfActivity
}

function Numbers({ session, film, system }: Props & { system: (typeof UNIT_SYSTEMS)[number] }) {
  const { metrics, activity } = session
  const table = useRef<HTMLTableElement>(null)
  const [now] = useState(() => nowHere())
  const reasons = attentionReasons(session, now)
  const shown = metrics.map((metric) => showMetric(metric, activity, system, reasons))
  const earlier = useEarlier(session)
  const parts = useParts(session)
  const isThere = usePlayback(film.playback, ({ duration }) => duration > 0)
  useMarkedPart(table, film.playback, parts)

  const goTo = (part: number) => {
    const band = parts?.bands[part - 1]
    if (band) film.playback.seekPicture(band.from)
  }
  /** Only where the recording has as many parts as the metric has numbers do the two belong together. */
  const leads = ({ numbers }: ShownMetric) => isThere && parts?.bands.length === numbers?.values.length
  const columns: Columns = {
    extremes: shown.some(({ numbers }) => (numbers?.values.length ?? 0) > 1),
    earlier: earlier.kind === 'reading' || earlier.kind === 'read',
  }
  return (
    <>
      <table role="table" ref={table} className={styles.table} data-columns={columnsName(columns)}>
        <Head columns={columns} />
        {shown.map((metric, index) => (
          <MetricRows
            key={index}
            metric={metric}
            columns={columns}
            earlier={
              earlier.kind === 'read'
                ? earlier.earlier.sessions
                    .map((other) => sessionValue(other, metric.name))
                    .filter((value) => value !== null)
                : null
            }
            onGoTo={leads(metric) ? goTo : null}
          />
        ))}
      </table>
      {shown.some((metric) => metric.varies && leads(metric)) ? (
        <p className={styles.hint}>
          {text.goTo(partOf(activity))} {parts?.equalParts ? text.equalParts : null}
        </p>
      ) : null}
      <BaselineNote session={session} earlier={earlier} />
    </>
  )
}

const columnsName = ({ extremes, earlier }: Columns): string =>
  ['value', extremes && 'extremes', earlier && 'earlier'].filter(Boolean).join(' ')

function Head({ columns }: { columns: Columns }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">
          {text.metric}
        </th>
        <th role="columnheader" scope="col" className={styles.average}>
          {columns.extremes ? text.average : text.value}
        </th>
        {columns.extremes ? (
          <>
            <th role="columnheader" scope="col" className={styles.extreme}>
              {text.least}
            </th>
            <th role="columnheader" scope="col" className={styles.extreme}>
              {text.greatest}
            </th>
          </>
        ) : null}
        {columns.earlier ? (
          <th role="columnheader" scope="col" className={styles.earlierHead}>
            {text.earlier}
          </th>
        ) : null}
      </tr>
    </thead>
  )
}

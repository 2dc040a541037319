import { useState } from 'react'
import { attentionReasons } from '../../../domain/attention.ts'
import { sessionValue } from '../../../domain/baseline.ts'
import { nowHere } from '../../../domain/calendarDays.ts'
import { compareMetrics } from '../../../domain/comparedMetrics.ts'
import type { ComparedMetric } from '../../../domain/comparedMetrics.ts'
import type { Metric } from '../../../domain/metrics.ts'
import type { Session } from '../../../domain/session.ts'
import { isUnitSystem, UNIT_SYSTEMS } from '../../../domain/units.ts'
import type { UnitSystem } from '../../../domain/units.ts'
import { commonText } from '../../../messages/common.ts'
import { comparedMetricsText as text } from '../../../messages/compareFigures.ts'
import { metricsText } from '../../../messages/metrics.ts'
import { SelectField } from '../../../ui/fields.tsx'
import { BaselineNote } from '../numbers/BaselineNote.tsx'
import { showMetric } from '../numbers/shownMetric.ts'
import { useUnits } from '../../../lib/unitStore.ts'
import { useEarlier } from '../numbers/useEarlier.ts'
import type { Earlier } from '../numbers/useEarlier.ts'
import { ComparedRows } from './ComparedRows.tsx'
import type { ComparedValue } from './ComparedRows.tsx'
import styles from './CompareMetrics.module.css'

type Two<T> = { readonly first: T; readonly second: T }

const BOTH = ['first', 'second'] as const

/** Every metric of two sessions in one table: both values, their difference, and what is usual for each athlete. */
export function CompareMetrics({ first, second }: Two<Session>) {
  const [system, setSystem] = useUnits()
  const isEmpty = first.metrics.length === 0 && second.metrics.length === 0
  return (
    <section aria-label={metricsText.title} className={styles.panel}>
      <div className={styles.head}>
        <h2>{metricsText.title}</h2>
        {isEmpty ? null : (
          <SelectField
            label={metricsText.units}
            hideLabel
            value={system}
            options={UNIT_SYSTEMS.map((value) => ({ value, label: metricsText.systems[value] }))}
            onChange={({ currentTarget: { value } }) => {
              if (isUnitSystem(value)) setSystem(value)
            }}
          />
        )}
      </div>
      {isEmpty ? (
        <p className={styles.note}>{text.none}</p>
      ) : (
        <Numbers sessions={{ first, second }} system={system} />
      )}
    </section>
  )
}

function Numbers({ sessions, system }: { sessions: Two<Session>; system: UnitSystem }) {
  const { first, second } = sessions
  const [now] = useState(() => nowHere())
  const earlier: Two<Earlier> = { first: useEarlier(first), second: useEarlier(second) }
  const reasons = { first: attentionReasons(first, now), second: attentionReasons(second, now) }
  const valueOf = (metric: Metric | null, which: keyof Two<Session>): ComparedValue | null => {
    if (!metric) return null
    const read = earlier[which]
    return {
      shown: showMetric(metric, sessions[which].activity, system, reasons[which]),
      earlier:
        read.kind === 'read'
          ? read.earlier.sessions
              .map((other) => sessionValue(other, metric.name))
              .filter((value) => value !== null)
          : null,
      isRead: read.kind === 'reading' || read.kind === 'read',
    }
  }
  const rows = compareMetrics(first, second)
  return (
    <>
      {first.activity === second.activity ? null : (
        <p className={styles.note}>{text.otherActivity(nameOf(first), nameOf(second))}</p>
      )}
      {BOTH.map((which) =>
        sessions[which].metrics.length === 0 ? (
          <p key={which} className={styles.note}>
            {text.noneOf[which]}
          </p>
        ) : null,
      )}
      <table role="table" aria-label={metricsText.title} className={styles.table}>
        <Head sessions={sessions} />
        {rows.map((compared: ComparedMetric, index) => (
          <ComparedRows
            key={index}
            compared={compared}
            first={valueOf(compared.first, 'first')}
            second={valueOf(compared.second, 'second')}
          />
        ))}
      </table>
      <p className={styles.hint}>{text.how}</p>
      {BOTH.map((which) =>
        earlier[which].kind === 'none' ? null : (
          <div key={which} className={styles.before}>
            <p>{text.earlier[which]}</p>
            <BaselineNote session={sessions[which]} earlier={earlier[which]} />
          </div>
        ),
      )}
    </>
  )
}

const nameOf = ({ activity }: Session) => activity || metricsText.missing

function Head({ sessions }: { sessions: Two<Session> }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" className={styles.name}>
          {metricsText.metric}
        </th>
        {BOTH.map((which) => (
          <th key={which} role="columnheader" scope="col">
            <span className={styles.which}>{text[which]}</span>{' '}
            <bdi className={styles.title}>{sessions[which].title || commonText.untitled}</bdi>
          </th>
        ))}
        <th role="columnheader" scope="col" className={styles.differenceHead}>
          {text.difference}
        </th>
      </tr>
    </thead>
  )
}

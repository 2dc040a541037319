import { useSearchParams } from 'react-router'
import { KEY_METRICS } from '../../domain/metrics.ts'
import { isActivity } from '../../domain/session.ts'
import type { Session } from '../../domain/session.ts'
import { nameOfKey } from '../../domain/personLink.ts'
import { isUnitSystem, UNIT_SYSTEMS } from '../../domain/units.ts'
import { useUnits } from '../../lib/unitStore.ts'
import { trendText as text } from '../../messages/athletes.ts'
import { metricsText } from '../../messages/metrics.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/fields.tsx'
import styles from './AthletePage.module.css'
import charts from './charts.module.css'
import type { DaySpan } from './timeAxis.ts'
import { TrendChart } from './TrendChart.tsx'
import type { Trend, TrendGroup } from './trend.ts'
import type { PersonPart } from './useAthlete.ts'
import { MOST_REPORTS } from './useReports.ts'
import type { ReportReading } from './useReports.ts'

/** What the address chooses of the trends there are; else what most sessions have, and of that what is looked at first. */
export function useChosenTrend(groups: readonly TrendGroup[]) {
  const [params, setParams] = useSearchParams()
  const group = groups.find(({ key }) => key === params.get('of')) ?? groups[0] ?? null
  const trend =
    group?.trends.find(({ id }) => id === params.get('metric')) ?? (group ? usualTrend(group) : null)
  const choose = (of: string, metric: string | null) =>
    setParams(
      (present) => {
        const next = new URLSearchParams(present)
        next.set('of', of)
        if (metric === null) next.delete('metric')
        else next.set('metric', metric)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  return { group, trend, choose }
}

function usualTrend({ trends }: TrendGroup): Trend | null {
  const activity = trends[0]?.lines[0]?.points[0]?.session.activity ?? ''
  const keys = isActivity(activity) ? KEY_METRICS[activity] : []
  return keys.map((key) => trends.find(({ id }) => id === key)).find(Boolean) ?? trends[0] ?? null
}

/** One number over time: what is chosen of it, and the line. */
export function TrendPanel({
  parts,
  groups,
  chosen,
  reading,
  span,
}: {
  parts: readonly PersonPart[]
  groups: readonly TrendGroup[]
  chosen: ReturnType<typeof useChosenTrend>
  reading: ReportReading
  span: DaySpan | null
}) {
  const [system, setSystem] = useUnits()
  const { group, trend, choose } = chosen
  return (
    <section aria-label={text.title} className={styles.panel}>
      <h2>{text.title}</h2>
      {group && trend ? (
        <>
          <div className={styles.choices}>
            <SelectField
              label={text.kind}
              value={group.key}
              options={groups.map(({ key, label }) => ({ value: key, label }))}
              onChange={({ currentTarget: { value } }) => choose(value, null)}
            />
            <SelectField
              label={text.metric}
              value={trend.id}
              options={group.trends.map(({ id, label }) => ({ value: id, label }))}
              onChange={({ currentTarget: { value } }) => choose(group.key, value)}
            />
            <SelectField
              label={metricsText.units}
              value={system}
              options={UNIT_SYSTEMS.map((value) => ({ value, label: metricsText.systems[value] }))}
              onChange={({ currentTarget: { value } }) => {
                if (isUnitSystem(value)) setSystem(value)
              }}
            />
          </div>
          {span ? <TrendChart trend={trend} span={span} /> : null}
          <Legend trend={trend} />
          <p className={styles.faint}>
            {trend.lines.every(({ points }) => points.length < 2) ? `${text.tooFew} ` : ''}
            {trend.lines[0]?.side === null ? text.average : ''}
          </p>
        </>
      ) : reading.progress || parts.some(({ source }) => !source.facts.has('metrics')) ? null : (
        <p className={styles.faint}>{text.none}</p>
      )}
      <ReportOffer parts={parts} reading={reading} />
    </section>
  )
}

/** Which line is which side, where there are several. */
function Legend({ trend: { lines } }: { trend: Trend }) {
  if (lines.every(({ side }) => side === null)) return null
  return (
    <ul className={styles.legend}>
      {lines.map(({ side }) =>
        side ? (
          <li key={side}>
            <svg width={28} height={10} aria-hidden>
              <line className={charts.trend} data-side={side} x1={0} x2={28} y1={5} y2={5} />
            </svg>
            {text.sides[side]}
          </li>
        ) : null,
      )}
    </ul>
  )
}

/** Where a source tells its numbers recording by recording only, they are read when somebody asks. */
function ReportOffer({ parts, reading }: { parts: readonly PersonPart[]; reading: ReportReading }) {
  const { progress, failed, reports, start } = reading
  const reported = parts.filter(({ source, read }) => !source.facts.has('metrics') && read !== null)
  const all = reported.flatMap(({ source, read }) =>
    newest(read?.sessions ?? []).map((session) => ({ source, session })),
  )
  const waiting = all.filter(({ session }) => !reports.has(nameOfKey(session)))
  const left = reported.reduce((sum, { read }) => sum + (read?.sessions.length ?? 0), 0) - all.length
  const [first] = reported
  if (progress) return <p role="status">{text.readingReports(progress.done, progress.all)}</p>
  if (!first || (waiting.length === 0 && left === 0)) return null
  return (
    <div className={styles.offer}>
      {failed > 0 ? <p role="alert">{text.reportsFailed(failed)}</p> : null}
      {waiting.length > 0 ? (
        <>
          <p>{text.reportHint(first.source.label, waiting.length)}</p>
          <Button onClick={() => start(waiting)}>{text.readReports}</Button>
        </>
      ) : null}
      {left > 0 ? <p className={styles.faint}>{text.newestOnly(MOST_REPORTS)}</p> : null}
    </div>
  )
}

const newest = (sessions: readonly Session[]): Session[] =>
  sessions.toSorted((a, b) => ((a.recordedAt ?? '') < (b.recordedAt ?? '') ? 1 : -1)).slice(0, MOST_REPORTS)

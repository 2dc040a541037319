import type { ReactNode } from 'react'
import { formatDay, formatRecordedAt } from '../../../domain/recordedAt.ts'
import { todayHere } from '../../../domain/calendarDays.ts'
import type { UnitSystem } from '../../../domain/units.ts'
import { commonText } from '../../../messages/common.ts'
import { reportText, sheetText as text } from '../../../messages/report.ts'
import { ComparedMetricsPart } from './ComparedMetricsPart.tsx'
import { ComparedLanesPart } from './ComparedLanesPart.tsx'
import { CommentsPart } from './CommentsPart.tsx'
import type { ReportComparison } from './comparisonOf.ts'
import { FactsPart } from './FactsPart.tsx'
import { LanesPart } from './LanesPart.tsx'
import { MetricsPart } from './MetricsPart.tsx'
import { NotesPart } from './NotesPart.tsx'
import { usePageStyle } from './pageStyle.ts'
import type { Paper, ReportPart } from './reportStore.ts'
import styles from './Sheet.module.css'
import { SidedPart } from './SidedPart.tsx'
import { StillsPart } from './StillsPart.tsx'
import type { Reported } from './useReported.ts'

export type SheetProps = {
  /** One session, or the two that are compared. */
  reports: readonly Reported[]
  comparison: ReportComparison | null
  paper: Paper
  system: UnitSystem
  language: string
  /** Ids of the lanes that somebody chose; null for the usual ones. */
  chosenLanes: readonly string[] | null
  isIn: (part: ReportPart) => boolean
  isStillIn: (id: string) => boolean
  onDrawn: (id: string, isThere: boolean) => void
  namesSource: boolean
}

/** The report as it is printed, in the colours of paper whatever the theme. */
export function Sheet({ reports, comparison, paper, ...choice }: SheetProps) {
  const titles = reports.map(({ session }) => session.title || commonText.untitled)
  const [first, second] = reports
  const recordedAt = first?.session.recordedAt
  const made = text.made(formatDay(todayHere()))
  usePageStyle(paper, {
    head: titles.join(' – '),
    day: recordedAt ? (formatRecordedAt(recordedAt).split(',')[0] ?? '') : '',
    foot: `${commonText.product} · ${made}`,
  })
  return (
    <article className={styles.sheet} data-paper={paper} aria-label={reportText.preview}>
      <header className={styles.head}>
        <p className={styles.kind}>{second ? text.comparisonKind : text.kind}</p>
        {reports.map((reported, index) => (
          <div key={index} className={styles.session}>
            <h2>
              {second ? <span className={styles.number}>{index + 1}</span> : null}
              <bdi>{titles[index]}</bdi>
            </h2>
            <FactsPart reported={reported} namesSource={choice.namesSource} />
          </div>
        ))}
        {comparison ? (
          <p className={styles.alignment}>
            <strong>{text.alignment}:</strong> {comparison.words}
          </p>
        ) : null}
      </header>
      {first && second && comparison ? (
        <Compared first={first} second={second} comparison={comparison} {...choice} />
      ) : first ? (
        <Numbers reported={first} {...choice} />
      ) : null}
      <OwnParts reports={reports} titles={titles} {...choice} />
    </article>
  )
}

type Choice = Omit<SheetProps, 'reports' | 'comparison' | 'paper'>

/** What is measured of one session. */
function Numbers({ reported, system, chosenLanes, isIn }: Choice & { reported: Reported }) {
  const { series } = reported
  const sided = series.kind === 'read' ? series.analysis.sided : []
  return (
    <>
      {isIn('metrics') && reported.source.facts.has('metrics') ? (
        <Part title={reportText.partNames.metrics}>
          <MetricsPart reported={reported} system={system} />
        </Part>
      ) : null}
      {isIn('sided') && sided.length > 0 ? (
        <Part title={reportText.partNames.sided}>
          <SidedPart sided={sided} />
        </Part>
      ) : null}
      {isIn('lanes') ? (
        <Part title={reportText.partNames.lanes}>
          <LanesPart reported={reported} chosen={chosenLanes} />
        </Part>
      ) : null}
    </>
  )
}

/** What is measured of both, side by side. */
function Compared({
  isIn,
  system,
  chosenLanes,
  ...both
}: Choice & { first: Reported; second: Reported; comparison: ReportComparison }) {
  return (
    <>
      {isIn('metrics') ? (
        <Part title={reportText.partNames.metrics}>
          <ComparedMetricsPart {...both} system={system} />
        </Part>
      ) : null}
      {isIn('lanes') ? (
        <Part title={reportText.partNames.lanes}>
          <ComparedLanesPart {...both} chosen={chosenLanes} />
        </Part>
      ) : null}
    </>
  )
}

/** What people say of each, and show. */
function OwnParts({
  reports,
  titles,
  isIn,
  isStillIn,
  onDrawn,
  language,
}: Choice & Pick<SheetProps, 'reports'> & { titles: readonly string[] }) {
  const stillsOf = ({ stills }: Reported) => stills.filter(({ id }) => isStillIn(id))
  const parts: {
    part: ReportPart
    count: (reported: Reported) => number
    show: (one: Reported) => ReactNode
  }[] = [
    {
      part: 'stills',
      count: (reported) => stillsOf(reported).length,
      show: (reported) => <StillsPart stills={stillsOf(reported)} scale={reported.scale} onDrawn={onDrawn} />,
    },
    {
      part: 'comments',
      count: ({ session }) => session.comments.length,
      show: ({ session }) => <CommentsPart comments={session.comments} language={language} />,
    },
    {
      part: 'notes',
      count: ({ notes, settings }) => notes.length + settings.events.length,
      show: (reported) => <NotesPart reported={reported} />,
    },
  ]
  return parts
    .filter(({ part, count }) => isIn(part) && reports.some((reported) => count(reported) > 0))
    .map(({ part, count, show }) => (
      <Part key={part} title={reportText.partNames[part]}>
        {reports.map((reported, index) =>
          count(reported) > 0 ? (
            <div key={index}>
              {reports.length > 1 ? (
                <h4 className={styles.whose}>
                  <span className={styles.number}>{index + 1}</span>
                  <bdi>{titles[index]}</bdi>
                </h4>
              ) : null}
              {show(reported)}
            </div>
          ) : null,
        )}
      </Part>
    ))
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

import ChevronLeft from 'lucide-react/icons/chevron-left'
import { Link, useParams } from 'react-router'
import type { LoaderFunctionArgs } from 'react-router'
import type { AthleteKey } from '../../domain/personLink.ts'
import { dayOf, formatDay } from '../../domain/recordedAt.ts'
import type { Session } from '../../domain/session.ts'
import { useUnits } from '../../lib/unitStore.ts'
import { athleteText as text } from '../../messages/athletes.ts'
import { commonText } from '../../messages/common.ts'
import { countSessions } from '../../messages/counts.ts'
import { paths } from '../../paths.ts'
import { findSource, servicesContext, useServices } from '../../services.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './AthletePage.module.css'
import { AthleteSessions } from './AthleteSessions.tsx'
import { PartLine } from './PartLine.tsx'
import { SamePerson } from './SamePerson.tsx'
import { SourceMark } from './SourceMark.tsx'
import { dayNumber, spanAround } from './timeAxis.ts'
import { Timeline } from './Timeline.tsx'
import { trendGroups } from './trend.ts'
import { TrendPanel, useChosenTrend } from './TrendPanel.tsx'
import { partName, useAthlete } from './useAthlete.ts'
import type { PersonPart } from './useAthlete.ts'
import { useReports } from './useReports.ts'

export function loader({ context, params }: LoaderFunctionArgs) {
  if (!findSource(context.get(servicesContext), params.source)) throw new Response(null, { status: 404 })
  return null
}

/** One athlete: who it is, and everything recorded of them, of all sources where they are linked. */
export function Component() {
  const { source = '', id = '' } = useParams()
  return <AthleteView key={JSON.stringify([source, id])} athlete={{ source, id }} />
}

function AthleteView({ athlete }: { athlete: AthleteKey }) {
  const several = useServices().sources.length > 1
  const parts = useAthlete(athlete)
  const reading = useReports()
  const [system] = useUnits()
  const sessions = parts.flatMap(({ read }) => read?.sessions ?? [])
  const dated = sessions.filter(({ recordedAt }) => recordedAt !== null)
  const days = dated.map(({ recordedAt }) => dayNumber(recordedAt ?? ''))
  const span = days.length > 0 ? spanAround(days) : null
  const groups = trendGroups(dated, reading.reports, system)
  const chosen = useChosenTrend(groups)
  const [own] = parts
  if (!own) return null
  if (isNotThere(own)) return <NotThere />
  const name = partName(own)
  return (
    <article className={styles.page}>
      <title>{commonText.pageTitle(name)}</title>
      <header className={styles.header}>
        <BackLink />
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <Facts parts={parts} dated={dated} several={several} />
      </header>
      {several ? <SamePerson athlete={athlete} name={own.person?.name ?? ''} /> : null}
      <div className={styles.lines}>
        {parts.map((part) => (
          <PartLine key={part.key.source} part={part} named={parts.length > 1} />
        ))}
      </div>
      {sessions.length > 0 ? (
        <>
          <section aria-label={text.timeline} className={styles.panel}>
            <h2>{text.timeline}</h2>
            {span ? <Timeline sessions={dated} span={span} /> : null}
            <TimeNotes parts={parts} undated={sessions.length - dated.length} />
          </section>
          <TrendPanel parts={parts} groups={groups} chosen={chosen} reading={reading} span={span} />
          <AthleteSessions sessions={sessions} trend={chosen.trend} several={parts.length > 1} />
        </>
      ) : parts.every((part) => part.read?.next === null) ? (
        <p className={styles.faint}>{text.none}</p>
      ) : null}
    </article>
  )
}

/** Neither the directory nor any session knows the id. */
const isNotThere = ({ person, read }: PersonPart): boolean =>
  person === undefined && read !== null && read.next === null && read.sessions.length === 0

function Facts({
  parts,
  dated,
  several,
}: {
  parts: readonly PersonPart[]
  dated: readonly Session[]
  several: boolean
}) {
  const days = dated.map(({ recordedAt }) => dayOf(recordedAt ?? '')).sort()
  const [first, last] = [days[0], days.at(-1)]
  const isWhole = parts.every(({ read }) => read?.next === null)
  const email = parts.map(({ person }) => person?.email).find(Boolean)
  const facts = [
    email,
    isWhole && days.length > 0 ? countSessions(days.length) : null,
    first && last ? `${formatDay(first)}${first === last ? '' : ` – ${formatDay(last)}`}` : null,
  ].filter(Boolean)
  return (
    <p className={styles.facts}>
      {several ? parts.map(({ key }) => <SourceMark key={key.source} source={key.source} />) : null}
      <span>
        <bdi>{facts.join(' · ')}</bdi>
      </span>
    </p>
  )
}

/** What the axis cannot show, and that its clocks are not one. */
function TimeNotes({ parts, undated }: { parts: readonly PersonPart[]; undated: number }) {
  const isUtc = ({ read }: PersonPart) => read?.sessions.some(({ recordedAt }) => recordedAt?.endsWith('Z'))
  const utc = parts.filter(isUtc).map(({ source }) => source.label)
  const local = parts
    .filter((part) => !isUtc(part) && (part.read?.sessions.length ?? 0) > 0)
    .map(({ source }) => source.label)
  return (
    <>
      {utc.length > 0 && local.length > 0 ? (
        <p className={styles.faint}>{text.mixedClocks(utc.join(', '), local.join(', '))}</p>
      ) : null}
      {undated > 0 ? <p className={styles.faint}>{text.undated(undated)}</p> : null}
    </>
  )
}

const BackLink = () => (
  <Link className={styles.back} to={paths.athletes()}>
    <ChevronLeft aria-hidden />
    {text.back}
  </Link>
)

function NotThere() {
  return (
    <div className={styles.page}>
      <title>{commonText.pageTitle(text.notThereTitle)}</title>
      <EmptyState
        level={1}
        title={text.notThereTitle}
        action={<ButtonLink to={paths.athletes()}>{text.back}</ButtonLink>}
      >
        <p>{text.notThere}</p>
      </EmptyState>
    </div>
  )
}

import Ellipsis from 'lucide-react/icons/ellipsis'
import { lazy, Suspense } from 'react'
import { metricDefinition, summarize } from '../../domain/metrics.ts'
import { readableName } from '../../domain/readableName.ts'
import { formatRecordedAt } from '../../domain/recordedAt.ts'
import type { RecordedAt } from '../../domain/recordedAt.ts'
import type { Session, SessionId } from '../../domain/session.ts'
import { formatFixed } from '../../lib/formatNumber.ts'
import { commonText } from '../../messages/common.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { columnText } from '../../messages/views.ts'
import { paths } from '../../paths.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { ActivityMark } from './ActivityMark.tsx'
import type { Fold } from './folding.ts'
import { METRIC_COLUMNS } from './listLayout.ts'
import type { ColumnId, MetricColumn } from './listLayout.ts'
import { SessionStatus } from './SessionStatus.tsx'
import styles from './SessionsTable.module.css'
import { UploaderName } from './UploaderName.tsx'

/** The rules are for those who ask for them, and no part of the first load. */
const loadReasons = () => import('./AttentionReasons.tsx')
const AttentionReasons = lazy(() => loadReasons().then((module) => ({ default: module.AttentionReasons })))

/** What the cells need beside the session. `delays`: sentences about rows whose processing takes long. */
export type CellContext = {
  now: RecordedAt
  delays: ReadonlyMap<SessionId, string>
  /** Whether recorded times name their zone, which takes room. */
  zoned?: boolean
  /** Rows that stand for an assessment. */
  folds?: ReadonlyMap<SessionId, Fold>
}

/**
 * The chosen columns in their order, and the row's menu at the end. Cells are plain elements without a state or a
 * listener of their own: the table hears the clicks on titles (links) and menus (`data-session`).
 */
export function sessionColumns(ids: readonly ColumnId[], context: CellContext): Column<Session>[] {
  const chosen = ids.flatMap((id) => columnOf(id, context) ?? [])
  return [...chosen, ACTIONS]
}

/** The mark of a row whose session was opened on this device. */
export const SEEN_MARK = 'seen'

const faint = (text: string) => <span className={styles.faint}>{text}</span>

const TITLE: Column<Session> = {
  id: 'title',
  header: columnText.names.title,
  width: 200,
  share: 'auto',
  cell: (session, marks) => {
    const unreadable = session.unreadable.length > 0
    const title = session.title || (unreadable ? sessionsText.unreadable : commonText.untitled)
    return (
      <>
        {marks?.includes(SEEN_MARK) ? (
          <span role="img" aria-label={sessionsText.seen} className={styles.seen} />
        ) : null}
        <a href={paths.session(session.source, session.id)} title={title} className={styles.titleLink}>
          <bdi>{title}</bdi>
        </a>
        {unreadable ? (
          <span
            className={styles.unreadable}
            title={sessionsText.unreadableFields(session.unreadable.join(', '))}
          >
            {sessionsText.unreadable}
          </span>
        ) : null}
      </>
    )
  },
}

const ACTIONS: Column<Session> = {
  id: 'actions',
  header: sessionsText.columns.actions,
  hideHeader: true,
  width: 56,
  cell: ({ id, title }) => (
    <button
      type="button"
      className={styles.menuButton}
      aria-haspopup="menu"
      aria-label={sessionsText.actionsFor(title || commonText.untitled)}
      data-session={id}
    >
      <Ellipsis aria-hidden />
    </button>
  ),
}

function columnOf(id: ColumnId, context: CellContext): Column<Session> | null {
  switch (id) {
    case 'title':
      return TITLE
    case 'recorded':
      return {
        id,
        header: columnText.names[id],
        width: context.zoned ? 228 : 192,
        cell: ({ recordedAt }) => (recordedAt ? formatRecordedAt(recordedAt) : faint(commonText.unknownTime)),
      }
    case 'athlete':
      return {
        id,
        header: columnText.names[id],
        width: 120,
        share: 'clamp(120px, 15vw, 220px)',
        cell: ({ athlete }) => (
          <span title={athlete.name || athlete.id}>
            <bdi>{athlete.name || athlete.id || commonText.unknownAthlete}</bdi>
          </span>
        ),
      }
    case 'activity':
      return {
        id,
        header: columnText.names[id],
        width: 178,
        cell: ({ activity }) => <ActivityMark activity={activity} />,
      }
    case 'status':
      return {
        id,
        header: columnText.names[id],
        width: 132,
        share: 'clamp(132px, 11.6vw, 168px)',
        cell: ({ id: session, status }) => (
          <SessionStatus status={status} delay={context.delays.get(session) ?? null} />
        ),
      }
    case 'segments':
      return {
        id,
        header: columnText.names[id],
        width: 86,
        numeric: true,
        cell: ({ segments }) =>
          segments === null ? (
            faint('–')
          ) : (
            <>
              {segments} <span className={styles.unitOnCard}>{sessionsText.segmentsOnCard(segments)}</span>
            </>
          ),
      }
    case 'duration':
      return {
        id,
        header: columnText.names[id],
        width: 100,
        numeric: true,
        namedOnCard: true,
        cell: ({ duration }) => (duration === null ? faint('–') : sessionsText.lasted(duration)),
      }
    case 'assessment':
      return {
        id,
        header: columnText.names[id],
        width: 170,
        namedOnCard: true,
        cell: (session) => <AssessmentCell session={session} fold={context.folds?.get(session.id)} />,
      }
    case 'exercise':
      return {
        id,
        header: columnText.names[id],
        width: 150,
        namedOnCard: true,
        cell: ({ exercise }) => (exercise ? <bdi>{readableName(exercise)}</bdi> : faint('–')),
      }
    case 'uploader':
      return {
        id,
        header: columnText.names[id],
        width: 150,
        namedOnCard: true,
        cell: ({ uploadedBy }) => (uploadedBy ? <UploaderName id={uploadedBy} /> : faint('–')),
      }
    case 'attention':
      // The rows are still on their way.
      void loadReasons().catch(() => undefined)
      return {
        id,
        header: columnText.names[id],
        width: 220,
        share: 'clamp(220px, 19vw, 300px)',
        namedOnCard: true,
        cell: (session) => (
          <Suspense fallback={null}>
            <AttentionReasons session={session} now={context.now} />
          </Suspense>
        ),
      }
    case 'id':
      return {
        id,
        header: columnText.names[id],
        width: 290,
        namedOnCard: true,
        cell: ({ id: own }) => (
          <span className={styles.id} title={own}>
            {own}
          </span>
        ),
      }
    default:
      return metricColumn(id)
  }
}

/** What the recordings of one assessment share; on the row that stands for them, the way to the others. */
function AssessmentCell({ session, fold }: { session: Session; fold: Fold | undefined }) {
  const { assessment } = session
  if (assessment === null) return faint('–')
  if (!fold)
    return (
      <span className={styles.id} title={assessment}>
        {assessment}
      </span>
    )
  return (
    <button
      type="button"
      className={styles.fold}
      aria-expanded={fold.open}
      aria-label={sessionsText.recordingsOfAssessment(fold.count, fold.hasMore)}
      title={assessment}
      data-assessment={assessment}
    >
      {sessionsText.recordings(fold.count, fold.hasMore)}
    </button>
  )
}

function metricColumn(id: ColumnId): Column<Session> | null {
  const column = METRIC_COLUMNS.find((one) => one.id === id)
  if (!column) return null
  const definition = metricDefinition(column.activity, column.metric)
  return {
    id,
    header: definition?.label ?? column.metric,
    width: 132,
    numeric: true,
    namedOnCard: true,
    cell: (session) => <MetricCell session={session} column={column} />,
  }
}

/** The average over the segments or jumps; nothing for a session of another activity. */
function MetricCell({ session, column }: { session: Session; column: MetricColumn }) {
  const value =
    session.activity === column.activity
      ? session.metrics.find(({ name }) => name === column.metric)?.value
      : undefined
  const values = value?.kind === 'number' ? [value.value] : value?.kind === 'perSegment' ? value.values : []
  const summary = summarize(values)
  const definition = metricDefinition(column.activity, column.metric)
  if (!summary || !definition) return faint('–')
  return (
    <span title={summary.count > 1 ? sessionsText.averageOf(summary.count) : undefined}>
      {formatFixed(summary.average, definition.decimals)}
      <span className={styles.unit}> {definition.unit}</span>
    </span>
  )
}

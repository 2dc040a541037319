import { Link } from 'react-router'
import { formatRecordedAt } from '../../domain/recordedAt.ts'
import type { Session } from '../../domain/session.ts'
import { commonText } from '../../messages/common.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { paths } from '../../paths.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { ActivityMark } from './ActivityMark.tsx'
import type { HistoryState } from './listPlace.ts'
import { SessionMenu } from './SessionMenu.tsx'
import { SessionStatus } from './SessionStatus.tsx'
import styles from './SessionsPage.module.css'

const text = sessionsText.columns

/** The list's columns. `list` is what the session's page needs to find its way back. */
export function sessionColumns(list: NonNullable<HistoryState['list']>): Column<Session>[] {
  return [
    {
      id: 'recorded',
      header: text.recorded,
      width: '190px',
      cell: ({ recordedAt }) =>
        recordedAt ? (
          formatRecordedAt(recordedAt)
        ) : (
          <span className={styles.faint}>{commonText.unknownTime}</span>
        ),
    },
    {
      id: 'title',
      header: text.title,
      width: 'auto',
      cell: (session) => <TitleCell session={session} list={list} />,
    },
    {
      id: 'athlete',
      header: text.athlete,
      width: '18%',
      cell: ({ athlete }) => (
        <span title={athlete.name || athlete.id}>
          <bdi>{athlete.name || athlete.id || commonText.unknownAthlete}</bdi>
        </span>
      ),
    },
    {
      id: 'activity',
      header: text.activity,
      width: '184px',
      cell: ({ activity }) => <ActivityMark activity={activity} />,
    },
    {
      id: 'status',
      header: text.status,
      width: '128px',
      cell: ({ status }) => <SessionStatus status={status} />,
    },
    {
      id: 'segments',
      header: text.segments,
      width: '92px',
      numeric: true,
      cell: ({ segments }) =>
        segments === null ? (
          <span className={styles.faint}>–</span>
        ) : (
          <>
            {segments} <span className={styles.unit}>{sessionsText.segmentsOnCard(segments)}</span>
          </>
        ),
    },
    {
      id: 'actions',
      header: text.actions,
      hideHeader: true,
      width: '60px',
      cell: (session) => <SessionMenu session={session} list={list} />,
    },
  ]
}

function TitleCell({ session, list }: { session: Session; list: NonNullable<HistoryState['list']> }) {
  const title =
    session.title || (session.unreadable.length > 0 ? sessionsText.unreadable : commonText.untitled)
  return (
    <>
      <Link
        to={paths.session(session.source, session.id)}
        state={{ list }}
        title={title}
        className={styles.titleLink}
      >
        <bdi>{title}</bdi>
      </Link>
      {session.unreadable.length > 0 ? (
        <span
          className={styles.unreadable}
          title={sessionsText.unreadableFields(session.unreadable.join(', '))}
        >
          {sessionsText.unreadable}
        </span>
      ) : null}
    </>
  )
}

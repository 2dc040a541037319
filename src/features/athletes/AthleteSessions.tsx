import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { nameOfKey } from '../../domain/personLink.ts'
import { formatRecordedAt } from '../../domain/recordedAt.ts'
import type { Session } from '../../domain/session.ts'
import { athleteText as text, trendText } from '../../messages/athletes.ts'
import { commonText } from '../../messages/common.ts'
import { lanesText } from '../../messages/lanes.ts'
import { paths } from '../../paths.ts'
import { showFirst } from '../../queries/athletes.ts'
import { findSource, useServices } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import styles from './AthletePage.module.css'
import { kindOf } from './sessionKinds.ts'
import { SourceMark } from './SourceMark.tsx'
import type { Side, Trend } from './trend.ts'
import { shownValue } from './TrendChart.tsx'

/** Rows drawn at first, and more at a time. */
const SHOWN = 50

type Row = { readonly id: string; readonly session: Session }

/** The sessions, newest first, each with a link and its number of the trend that is shown. */
export function AthleteSessions({
  sessions,
  trend,
  several,
}: {
  sessions: readonly Session[]
  trend: Trend | null
  several: boolean
}) {
  const [most, setMost] = useState(SHOWN)
  const rows = useMemo(
    () =>
      sessions
        .map((session): Row => ({ id: nameOfKey(session), session }))
        .sort((a, b) => ((a.session.recordedAt ?? '') < (b.session.recordedAt ?? '') ? 1 : -1)),
    [sessions],
  )
  const columns = useMemo(() => columnsOf(trend, several), [trend, several])
  const more = Math.min(SHOWN, rows.length - most)
  return (
    <section aria-label={text.table} className={styles.panel}>
      <h2>{text.table}</h2>
      <div className={styles.sheet}>
        <DataTable label={text.table} columns={columns} rows={rows.slice(0, most)} placeholders={0} />
      </div>
      {more > 0 ? (
        <div>
          <Button onClick={() => setMost(most + SHOWN)}>{text.tableMore(more)}</Button>
        </div>
      ) : null}
    </section>
  )
}

function columnsOf(trend: Trend | null, several: boolean): Column<Row>[] {
  const columns: Column<Row>[] = [
    {
      id: 'recorded',
      header: text.columns.recorded,
      width: 232,
      cell: ({ session: { recordedAt } }) =>
        recordedAt ? formatRecordedAt(recordedAt) : commonText.unknownTime,
    },
    {
      id: 'title',
      header: text.columns.title,
      width: 180,
      share: 'auto',
      cell: ({ session }) => <SessionLink session={session} />,
    },
    {
      id: 'kind',
      header: text.columns.kind,
      width: 180,
      cell: ({ session }) => (session.activity ? kindOf(session) : <span className={styles.faint}>–</span>),
    },
  ]
  if (several) {
    columns.push({
      id: 'source',
      header: text.columns.source,
      width: 130,
      cell: ({ session }) => <SourceMark source={session.source} />,
    })
  }
  if (trend) {
    const values = valuesOf(trend)
    columns.push({
      id: 'value',
      header: trend.label,
      width: 150,
      numeric: true,
      namedOnCard: true,
      cell: ({ id }) => values.get(id) ?? <span className={styles.faint}>{trendText.noNumber}</span>,
    })
  }
  return columns
}

function SessionLink({ session }: { session: Session }) {
  const services = useServices()
  const { source, id, title } = session
  const from = findSource(services, source)
  return (
    <Link
      className={styles.session}
      to={paths.session(source, id)}
      onClick={() => from && showFirst(services.queryClient, from, session)}
    >
      <bdi>{title || commonText.untitled}</bdi>
    </Link>
  )
}

/** `L 132.1°  R 130.4°`, by session. */
function valuesOf(trend: Trend): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const { side, points } of trend.lines) {
    for (const { session, value } of points) {
      const key = nameOfKey(session)
      const said = side ? `${letterOf(side)} ${shownValue(trend, value)}` : shownValue(trend, value)
      values.set(key, [values.get(key), said].filter(Boolean).join('  '))
    }
  }
  return values
}

const letterOf = (side: Side): string =>
  side === 'left' || side === 'right' ? lanesText.sides[side] : trendText.sides[side]

import { Link } from 'react-router'
import { formatRecordedAt } from '../../domain/recordedAt.ts'
import { athletesText as text } from '../../messages/athletes.ts'
import { commonText } from '../../messages/common.ts'
import { formatCount } from '../../messages/counts.ts'
import { paths } from '../../paths.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { shownName } from './athleteRows.ts'
import type { AthleteRow } from './athleteRows.ts'
import styles from './AthletesPage.module.css'
import { SourceMark } from './SourceMark.tsx'

const NAME: Column<AthleteRow> = {
  id: 'name',
  header: text.columns.name,
  width: 200,
  share: 'auto',
  cell: ({ name, members: [first] }) => (
    <>
      <Link className={styles.name} to={paths.athlete(first.source, first.id)}>
        <bdi>{name || shownName(first)}</bdi>
      </Link>
      {name && first.email ? <span className={styles.email}> {first.email}</span> : null}
    </>
  ),
}

const SOURCE: Column<AthleteRow> = {
  id: 'source',
  header: text.columns.source,
  width: 140,
  share: 'clamp(140px, 12vw, 190px)',
  cell: ({ members }) => (
    <span className={styles.sources}>
      {members.map(({ source }) => (
        <SourceMark key={source} source={source} />
      ))}
    </span>
  ),
}

const COUNT: Column<AthleteRow> = {
  id: 'count',
  header: text.columns.count,
  width: 120,
  numeric: true,
  namedOnCard: true,
  cell: ({ count, whole }) =>
    count > 0 ? (
      whole ? (
        formatCount(count)
      ) : (
        text.atLeast(count)
      )
    ) : (
      <span className={styles.faint}>{whole ? text.noSessions : text.noneSoFar}</span>
    ),
}

const LAST: Column<AthleteRow> = {
  id: 'last',
  header: text.columns.last,
  width: 290,
  share: 'clamp(290px, 33vw, 440px)',
  cell: ({ last, whole }) =>
    last ? (
      <>
        {last.recordedAt ? formatRecordedAt(last.recordedAt) : commonText.unknownTime}{' '}
        <Link className={styles.session} to={paths.session(last.source, last.id)}>
          <bdi>{last.title || commonText.untitled}</bdi>
        </Link>
        {whole ? null : <span className={styles.faint}> {text.lastSoFar}</span>}
      </>
    ) : (
      <span className={styles.faint}>–</span>
    ),
}

/** Which source somebody belongs to is said where there are several. */
export const athleteColumns = (several: boolean): readonly Column<AthleteRow>[] =>
  several ? [NAME, SOURCE, COUNT, LAST] : [NAME, COUNT, LAST]

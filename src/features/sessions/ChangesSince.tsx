import ArrowRight from 'lucide-react/icons/arrow-right'
import { formatRecordedAt } from '../../domain/recordedAt.ts'
import { changedMeanwhile } from '../../domain/sessionVersion.ts'
import type { SessionVersion, VersionField } from '../../domain/sessionVersion.ts'
import { commonText, statusText } from '../../messages/common.ts'
import { deleteText as text } from '../../messages/deleteSession.ts'
import styles from './ChangesSince.module.css'

/** Athletes' names by id, as far as they are known. */
type Names = Readonly<Record<string, string>>

/** What somebody else changed of a session, field by field: as it was read here, and as it is now. */
export function ChangesSince({
  before,
  now,
  names,
}: {
  before: SessionVersion
  now: SessionVersion
  names: Names
}) {
  return (
    <ul className={styles.changes}>
      {changedMeanwhile(before, now).map((field) => (
        <li key={field}>
          {text.fields[field]}: <Change field={field} before={before} now={now} names={names} />
        </li>
      ))}
    </ul>
  )
}

function Change({
  field,
  before,
  now,
  names,
}: {
  field: VersionField
  before: SessionVersion
  now: SessionVersion
  names: Names
}) {
  if (field === 'comments') return text.otherComments
  if (field === 'analyzed') return now.analyzed ? text.made : text.gone
  return (
    <>
      <bdi>{valueOf(before, field, names)}</bdi> <ArrowRight role="img" aria-label={text.becomes} />{' '}
      <bdi>{valueOf(now, field, names)}</bdi>
    </>
  )
}

function valueOf(
  version: SessionVersion,
  field: Exclude<VersionField, 'comments' | 'analyzed'>,
  names: Names,
): string {
  switch (field) {
    case 'title':
      return version.title || commonText.untitled
    case 'recordedAt':
      return version.recordedAt ? formatRecordedAt(version.recordedAt) : commonText.unknownTime
    case 'activity':
      return version.activity || text.none
    case 'athleteId':
      return names[version.athleteId] || version.athleteId || commonText.unknownAthlete
    case 'status':
      return version.status ? statusText[version.status] : text.none
    case 'segments':
      return version.segments === null ? text.none : String(version.segments)
  }
}

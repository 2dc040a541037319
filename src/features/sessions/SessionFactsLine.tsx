import { Link } from 'react-router'
import { formatRecordedAt } from '../../domain/recordedAt.ts'
import type { Session } from '../../domain/session.ts'
import { commonText } from '../../messages/common.ts'
import { paths } from '../../paths.ts'

/** Which session is meant, in one line: athlete, activity, time. `linked`: the name leads to the athlete's page. */
export function SessionFactsLine({ session, linked = false }: { session: Session; linked?: boolean }) {
  const { source, athlete, activity, recordedAt } = session
  const name = <bdi>{athlete.name || athlete.id || commonText.unknownAthlete}</bdi>
  return (
    <>
      {linked && athlete.id ? <Link to={paths.athlete(source, athlete.id)}>{name}</Link> : name}
      {activity ? (
        <>
          {' · '}
          <bdi>{activity}</bdi>
        </>
      ) : null}
      {` · ${recordedAt ? formatRecordedAt(recordedAt) : commonText.unknownTime}`}
    </>
  )
}

import { formatRecordedAt } from '../../domain/recordedAt.ts'
import type { Session } from '../../domain/session.ts'
import { commonText } from '../../messages/common.ts'

/** Which session is meant, in one line: athlete, activity, time. */
export function SessionFactsLine({ session }: { session: Session }) {
  const { athlete, activity, recordedAt } = session
  return (
    <>
      <bdi>{athlete.name || athlete.id || commonText.unknownAthlete}</bdi>
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

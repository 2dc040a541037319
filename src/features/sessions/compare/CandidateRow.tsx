import { Link } from 'react-router'
import { formatRecordedAt } from '../../../domain/recordedAt.ts'
import type { Session } from '../../../domain/session.ts'
import { commonText } from '../../../messages/common.ts'
import { compareDialogText as text } from '../../../messages/compareDialog.ts'
import { paths } from '../../../paths.ts'
import { ActivityMark } from '../ActivityMark.tsx'
import { useHistoryState } from '../listPlace.ts'
import styles from './CompareDialog.module.css'

/** A session that can be compared with the first: when, what, who. */
export function CandidateRow({
  first,
  second,
  search,
  onPicked,
}: {
  first: Session
  second: Session
  search: string
  onPicked: () => void
}) {
  const { list } = useHistoryState()
  const { recordedAt, title, athlete, activity, analyzedVideoUrl, videoUrl } = second
  const hasVideo = (analyzedVideoUrl ?? videoUrl) !== null
  return (
    <li>
      <Link
        className={styles.row}
        to={paths.compare(first, second, search)}
        state={{ list }}
        onClick={onPicked}
      >
        <span className={styles.recorded}>
          {recordedAt ? formatRecordedAt(recordedAt) : commonText.unknownTime}
        </span>{' '}
        <bdi className={styles.title}>{title || commonText.untitled}</bdi>{' '}
        <bdi className={styles.athlete}>{athlete.name || athlete.id || commonText.unknownAthlete}</bdi>{' '}
        <span className={styles.activity}>
          {activity ? <ActivityMark activity={activity} /> : null}
          {hasVideo ? null : <span className={styles.noVideo}>{text.noVideo}</span>}
        </span>
      </Link>
    </li>
  )
}

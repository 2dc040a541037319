import { formatRecordedAt } from '../../domain/recordedAt.ts'
import type { Session } from '../../domain/session.ts'
import { commonText } from '../../messages/common.ts'
import { editText } from '../../messages/sessions.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './EditSessionForm.module.css'

/** Shows somebody else's change before anything is written over it. */
export function ConflictPanel({
  latest,
  onLoadLatest,
  onKeepMine,
}: {
  latest: Session
  onLoadLatest: () => void
  onKeepMine: () => void
}) {
  return (
    <div role="alert" className={styles.problem}>
      <p className={styles.strong}>{editText.conflictTitle}</p>
      <p>{editText.conflict}</p>
      <p className={styles.theirs}>
        <span className={styles.hint}>{editText.theirs}</span>
        <bdi>{latest.title}</bdi>
        <span>{latest.recordedAt ? formatRecordedAt(latest.recordedAt) : commonText.unknownTime}</span>
      </p>
      <div className={styles.choices}>
        <Button onClick={onLoadLatest}>{editText.loadLatest}</Button>
        <Button onClick={onKeepMine}>{editText.keepEditing}</Button>
      </div>
    </div>
  )
}

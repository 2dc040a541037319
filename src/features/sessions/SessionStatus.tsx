import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleX from 'lucide-react/icons/circle-x'
import LoaderCircle from 'lucide-react/icons/loader-circle'
import type { ProcessingStatus } from '../../domain/session.ts'
import { longerThanUsual } from '../../messages/processing.ts'
import { statusText } from '../../messages/common.ts'
import styles from './marks.module.css'

const ICONS = { queued: CircleDashed, processing: LoaderCircle, completed: CircleCheck, failed: CircleX }

/** Processing state as a mark and a word, and why it takes longer than usual where it does. */
export function SessionStatus({
  status,
  delay = null,
}: {
  status: ProcessingStatus | null
  delay?: string | null
}) {
  if (status === null) return <span className={styles.none}>–</span>
  const Icon = ICONS[status]
  return (
    <span
      className={styles.mark}
      data-status={status}
      data-late={delay !== null || undefined}
      title={delay ?? undefined}
    >
      <Icon />
      <span className={styles.word}>
        {statusText[status]}
        {delay === null ? null : (
          <span className={styles.delay}>
            {longerThanUsual}
            <span className="visually-hidden">: {delay}</span>
          </span>
        )}
      </span>
    </span>
  )
}

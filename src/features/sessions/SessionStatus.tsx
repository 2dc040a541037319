import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleX from 'lucide-react/icons/circle-x'
import LoaderCircle from 'lucide-react/icons/loader-circle'
import type { ProcessingStatus } from '../../domain/session.ts'
import { statusText } from '../../messages/common.ts'
import styles from './marks.module.css'

const ICONS = { queued: CircleDashed, processing: LoaderCircle, completed: CircleCheck, failed: CircleX }

/** Processing state as a mark and a word. */
export function SessionStatus({ status }: { status: ProcessingStatus | null }) {
  if (status === null) return <span className={styles.none}>–</span>
  const Icon = ICONS[status]
  return (
    <span className={styles.mark} data-status={status}>
      <Icon />
      {statusText[status]}
    </span>
  )
}

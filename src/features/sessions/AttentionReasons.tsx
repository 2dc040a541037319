import { attentionReasons } from '../../domain/attention.ts'
import type { RecordedAt } from '../../domain/recordedAt.ts'
import type { Session } from '../../domain/session.ts'
import { reasonText } from '../../messages/attention.ts'
import styles from './AttentionReasons.module.css'

/** Why a session needs attention, each reason in words. */
export function AttentionReasons({ session, now }: { session: Session; now: RecordedAt }) {
  const reasons = attentionReasons(session, now).map((reason) => reasonText(reason, session.activity))
  if (reasons.length === 0) return <span className={styles.none}>–</span>
  return (
    <ul className={styles.reasons} title={reasons.join('\n')}>
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  )
}

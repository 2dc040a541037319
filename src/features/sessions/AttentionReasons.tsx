import { useState } from 'react'
import { attentionReasons } from '../../domain/attention.ts'
import { nowHere } from '../../domain/calendarDays.ts'
import type { RecordedAt } from '../../domain/recordedAt.ts'
import type { Session } from '../../domain/session.ts'
import { attentionText, reasonText } from '../../messages/attention.ts'
import styles from './AttentionReasons.module.css'

/** Why a session needs attention, each reason in words; a dash where it does not. */
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

/** The same on the session's own page; nothing where it does not. */
export function AttentionNote({ session }: { session: Session }) {
  const [now] = useState(() => nowHere())
  if (attentionReasons(session, now).length === 0) return null
  return (
    <div className={styles.note}>
      <span>{attentionText.title}</span>
      <AttentionReasons session={session} now={now} />
    </div>
  )
}

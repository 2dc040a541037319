import { LEAST_EARLIER, UNUSUAL_FROM } from '../../../domain/baseline.ts'
import { readableName } from '../../../domain/readableName.ts'
import { dayOf, formatDay } from '../../../domain/recordedAt.ts'
import type { Session } from '../../../domain/session.ts'
import { formatFixed } from '../../../lib/formatNumber.ts'
import { baselineText as text } from '../../../messages/metrics.ts'
import type { EarlierSessions } from '../../../queries/baseline.ts'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import styles from './Baseline.module.css'
import type { Earlier } from './useEarlier.ts'

const LIMITS = [...UNUSUAL_FROM].map(([count, limit]) => text.limit(formatFixed(limit, 1), count))

/** What the metrics are compared with, or why they are not. */
export function BaselineNote({ session, earlier }: { session: Session; earlier: Earlier }) {
  if (earlier.kind === 'none') return null
  if (earlier.kind === 'failed') {
    return (
      <div className={styles.failed}>
        <ErrorPanel error={earlier.error} title={text.failed} onTryAgain={earlier.tryAgain} />
      </div>
    )
  }
  return (
    <div className={styles.note}>
      <p>{earlier.kind === 'reading' ? text.reading : comparedWith(session, earlier.earlier)}</p>
      {earlier.kind === 'read' && earlier.earlier.sessions.length >= LEAST_EARLIER ? (
        <details>
          <summary>{text.how}</summary>
          {text.method(LIMITS).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </details>
      ) : null}
    </div>
  )
}

/** What a session's metrics are compared with, in words. */
export function comparedWith(
  { activity, exercise }: Session,
  { sessions, lookedAt, whole }: EarlierSessions,
): string {
  const kind = exercise ? text.ofExercise(activity, readableName(exercise)) : activity
  const days = sessions.map(({ recordedAt }) => (recordedAt === null ? '' : formatDay(dayOf(recordedAt))))
  const said =
    sessions.length < LEAST_EARLIER
      ? text.tooFew(sessions.length, kind, LEAST_EARLIER)
      : text.compared(sessions.length, kind, days[0] ?? '', days.at(-1) ?? '')
  return whole ? said : `${said} ${text.lookedAt(lookedAt)}`
}

import { isActivity } from '../../domain/session.ts'
import type { Activity } from '../../domain/session.ts'
import styles from './marks.module.css'

/** One stroke each, drawn to be told apart at 16 px: a stride, a bar, a leap, an arc. */
const SHAPES: Record<Activity, string> = {
  Running: 'M2 13 6 8l4 3 4-8',
  Weightlifting: 'M1 8h14M4 4v8M12 4v8',
  'Vertical Jump': 'M2 13.5h12M8 11V3M5 6l3-3 3 3',
  'Mobility Assessment': 'M3 13V3M3 13h10M3 6a7 7 0 0 1 7 7',
}

/** An activity as a small mark and its word; an unknown one is the word alone. */
export function ActivityMark({ activity }: { activity: string }) {
  return (
    <span className={styles.mark}>
      <svg className={styles.shape} viewBox="0 0 16 16" aria-hidden focusable="false">
        <path d={isActivity(activity) ? SHAPES[activity] : 'M4 8h8'} />
      </svg>
      {activity || '–'}
    </span>
  )
}

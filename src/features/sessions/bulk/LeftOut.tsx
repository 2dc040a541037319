import { refusalText } from '../../../messages/common.ts'
import { selectionText as text } from '../../../messages/selection.ts'
import styles from './bulk.module.css'
import type { Permitted } from './permitted.ts'

/** How many of the selected sessions are not touched, and why. */
export function LeftOut({ refusals }: { refusals: Permitted['refusals'] }) {
  return refusals.map(([refusal, count]) => (
    <p key={refusal} className={styles.warning}>
      {text.leftOut(count, refusalText[refusal])}
    </p>
  ))
}

import { commonText } from '../../messages/common.ts'
import { metricsText } from '../../messages/metrics.ts'
import { videoText } from '../../messages/sessionPage.ts'
import { sessionsText } from '../../messages/sessions.ts'
import styles from './SessionPage.module.css'
import { NARROW, useMediaQuery } from './useMediaQuery.ts'

const ROWS = 8

/** The page's shape while a cold link is read: same places and heights, so that nothing moves when it arrives. */
export function SessionPlaceholder() {
  const narrow = useMediaQuery(NARROW)
  const header = (
    <div className={styles.headerShape} aria-hidden>
      <span className={styles.bone} />
      <span className={styles.bone} data-size="title" />
      <span className={styles.bone} data-size="line" />
    </div>
  )
  return (
    <div className={styles.page} aria-busy>
      <title>{commonText.pageTitle(sessionsText.title)}</title>
      <p role="status" className="visually-hidden">
        {commonText.loading}
      </p>
      {narrow ? null : header}
      <section aria-label={videoText.title} className={styles.stageShape} />
      {narrow ? header : null}
      <section aria-label={metricsText.title} className={styles.numbers} aria-hidden>
        {Array.from({ length: ROWS }, (_, row) => (
          <span key={row} className={styles.bone} data-size="row" />
        ))}
      </section>
    </div>
  )
}

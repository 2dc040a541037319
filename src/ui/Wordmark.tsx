import styles from './Wordmark.module.css'

/** The mark: a joint and the arc it moves through. index.html draws the same one before any script runs. */
export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 24 24" fill="none" aria-hidden focusable="false">
      <path d="M6 3.5 11 13 4.5 20.5M14.2 5.4a8.6 8.6 0 0 1 0 13.6" />
      <circle cx="11" cy="13" r="2.3" />
    </svg>
  )
}

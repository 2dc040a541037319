import { sessionPageText as text } from '../../messages/sessionPage.ts'
import { displayValue } from './displayValue.ts'
import styles from './OtherFields.module.css'

/** Fields of the record that the console does not know: kept, and shown to whoever opens them. */
export function OtherFields({ fields }: { fields: Record<string, unknown> }) {
  const entries = Object.entries(fields)
  if (entries.length === 0) return null
  return (
    <details className={styles.fields}>
      <summary>{text.otherFields(entries.length)}</summary>
      <p className={styles.hint}>{text.otherFieldsHint}</p>
      <dl className={styles.list}>
        {entries.map(([name, value]) => (
          <div key={name} className={styles.field}>
            <dt>{name}</dt>
            <dd dir="auto">{displayValue(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

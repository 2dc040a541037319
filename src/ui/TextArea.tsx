import type { ComponentProps } from 'react'
import { useId } from 'react'
import styles from './TextArea.module.css'

/** A field for several lines, named by its label, which grows with its text. */
export function TextArea({
  label,
  error,
  name = label,
  ...area
}: Omit<ComponentProps<'textarea'>, 'id' | 'name'> & {
  /** What stands over it. */
  label: string
  /** Its name for screen readers, where its place says more to the eye; contains the label. */
  name?: string
  error?: string | null | undefined
}) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        rows={2}
        {...area}
        id={id}
        className={styles.area}
        aria-label={name === label ? undefined : name}
        aria-invalid={Boolean(error) || undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      ) : null}
    </div>
  )
}

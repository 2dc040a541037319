import type { ComponentProps, ReactNode } from 'react'
import { useId } from 'react'
import styles from './fields.module.css'

type FieldProps = {
  label: string
  /** What is wrong with the value; said under the field and tied to it. */
  error?: string | null | undefined
  hint?: string
  /** The label is for screen readers only, where the place says it to the eye. */
  hideLabel?: boolean
}

function Field({
  id,
  label,
  error,
  hint,
  hideLabel,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      {children}
      {hint && !error ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      ) : null}
    </div>
  )
}

const described = (id: string, { error, hint }: FieldProps) =>
  error ? `${id}-error` : hint ? `${id}-hint` : undefined

type TextFieldProps = Omit<ComponentProps<'input'>, 'id'> &
  FieldProps & { start?: ReactNode; end?: ReactNode }

/** A text, search, date or time field, named by its label. `start` and `end` stand inside its frame. */
export function TextField({ label, error, hint, hideLabel, start, end, ...input }: TextFieldProps) {
  const id = useId()
  const field = { label, error, ...(hint ? { hint } : {}), ...(hideLabel ? { hideLabel } : {}) }
  return (
    <Field id={id} {...field}>
      <span className={styles.frame} data-invalid={Boolean(error) || undefined}>
        {start}
        <input
          {...input}
          id={id}
          className={styles.input}
          aria-invalid={Boolean(error) || undefined}
          aria-describedby={described(id, field)}
        />
        {end}
      </span>
    </Field>
  )
}

type SelectFieldProps = Omit<ComponentProps<'select'>, 'id'> &
  FieldProps & { options: readonly { value: string; label: string }[] }

/** A native select, named by its label. */
export function SelectField({ label, error, hint, hideLabel, options, ...select }: SelectFieldProps) {
  const id = useId()
  const field = { label, error, ...(hint ? { hint } : {}), ...(hideLabel ? { hideLabel } : {}) }
  return (
    <Field id={id} {...field}>
      <span className={styles.frame} data-invalid={Boolean(error) || undefined}>
        <select
          {...select}
          id={id}
          className={`${styles.input} ${styles.select}`}
          aria-describedby={described(id, field)}
        >
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </span>
    </Field>
  )
}

/** A checkbox with its words beside it. */
export function CheckboxField({
  label,
  hint,
  ...input
}: Omit<ComponentProps<'input'>, 'id' | 'type'> & { label: string; hint?: string }) {
  const id = useId()
  return (
    <div className={styles.checkbox}>
      <input {...input} id={id} type="checkbox" aria-describedby={hint ? `${id}-hint` : undefined} />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}

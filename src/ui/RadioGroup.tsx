import { useId } from 'react'
import styles from './RadioGroup.module.css'

/** One choice of a few, all of them in sight, named by its legend. `hint` says more about a choice. */
export function RadioGroup<Value extends string>({
  legend,
  options,
  value,
  onChange,
  inline = false,
}: {
  legend: string
  options: readonly { value: Value; label: string; hint?: string }[]
  value: Value
  onChange: (value: Value) => void
  inline?: boolean
}) {
  const id = useId()
  return (
    <fieldset className={styles.group} data-inline={inline || undefined}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map(({ value: offered, label, hint }) => (
        <label key={offered} className={styles.choice}>
          <input
            type="radio"
            name={id}
            value={offered}
            checked={offered === value}
            aria-label={label}
            aria-describedby={hint ? `${id}-${offered}` : undefined}
            onChange={() => onChange(offered)}
          />
          <span>
            {label}
            {hint ? (
              <span id={`${id}-${offered}`} className={styles.hint}>
                {hint}
              </span>
            ) : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

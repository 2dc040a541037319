import ChevronDown from 'lucide-react/icons/chevron-down'
import { useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Combobox, Takeover } from './Combobox.tsx'
import styles from './Combobox.module.css'
import fields from './fields.module.css'
import type { ComboboxOption } from './matchOptions.ts'

export type ComboboxProps = {
  label: string
  /** May come late; a chosen value that is among them shows its label, one that is not shows nothing. */
  options: readonly ComboboxOption[]
  placeholder?: string
  loading?: boolean
  /** Why the options are not there; said in the popup. */
  error?: string | null
  onTryAgain?: () => void
  noOptionsText: string
  /** The popup opens: time to ask for the options. */
  onOpen?: () => void
} & (
  | { multiple?: false; value: string | null; onChange: (value: string | null) => void }
  | {
      multiple: true
      value: readonly string[]
      /** Two choices may follow each other quickly, so each is a change of what is chosen by then. */
      onChange: (change: (values: readonly string[]) => string[]) => void
      /** What the field reads while nobody types in it. */
      summary: string
    }
)

/** Fetches what the fields need at work. */
export const loadCombobox = () => import('./Combobox.tsx')

const preloadCombobox = () => void loadCombobox().catch(() => undefined)

/**
 * A field that finds one or several of many options by typing. Until it is touched it is a plain field that looks the
 * same: most lists are never filtered by it, and its works are a tenth of the page. What was typed meanwhile stays.
 */
export function ComboboxField(props: ComboboxProps) {
  const { label, options, placeholder, value, multiple, onOpen } = props
  const [work, setWork] = useState<{ Field: typeof Combobox; takeover: Takeover } | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const pressed = useRef(false)
  const id = useId()
  const shown = multiple ? props.summary : (options.find((option) => option.value === value)?.label ?? '')
  const wake = () =>
    void loadCombobox().then(
      (module) => {
        const field = input.current
        const focused = document.activeElement === field
        const text = field && field.value !== shown ? field.value : ''
        const opens = focused && pressed.current
        if (opens) onOpen?.()
        // At once, its effects too: a key pressed in between would be lost.
        flushSync(() => setWork({ Field: module.Combobox, takeover: { text, focused, opens } }))
      },
      (error: Error) => {
        // Offline the next touch tries again. Else the host has another version: the page that takes it is asked for,
        // but not while somebody only passes by.
        if (!navigator.onLine || document.activeElement !== input.current) return
        setWork(() => {
          throw error
        })
      },
    )
  // What is chosen can be cleared in the field itself.
  const isChosen = multiple ? value.length > 0 : value !== null
  useEffect(() => {
    if (isChosen) wake()
    // Once: a field that is at work stays so.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isChosen])

  if (work) return <work.Field {...props} takeover={work.takeover} />
  return (
    <div className={`${fields.field} ${styles.combobox}`}>
      <label htmlFor={id} className={fields.label}>
        {label}
      </label>
      <span
        className={`${fields.frame} ${styles.frame}`}
        onPointerEnter={preloadCombobox}
        onClick={() => input.current?.focus()}
        onPointerDown={() => {
          pressed.current = true
        }}
      >
        <input
          // What the page says of the value is shown until somebody types.
          key={shown}
          ref={input}
          id={id}
          role="combobox"
          aria-expanded={false}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          className={`${fields.input} ${styles.input}`}
          defaultValue={shown}
          placeholder={placeholder}
          onFocus={wake}
          onBlur={() => {
            pressed.current = false
          }}
        />
        <span aria-hidden className={styles.end}>
          <ChevronDown />
        </span>
      </span>
    </div>
  )
}

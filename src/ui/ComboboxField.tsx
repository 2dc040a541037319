import useAutocomplete from '@mui/material/useAutocomplete'
import Check from 'lucide-react/icons/check'
import ChevronDown from 'lucide-react/icons/chevron-down'
import X from 'lucide-react/icons/x'
import { useMemo, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { commonText } from '../messages/common.ts'
import { comboboxText } from '../messages/filters.ts'
import { Button } from './Button.tsx'
import styles from './ComboboxField.module.css'
import fields from './fields.module.css'
import { createMatcher } from './matchOptions.ts'
import type { ComboboxOption, Matches } from './matchOptions.ts'

type ComboboxFieldProps = {
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

/** A field that finds one or several of many options by typing (a combobox with a list, ARIA 1.2). */
export function ComboboxField(props: ComboboxFieldProps) {
  const { label, options, placeholder, loading, error, onTryAgain, noOptionsText, onOpen, multiple } = props
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const match = useMemo(() => createMatcher(options), [options])
  // The same choice must stay the same array, or what is being typed would be taken for outdated.
  const chosen = JSON.stringify(props.value)
  const value = useMemo(() => JSON.parse(chosen) as string[] | string | null, [chosen])

  const { setAnchorEl, ...combobox } = useAutocomplete<ComboboxOption, boolean, false, false, string>({
    options,
    multiple: multiple ?? false,
    value,
    getOptionValue: (option) => option.value,
    getOptionKey: (option) => option.value,
    getOptionLabel: (option) => option.label,
    filterOptions: (_all, { inputValue }) => match(inputValue),
    autoHighlight: true,
    disableCloseOnSelect: multiple ?? false,
    blurOnSelect: multiple ? false : 'touch',
    open,
    onOpen: () => {
      setOpen(true)
      onOpen?.()
    },
    onClose: (event, reason) => {
      // Tab may lead to the button in the popup.
      const to = reason === 'blur' ? (event as FocusEvent).relatedTarget : null
      if (!root.current?.contains(to)) setOpen(false)
    },
    onChange: (_event, next, reason, details) => {
      if (!props.multiple) props.onChange(typeof next === 'string' ? next : null)
      else if (reason === 'clear') props.onChange(() => [])
      else if (details) props.onChange(adding(details.option.value, reason === 'selectOption'))
    },
  })
  const matches = combobox.groupedOptions as ComboboxOption[] & Partial<Matches>
  const summary = props.multiple ? props.summary : ''

  const focusInput = () => root.current?.querySelector('input')?.focus()
  const handlePopupKey = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key !== 'Escape') return
    focusInput()
    setOpen(false)
  }
  return (
    <div {...combobox.getRootProps()} ref={root} className={`${fields.field} ${styles.combobox}`}>
      <label {...combobox.getInputLabelProps()} className={fields.label}>
        {label}
      </label>
      <span ref={setAnchorEl} className={`${fields.frame} ${styles.frame}`}>
        <input
          {...combobox.getInputProps()}
          className={`${fields.input} ${styles.input}`}
          placeholder={summary || placeholder}
          data-chosen={summary !== '' || undefined}
          aria-description={summary || undefined}
          {...(summary && !combobox.focused ? { value: summary } : {})}
        />
        {combobox.dirty ? (
          <button {...combobox.getClearProps()} className={styles.end} aria-label={comboboxText.clear(label)}>
            <X aria-hidden />
          </button>
        ) : (
          <button {...combobox.getPopupIndicatorProps()} className={styles.end} aria-hidden>
            <ChevronDown />
          </button>
        )}
      </span>
      {open ? (
        <div
          ref={keepInWindow}
          className={styles.popup}
          data-hints={options.some(({ hint }) => hint) || undefined}
          onMouseDown={(event) => event.preventDefault()}
          onKeyDown={handlePopupKey}
          onBlur={({ relatedTarget }) => {
            if (!root.current?.contains(relatedTarget)) setOpen(false)
          }}
        >
          {matches.length > 0 ? (
            <ul {...combobox.getListboxProps()} className={styles.list}>
              {matches.map((option, index) => {
                const { key, ...item } = combobox.getOptionProps({ option, index })
                return (
                  <li {...item} key={key} className={styles.option}>
                    {multiple ? <Check aria-hidden /> : null}
                    <bdi className={styles.name}>{option.label}</bdi>{' '}
                    {option.hint ? <bdi className={styles.hint}>{option.hint}</bdi> : null}
                  </li>
                )
              })}
            </ul>
          ) : null}
          <div role="status" className={styles.note}>
            {error ? (
              <>
                <p>{error}</p>
                {onTryAgain ? (
                  <Button
                    onClick={() => {
                      // The button goes while it is tried.
                      focusInput()
                      onTryAgain()
                    }}
                  >
                    {commonText.tryAgain}
                  </Button>
                ) : null}
              </>
            ) : loading ? (
              <p>{comboboxText.loading}</p>
            ) : matches.length === 0 ? (
              <p>{noOptionsText}</p>
            ) : matches.more ? (
              <p>{comboboxText.moreOptions(matches.more)}</p>
            ) : null}
          </div>
        </div>
      ) : null}
    </div>
  )
}

const adding = (value: string, add: boolean) => (values: readonly string[]) => {
  const others = values.filter((other) => other !== value)
  return add ? [...others, value] : others
}

/** A popup may be wider than its field. */
function keepInWindow(popup: HTMLElement | null) {
  if (!popup) return
  const over = popup.getBoundingClientRect().right + 8 - document.documentElement.clientWidth
  if (over > 0) popup.style.translate = `${-over}px`
}

import useAutocomplete from '@mui/material/useAutocomplete'
import Check from 'lucide-react/icons/check'
import ChevronDown from 'lucide-react/icons/chevron-down'
import X from 'lucide-react/icons/x'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { commonText } from '../messages/common.ts'
import { comboboxText } from '../messages/filters.ts'
import { Button } from './Button.tsx'
import styles from './Combobox.module.css'
import type { ComboboxProps } from './ComboboxField.tsx'
import fields from './fields.module.css'
import { createMatcher } from './matchOptions.ts'
import type { ComboboxOption, Matches } from './matchOptions.ts'

/** What the resting field hands over when it is touched: words typed by then, and where it stood. */
export type Takeover = { text: string; focused: boolean; opens: boolean }

/** The field at work (a combobox with a list, ARIA 1.2); `ComboboxField` rests in its place until it is touched. */
export function Combobox(props: ComboboxProps & { takeover: Takeover | null }) {
  const { label, options, placeholder, loading, error, onTryAgain, noOptionsText, onOpen, multiple } = props
  const { takeover } = props
  const [open, setOpen] = useState(takeover?.opens ?? false)
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

  const [taken] = useState(takeover)
  useEffect(() => {
    const input = root.current?.querySelector('input')
    if (!input || !taken?.focused) return
    input.focus()
    if (taken.text) typeInto(input, taken.text)
  }, [taken])

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

/** As if it were typed here: the words came a moment before the field that understands them. */
function typeInto(input: HTMLInputElement, text: string) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

/** A popup may be wider than its field. */
function keepInWindow(popup: HTMLElement | null) {
  if (!popup) return
  const over = popup.getBoundingClientRect().right + 8 - document.documentElement.clientWidth
  if (over > 0) popup.style.translate = `${-over}px`
}

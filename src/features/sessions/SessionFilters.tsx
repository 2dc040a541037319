import Search from 'lucide-react/icons/search'
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import { useEffect, useRef, useState } from 'react'
import { ACTIVITIES } from '../../domain/session.ts'
import type { FilterName, SessionQuery } from '../../domain/source.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { useSource } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField, TextField } from '../../ui/fields.tsx'
import { filtersSet } from './listAddress.ts'
import styles from './SessionFilters.module.css'

/** How long typing must rest before it is asked for: short enough to feel at once, long enough for one request. */
const TYPING_RESTS_MS = 100

const ACTIVITY_OPTIONS = [
  { value: '', label: sessionsText.anyActivity },
  ...ACTIVITIES.map((activity) => ({ value: activity, label: activity })),
]

/**
 * Changes the query as it is by then: two changes may come before the first is on the screen. Words that are still
 * being typed (`typing`) stand in history once and not letter by letter.
 */
export type ChangeQuery = (change: (query: SessionQuery) => SessionQuery, typing?: boolean) => void

/** The filters the source offers, on one line; behind one button on a narrow screen. */
export function SessionFilters({ query, onChange }: { query: SessionQuery; onChange: ChangeQuery }) {
  const { filters } = useSource()
  const [open, setOpen] = useState(false)
  const set = filtersSet(query)
  const write = (name: FilterName, value: string, typing = false) =>
    onChange(({ [name]: _before, ...rest }) => (value ? { ...rest, [name]: value } : rest), typing)
  return (
    <div role="search" className={styles.filters} data-open={open}>
      {filters.has('title') ? (
        <TitleFilter title={query.title ?? ''} onChange={(title) => write('title', title, true)} />
      ) : null}
      <Button
        icon={<SlidersHorizontal />}
        className={styles.toggle}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {sessionsText.filtersWith(set.filter((name) => name !== 'title').length)}
      </Button>
      <div className={styles.more}>
        {filters.has('activity') ? (
          <SelectField
            label={sessionsText.filter.activity}
            options={ACTIVITY_OPTIONS}
            value={query.activity ?? ''}
            onChange={(event) => write('activity', event.target.value)}
          />
        ) : null}
        {(['from', 'to'] as const).map((name) =>
          filters.has(name) ? (
            <TextField
              key={name}
              label={sessionsText.filter[name]}
              type="date"
              min="1900-01-01"
              max="9999-12-31"
              value={query[name] ?? ''}
              onChange={(event) => write(name, event.target.value)}
            />
          ) : null,
        )}
        {set.length > 0 ? (
          <Button className={styles.clear} onClick={() => onChange(({ size }) => ({ size }))}>
            {sessionsText.clearFilters}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

/** What is typed lives in the field; the address gets it when typing rests, and gives it back on Back. */
function TitleFilter({ title, onChange }: { title: string; onChange: (title: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const known = useRef(title)
  useEffect(() => {
    // What was sent from here comes back a moment later, when more may have been typed.
    if (title === known.current) return
    known.current = title
    clearTimeout(timer.current)
    if (input.current) input.current.value = title
  }, [title])
  useEffect(() => () => clearTimeout(timer.current), [])

  const send = () => {
    clearTimeout(timer.current)
    const typed = input.current?.value.trim() ?? ''
    if (typed === known.current) return
    known.current = typed
    onChange(typed)
  }
  return (
    <form
      className={styles.title}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextField
        ref={input}
        label={sessionsText.filter.title}
        type="search"
        placeholder={sessionsText.titlePlaceholder}
        maxLength={200}
        autoComplete="off"
        defaultValue={title}
        start={<Search aria-hidden />}
        onChange={() => {
          clearTimeout(timer.current)
          timer.current = setTimeout(send, TYPING_RESTS_MS)
        }}
      />
    </form>
  )
}

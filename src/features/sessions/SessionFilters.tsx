import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import { useState } from 'react'
import { ACTIVITIES } from '../../domain/session.ts'
import type { Session } from '../../domain/session.ts'
import type { FilterName } from '../../domain/source.ts'
import { filtersText } from '../../messages/filters.ts'
import { sessionsText } from '../../messages/sessions.ts'
import type { ListQuery } from '../../queries/sessions.ts'
import { useSource } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckboxField, SelectField } from '../../ui/fields.tsx'
import { DateFilter } from './DateFilter.tsx'
import { FilterChips } from './FilterChips.tsx'
import { describeFilters, useFilterNames } from './filterWords.ts'
import type { FilterWords } from './filterWords.ts'
import { filtersSet } from './listAddress.ts'
import { PersonFilter } from './PersonFilter.tsx'
import { momentNow } from './seen.ts'
import styles from './SessionFilters.module.css'
import { StatusFilter } from './StatusFilter.tsx'
import { TitleFilter } from './TitleFilter.tsx'

const ACTIVITY_OPTIONS = [
  { value: '', label: sessionsText.anyActivity },
  ...ACTIVITIES.map((activity) => ({ value: activity, label: activity })),
]

/**
 * Changes the query as it is by then: two changes may come before the first is on the screen. Words that are still
 * being typed (`typing`) stand in history once and not letter by letter.
 */
export type ChangeQuery = (change: (query: ListQuery) => ListQuery, typing?: boolean) => void

/**
 * The filters the source offers, on one line, behind one button on a narrow screen; below them those that are set.
 * `rows` are those on the screen, undefined while they are on their way: they know names.
 */
export function SessionFilters({
  query,
  rows,
  onChange,
}: {
  query: ListQuery
  rows: readonly Session[] | undefined
  onChange: ChangeQuery
}) {
  const { filters, uploaders, paging } = useSource()
  const [open, setOpen] = useState(false)
  const names = useFilterNames(query, rows)
  const behind = filtersSet(query).filter((name) => name !== 'title')
  const wrongRange = Boolean(query.from && query.to && query.from > query.to)
  const write = (name: Exclude<FilterName, 'status'>, value: string, typing = false) =>
    onChange((before) => (value ? { ...before, [name]: value } : without(before, name)), typing)
  return (
    <div role="search" tabIndex={-1} className={styles.filters} data-open={open}>
      {filters.has('title') ? (
        <TitleFilter
          className={styles.title}
          title={query.title ?? ''}
          onChange={(title) => write('title', title, true)}
        />
      ) : null}
      <Button
        icon={<SlidersHorizontal />}
        className={styles.toggle}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {sessionsText.filtersWith(behind.length)}
      </Button>
      <div className={styles.more}>
        {filters.has('activity') ? (
          <div className={styles.activity}>
            <SelectField
              label={sessionsText.filter.activity}
              options={ACTIVITY_OPTIONS}
              value={query.activity ?? ''}
              onChange={(event) => write('activity', event.target.value)}
            />
          </div>
        ) : null}
        {(['athlete', 'uploader'] as const).map((kind) =>
          filters.has(kind) && (kind === 'athlete' || uploaders) ? (
            <div key={kind} className={styles.person}>
              <PersonFilter
                kind={kind}
                id={query[kind]}
                name={names[kind]}
                onChange={(id) => write(kind, id)}
              />
            </div>
          ) : null,
        )}
        {filters.has('status') ? (
          <div className={styles.status}>
            <StatusFilter
              status={query.status ?? []}
              onChange={(change) =>
                onChange((before) => {
                  const status = change(before.status ?? [])
                  return status.length > 0 ? { ...before, status } : without(before, 'status')
                })
              }
            />
          </div>
        ) : null}
        {filters.has('from') || filters.has('to') ? (
          <div className={styles.days}>
            {(['from', 'to'] as const).map((name) =>
              filters.has(name) ? (
                <DateFilter
                  key={name}
                  name={name}
                  day={query[name] ?? ''}
                  onChange={(day) => write(name, day)}
                />
              ) : null,
            )}
          </div>
        ) : null}
      </div>
      {wrongRange ? (
        <p role="status" className={styles.wrong}>
          {sessionsText.wrongRange}
        </p>
      ) : null}
      <div className={styles.set}>
        <FilterChips
          words={describeFilters(query, names)}
          order={paging === 'continuous' ? filtersText.ownOrder : filtersText.order}
          onRemove={(name) => onChange((before) => without(before, name))}
          onClear={() => onChange(({ size }) => ({ size }))}
        />
        <CheckboxField
          label={filtersText.hideSeen}
          checked={Boolean(query.unseen)}
          onChange={({ target }) =>
            onChange((before) =>
              target.checked ? { ...before, unseen: momentNow() } : without(before, 'unseen'),
            )
          }
        />
      </div>
    </div>
  )
}

function without(query: ListQuery, name: FilterWords['name']): ListQuery {
  const rest = { ...query }
  delete rest[name]
  return rest
}

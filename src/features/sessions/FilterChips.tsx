import X from 'lucide-react/icons/x'
import { withoutDirectionMarks } from '../../domain/directionMarks.ts'
import { filtersText } from '../../messages/filters.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './FilterChips.module.css'
import type { FilterWords } from './filterWords.ts'

/** What the list is filtered by, each with a way out, and one way out of all. */
export function FilterChips({
  words,
  order,
  onRemove,
  onClear,
}: {
  words: readonly FilterWords[]
  /** How the rows stand; said where nothing is filtered. */
  order: string
  onRemove: (name: FilterWords['name']) => void
  onClear: () => void
}) {
  if (words.length === 0) return <p className={styles.order}>{order}</p>
  return (
    <div className={styles.row}>
      <ul role="list" aria-label={filtersText.filtersSet} className={styles.chips}>
        {words.map(({ name, label, value }) => (
          <li key={name}>
            <button
              type="button"
              className={styles.chip}
              aria-label={filtersText.removeFilter(
                withoutDirectionMarks(value === null ? label : filtersText.filterSet(label) + value),
              )}
              onClick={({ currentTarget }) => {
                leaveFocus(currentTarget.closest('li'))
                onRemove(name)
              }}
            >
              {value === null ? <span>{label}</span> : <span>{filtersText.filterSet(label)}</span>}
              {value === null ? null : <bdi className={styles.value}>{value}</bdi>}
              <X aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <Button
        className={styles.clear}
        onClick={({ currentTarget }) => {
          focusFilters(currentTarget)
          onClear()
        }}
      >
        {sessionsText.clearFilters}
      </Button>
    </div>
  )
}

/** A chip that goes hands the focus to the next one, the last one to the filters, and not to nowhere. */
function leaveFocus(chip: Element | null) {
  const next = (chip?.nextElementSibling ?? chip?.previousElementSibling)?.querySelector('button')
  if (next) next.focus()
  else if (chip) focusFilters(chip)
}

const focusFilters = (inside: Element) =>
  inside.closest<HTMLElement>('[role="search"]')?.focus({ preventScroll: true })

import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import type { CursorPages } from '../../lib/useCursorPages.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/fields.tsx'
import { isSieved } from '../../queries/sessions.ts'
import type { ListQuery } from '../../queries/sessions.ts'
import { filtersSet, PAGE_SIZES } from './listAddress.ts'
import styles from './ListPager.module.css'

const SIZES = PAGE_SIZES.map((size) => ({ value: String(size), label: String(size) }))

/** Where the reader stands in the list, and the ways on. Page numbers are not shown: a cursor has none. */
export function ListPager({
  pages,
  query,
  lookedAt,
  hidden,
  reading,
  onReadOn,
  onPrevious,
  onNext,
  onSize,
}: {
  pages: CursorPages<unknown>
  query: ListQuery
  /** Rows that were read for those that are given, in a view that sieves them. */
  lookedAt: number
  /** How many of those the reader had seen before. */
  hidden: number
  reading: boolean
  onReadOn: () => void
  /** Turn the page; null where there is none. */
  onPrevious: (() => void) | null
  onNext: (() => void) | null
  onSize: (size: number) => void
}) {
  const { size } = query
  return (
    <div className={styles.pager}>
      <p role="status" className={styles.status}>
        {describe(pages, query, lookedAt, hidden)}
      </p>
      {pages.canReadOn ? (
        <Button busy={reading} onClick={onReadOn}>
          {reading ? sessionsText.lookingFurther : sessionsText.lookFurther}
        </Button>
      ) : null}
      <div className={styles.size}>
        <span aria-hidden>{sessionsText.rowsPerPage}</span>
        <SelectField
          label={sessionsText.rowsPerPage}
          hideLabel
          options={SIZES}
          value={String(size)}
          onChange={(event) => onSize(Number(event.target.value))}
        />
      </div>
      <Button
        icon={<ChevronLeft />}
        aria-label={sessionsText.previousPage}
        aria-disabled={onPrevious === null}
        onClick={() => onPrevious?.()}
      >
        <span className={styles.word}>{sessionsText.previous}</span>
      </Button>
      <Button aria-label={sessionsText.nextPage} aria-disabled={onNext === null} onClick={() => onNext?.()}>
        <span className={styles.word}>{sessionsText.next}</span>
        <ChevronRight />
      </Button>
    </div>
  )
}

function describe(
  { rows, first, total, given, isLoading }: CursorPages<unknown>,
  query: ListQuery,
  lookedAt: number,
  hidden: number,
): string {
  if (isLoading) return ''
  if (isSieved(query)) {
    const shown = query.attention ? sessionsText.needing(given) : sessionsText.shown(given)
    return sessionsText.sievedOf(shown, query.unseen ? hidden : null, lookedAt, total)
  }
  if (rows.length === 0) return sessionsText.noRows
  const last = first + rows.length
  return filtersSet(query).length > 0
    ? sessionsText.loadedOf(last, total)
    : sessionsText.rowsOf(first + 1, last, total)
}

import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import type { CursorPages } from '../../lib/useCursorPages.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/fields.tsx'
import type { ListQuery } from '../../queries/sessions.ts'
import { filtersSet, PAGE_SIZES } from './listAddress.ts'
import styles from './ListPager.module.css'

const SIZES = PAGE_SIZES.map((size) => ({ value: String(size), label: String(size) }))

/** Where the reader stands in the list, and the ways on. Page numbers are not shown: a cursor has none. */
export function ListPager({
  pages,
  query,
  lookedAt,
  reading,
  onReadOn,
  onStand,
  onSize,
}: {
  pages: CursorPages<unknown>
  query: ListQuery
  /** Rows that were read for those that are given, in a view that sieves them. */
  lookedAt: number
  reading: boolean
  onReadOn: () => void
  onStand: (row: number) => void
  onSize: (size: number) => void
}) {
  const { size } = query
  return (
    <div className={styles.pager}>
      <p role="status" className={styles.status}>
        {describe(pages, query, lookedAt)}
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
        aria-disabled={!pages.hasPrevious}
        onClick={() => onStand(Math.max(0, pages.first - size))}
      >
        <span className={styles.word}>{sessionsText.previous}</span>
      </Button>
      <Button
        aria-label={sessionsText.nextPage}
        aria-disabled={!pages.hasNext}
        // A screen may stand half full while the rest of it is on its way: the next one begins where it ends.
        onClick={() => onStand(pages.first + (pages.rows.length || size))}
      >
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
): string {
  if (isLoading) return ''
  if (query.attention) return sessionsText.needingOf(given, lookedAt, total)
  if (rows.length === 0) return sessionsText.noRows
  const last = first + rows.length
  return filtersSet(query).length > 0
    ? sessionsText.loadedOf(last, total)
    : sessionsText.rowsOf(first + 1, last, total)
}

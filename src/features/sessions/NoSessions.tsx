import { sessionsText as text } from '../../messages/sessions.ts'
import { isSieved } from '../../queries/sessions.ts'
import type { ListQuery } from '../../queries/sessions.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { quoteFilters, useFilterWords } from './filterWords.ts'

const NO_ROWS: never[] = []

/** Why the list is empty: no sessions at all, none that match, or none that needs attention. */
export function NoSessions({
  query,
  lookedAt,
  hidden,
  total,
  onClear,
}: {
  query: ListQuery
  lookedAt: number
  /** How many of those are left out because the reader had seen them. */
  hidden: number
  total: number | null
  onClear: () => void
}) {
  const words = useFilterWords(query, NO_ROWS)
  if (words.length === 0) {
    return (
      <EmptyState title={text.emptyTitle}>
        <p>{text.empty}</p>
      </EmptyState>
    )
  }
  const calm = isSieved(query) && lookedAt > 0
  const calmTitle = hidden > 0 ? text.allSeenTitle : text.calmTitle
  return (
    <EmptyState
      title={calm ? calmTitle : text.noMatchTitle}
      action={<Button onClick={onClear}>{text.clearFilters}</Button>}
    >
      {calm ? <p>{text.calm(lookedAt, total)}</p> : null}
      <p>{text.noMatch(quoteFilters(words))}</p>
    </EmptyState>
  )
}

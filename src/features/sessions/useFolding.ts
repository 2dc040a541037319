import { useCallback, useMemo, useState } from 'react'
import type { Session, SessionId } from '../../domain/session.ts'
import { foldAssessments, NO_FOLDS } from './folding.ts'
import type { Folded } from './folding.ts'
import type { SelectSessions } from './useSelection.ts'

type Folding = Folded & {
  /** Opens an assessment, or closes it. */
  onFold: (assessment: string) => void
  /** Selecting a row that stands for an assessment selects what it stands for. */
  selection: SelectSessions
}

/**
 * The rows with each assessment folded into one, while that is `on`. Which are open lasts as long as the list. `hasMore`:
 * the list goes on behind the rows.
 */
export function useFolding(
  rows: Session[],
  on: boolean,
  selection: SelectSessions,
  hasMore: boolean,
): Folding {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set())
  const folded = useMemo(
    () => (on ? foldAssessments(rows, open, hasMore) : { rows, folds: NO_FOLDS }),
    [rows, on, open, hasMore],
  )
  const onFold = useCallback(
    (assessment: string) =>
      setOpen((before) => {
        const next = new Set(before)
        if (!next.delete(assessment)) next.add(assessment)
        return next
      }),
    [],
  )
  const { selected, onToggle } = selection
  const { folds } = folded
  const toggleAll = (id: SessionId, range: boolean) => {
    const fold = folds.get(id)
    onToggle(id, range)
    if (!fold || fold.open) return
    for (const other of rows) {
      if (other.assessment !== fold.assessment || other.id === id) continue
      if (selected.has(other.id) === selected.has(id)) onToggle(other.id, false)
    }
  }
  return { ...folded, onFold, selection: on ? { ...selection, onToggle: toggleAll } : selection }
}

import type { Session, SessionId } from '../../domain/session.ts'

/**
 * A row that stands for all loaded recordings of its assessment; while it is open the others follow it. `hasMore`: there
 * may be others that are not loaded.
 */
export type Fold = {
  readonly assessment: string
  readonly count: number
  readonly hasMore: boolean
  readonly open: boolean
}

export type Folded = { readonly rows: Session[]; readonly folds: ReadonlyMap<SessionId, Fold> }

export const NO_FOLDS: ReadonlyMap<SessionId, Fold> = new Map()

/**
 * Folds the rows of each assessment into the first of them. Those in `open` are shown behind it; an assessment of which
 * one recording is loaded, and a recording that stands alone, stay rows as they are.
 */
export function foldAssessments(
  rows: readonly Session[],
  open: ReadonlySet<string>,
  hasMore: boolean,
): Folded {
  const groups = new Map<string, Session[]>()
  for (const row of rows) {
    const key = row.assessment === null ? `alone ${row.id}` : `of ${row.assessment}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  const folds = new Map<SessionId, Fold>()
  const shown = [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first || first.assessment === null || group.length === 1) return group
    const isOpen = open.has(first.assessment)
    folds.set(first.id, { assessment: first.assessment, count: group.length, hasMore, open: isOpen })
    return isOpen ? group : [first]
  })
  return { rows: shown, folds }
}

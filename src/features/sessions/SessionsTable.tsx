import { memo, useCallback, useMemo, useState } from 'react'
import type { MouseEvent } from 'react'
import { useNavigate } from 'react-router'
import { nowHere } from '../../domain/calendarDays.ts'
import type { Session, SessionId } from '../../domain/session.ts'
import { delayText } from '../../messages/processing.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { useSource } from '../../services.ts'
import { preloadMenu } from '../../ui/ActionMenu.tsx'
import { DataTable, SELECT_WIDTH, tableWidth } from '../../ui/DataTable.tsx'
import type { RowSelection } from '../../ui/DataTable.tsx'
import { NO_FOLDS } from './folding.ts'
import type { Fold } from './folding.ts'
import type { ListLayout } from './listLayout.ts'
import { useSeen } from './seen.ts'
import { SEEN_MARK, sessionColumns } from './sessionColumns.tsx'
import { SessionMenu } from './SessionMenu.tsx'
import styles from './SessionsTable.module.css'
import { useLiveProcessing } from './useLiveProcessing.ts'
import { useMediaQuery } from './useMediaQuery.ts'

/** What stands left and right of the table on a wide screen. */
const MARGINS = 50

/**
 * The rows of one screen. One listener hears the clicks on all titles and menus, and there is one menu: what is made
 * for each row is what makes a page slow. `search` and `row` say where in which list the rows stand, for the way back
 * from a session's page.
 */
export const SessionsTable = memo(function SessionsTable({
  rows,
  placeholders,
  search,
  row,
  layout,
  attention,
  selection,
  folds = NO_FOLDS,
  onFold,
}: {
  rows: Session[]
  placeholders: number
  search: string
  row: number
  layout: ListLayout
  /** The view of what needs attention shows why, whatever columns are chosen. */
  attention: boolean
  selection: RowSelection<Session>
  /** Rows that stand for an assessment; `onFold` opens one, or closes it. */
  folds?: ReadonlyMap<SessionId, Fold>
  onFold?: (assessment: string) => void
}) {
  const navigate = useNavigate()
  const delays = useLiveProcessing(useSource(), rows)
  const [menu, setMenu] = useState<{ session: Session; anchor: HTMLElement } | null>(null)
  const [now] = useState(() => nowHere())

  const seen = useSeen()
  const rowMark = useCallback((session: Session) => marksOf(session, seen.has(session.id)), [seen])

  const zoned = rows.some(({ recordedAt }) => recordedAt?.endsWith('Z'))
  const late = JSON.stringify([...delays].map(([id, delay]) => [id, delayText(delay)]))
  const columns = useMemo(
    () =>
      sessionColumns(attention ? withAttention(layout.columns) : layout.columns, {
        now,
        delays: new Map(JSON.parse(late) as [string, string][]),
        folds,
        zoned,
      }),
    [attention, layout.columns, now, late, folds, zoned],
  )
  const tooWide = useMediaQuery(`(max-width: ${tableWidth(columns) + SELECT_WIDTH + MARGINS}px)`)

  const hear = (event: MouseEvent) => {
    const target = event.target as Element
    const fold = target.closest<HTMLElement>('button[data-assessment]')?.dataset['assessment']
    if (fold !== undefined) return onFold?.(fold)
    const button = target.closest<HTMLElement>('button[data-session]')
    const session = button && rows.find(({ id }) => id === button.dataset['session'])
    if (session) return setMenu({ session, anchor: button })
    const link = target.closest('a')
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return
    event.preventDefault()
    const nth = link.closest('tr')?.sectionRowIndex
    void navigate(link.pathname, { state: { list: { search, row, nth } } })
  }

  return (
    <div
      className={styles.rows}
      data-wide={tooWide || undefined}
      onClick={hear}
      onPointerOver={preloadOnButton}
    >
      <DataTable
        label={sessionsText.title}
        columns={columns}
        rows={rows}
        placeholders={placeholders}
        rowMark={rowMark}
        selection={selection}
      />
      {menu ? <SessionMenu {...menu} place={{ search, row }} onClose={() => setMenu(null)} /> : null}
    </div>
  )
})

const preloadOnButton = ({ target }: { target: EventTarget }) => {
  if ((target as Element).closest('button')) preloadMenu()
}

function withAttention(columns: ListLayout['columns']): ListLayout['columns'] {
  if (columns.includes('attention')) return columns
  return columns.flatMap((id) => (id === 'title' ? [id, 'attention' as const] : id))
}

const marksOf = ({ unreadable }: Session, seen: boolean): string | undefined =>
  [unreadable.length > 0 ? 'unreadable' : '', seen ? SEEN_MARK : ''].filter(Boolean).join(' ') || undefined

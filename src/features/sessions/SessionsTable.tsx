import { memo, useMemo, useState } from 'react'
import type { MouseEvent } from 'react'
import { useNavigate } from 'react-router'
import { nowHere } from '../../domain/calendarDays.ts'
import type { Session } from '../../domain/session.ts'
import { delayText } from '../../messages/processing.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { useSource } from '../../services.ts'
import { preloadMenu } from '../../ui/ActionMenu.tsx'
import { DataTable, tableWidth } from '../../ui/DataTable.tsx'
import type { ListLayout } from './listLayout.ts'
import { sessionColumns } from './sessionColumns.tsx'
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
}: {
  rows: Session[]
  placeholders: number
  search: string
  row: number
  layout: ListLayout
  /** The view of what needs attention shows why, whatever columns are chosen. */
  attention: boolean
}) {
  const navigate = useNavigate()
  const delays = useLiveProcessing(useSource(), rows)
  const [menu, setMenu] = useState<{ session: Session; anchor: HTMLElement } | null>(null)
  const [now] = useState(() => nowHere())

  const late = JSON.stringify([...delays].map(([id, delay]) => [id, delayText(delay)]))
  const columns = useMemo(
    () =>
      sessionColumns(attention ? withAttention(layout.columns) : layout.columns, {
        now,
        delays: new Map(JSON.parse(late) as [string, string][]),
      }),
    [attention, layout.columns, now, late],
  )
  const tooWide = useMediaQuery(`(max-width: ${tableWidth(columns) + MARGINS}px)`)

  const hear = (event: MouseEvent) => {
    const target = event.target as Element
    const button = target.closest<HTMLElement>('button[data-session]')
    const session = button && rows.find(({ id }) => id === button.dataset['session'])
    if (session) return setMenu({ session, anchor: button })
    const link = target.closest('a')
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return
    event.preventDefault()
    void navigate(link.pathname, { state: { list: { search, row } } })
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
        rowMark={markUnreadable}
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

const markUnreadable = ({ unreadable }: Session) => (unreadable.length > 0 ? 'unreadable' : undefined)

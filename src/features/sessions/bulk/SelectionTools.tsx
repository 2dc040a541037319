import X from 'lucide-react/icons/x'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { makeJob, MOST_ITEMS } from '../../../domain/bulkWork.ts'
import type { BulkAction } from '../../../domain/bulkWork.ts'
import { canDelete, canEdit } from '../../../domain/permissions.ts'
import type { Session } from '../../../domain/session.ts'
import { refusalText } from '../../../messages/common.ts'
import { bulkDockText } from '../../../messages/bulkDock.ts'
import { selectionText as text } from '../../../messages/selection.ts'
import { useCaller } from '../../../queries/useCaller.ts'
import { useServices, useSource } from '../../../services.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { focusContent } from '../../../ui/focusContent.ts'
import { useNotices } from '../../../ui/Notices.tsx'
import { useShortcuts } from '../../../ui/shortcuts.ts'
import type { SelectSessions } from '../useSelection.ts'
import { BulkDeleteDialog } from './BulkDeleteDialog.tsx'
import { permitted } from './permitted.ts'
import { RetitleDialog } from './RetitleDialog.tsx'
import styles from './SelectionTools.module.css'
import { useBulkQueue } from './useBulkQueue.ts'

/** How many sessions are selected, and what can be done with them. */
export function SelectionTools({
  selection,
  selected,
  rows,
  onExport,
}: {
  selection: SelectSessions
  /** What is selected, in the list's order. */
  selected: readonly Session[]
  /** Those on the screen. */
  rows: readonly Session[]
  onExport: () => void
}) {
  const source = useSource()
  const { auth } = useServices()
  const caller = useCaller(source)
  const { queue, state } = useBulkQueue(source)
  const { say, warn } = useNotices()
  const [dialog, setDialog] = useState<BulkAction | null>(null)
  const bar = useLeftFocus()
  const here = rows.filter(({ id }) => selection.selected.has(id)).length

  const begin = async (action: BulkAction, changes: { session: Session; newTitle?: string }[]) => {
    const user = auth.current()
    if (!user) return
    setDialog(null)
    const account = { id: user.id, email: user.email }
    const startedAt = new Date().toISOString()
    const job = makeJob({ source: source.id, action, account, startedAt, changes })
    if (await queue.start(job)) {
      say(bulkDockText.running[action](changes.length))
      selection.clear()
    } else warn(bulkDockText.busy)
  }

  /** Why it cannot be begun with any of them. */
  const refusal = (may: typeof canEdit): string | null => {
    if (state.job && state.phase !== 'finished') return text.underWay
    if (selected.length > MOST_ITEMS) return text.tooMany(MOST_ITEMS)
    const { sessions, refusals } = permitted(may, caller, source, selected)
    return sessions.length === 0 && refusals[0] ? refusalText[refusals[0][0]] : null
  }

  const open = (action: BulkAction) => {
    const refused = refusal(action === 'delete' ? canDelete : canEdit)
    if (refused === null) setDialog(action)
    else warn(refused)
  }
  useSelectionShortcuts({ open: source.writer ? open : null, onExport })

  return (
    <div ref={bar} className={styles.bar} role="group" aria-label={text.bar}>
      <IconButton label={text.clear} icon={<X />} onClick={selection.clear} />
      <p role="status" className={styles.count}>
        <strong>{text.selected(selected.length)}</strong>
        {here < selected.length ? (
          <span className={styles.elsewhere}> · {text.elsewhere(selected.length - here)}</span>
        ) : null}
      </p>
      <div className={styles.ways}>
        <Button aria-label={text.exportSelected} onClick={onExport}>
          {text.exportThem}
        </Button>
        {source.writer ? (
          <>
            <Button disabledReason={refusal(canEdit)} onClick={() => setDialog('retitle')}>
              {text.retitle}
            </Button>
            <Button variant="danger" disabledReason={refusal(canDelete)} onClick={() => setDialog('delete')}>
              {text.remove}
            </Button>
          </>
        ) : null}
      </div>
      {dialog === 'delete' ? (
        <BulkDeleteDialog
          selected={selected}
          onExport={onExport}
          onDelete={(sessions) =>
            void begin(
              'delete',
              sessions.map((session) => ({ session })),
            )
          }
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'retitle' ? (
        <RetitleDialog
          selected={selected}
          onRetitle={(changes) => void begin('retitle', changes)}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  )
}

/** A bar that goes while it has the focus leaves it to the page. */
function useLeftFocus() {
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = bar.current
    return () => {
      if (element?.contains(document.activeElement)) focusContent()
    }
  }, [])
  return bar
}

/** What the bar offers, by keyboard. */
function useSelectionShortcuts(commands: {
  open: ((action: BulkAction) => void) | null
  onExport: () => void
}) {
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  useShortcuts(
    useMemo(
      () => ({
        title: text.bar,
        shortcuts: [
          { keys: ['e'], label: text.exportSelected, run: () => latest.current.onExport() },
          { keys: ['t'], label: text.retitle, run: () => latest.current.open?.('retitle') },
          { keys: ['Delete', '#'], label: text.remove, run: () => latest.current.open?.('delete') },
        ],
      }),
      [],
    ),
  )
}

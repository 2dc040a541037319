import ChevronDown from 'lucide-react/icons/chevron-down'
import { lazy, Suspense, useState } from 'react'
import { todayHere } from '../../domain/calendarDays.ts'
import { viewsText } from '../../messages/views.ts'
import type { ListQuery } from '../../queries/sessions.ts'
import { ActionMenu } from '../../ui/ActionMenu.tsx'
import type { MenuEntry } from '../../ui/ActionMenu.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import type { ColumnId, ListLayout } from './listLayout.ts'
import { currentView, sameColumns, updateView, viewAddress } from './savedViews.ts'
import type { View } from './savedViews.ts'
import { useSavedViews } from './useSavedViews.ts'
import styles from './ViewsMenu.module.css'

const loadSave = () => import('./SaveViewDialog.tsx')
const loadManage = () => import('./ManageViewsDialog.tsx')
const SaveViewDialog = lazy(() => loadSave().then((module) => ({ default: module.SaveViewDialog })))
const ManageViewsDialog = lazy(() => loadManage().then((module) => ({ default: module.ManageViewsDialog })))

/** Fetches the dialogs of views. */
export const loadViewDialogs = () => Promise.all([loadSave(), loadManage()])

const preloadViewDialogs = () => void loadViewDialogs().catch(() => undefined)

/**
 * The views, in a menu named by the one on the screen. `onPick` gets the search part of an address and the columns to
 * show; null leaves them as they are.
 */
export function ViewsMenu({
  query,
  layout,
  onPick,
}: {
  query: ListQuery
  layout: ListLayout
  onPick: (search: string, columns: ColumnId[] | null) => void
}) {
  const { saved, builtIn, change } = useSavedViews()
  const { say, warn } = useNotices()
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null)
  const today = todayHere()
  const current = currentView([...builtIn, ...saved.views], query, layout.columns, today)
  const name = current?.name ?? viewsText.unsaved

  const entries = (): MenuEntry[] => {
    const choice = (view: View): MenuEntry => ({
      kind: 'action',
      label: view.name,
      checked: view.id === current?.id,
      ...(view.id === saved.startId ? { note: viewsText.opensAtStart } : {}),
      onSelect: () => onPick(viewAddress(view, today, query.size), view.columns),
    })
    return [
      ...builtIn.map(choice),
      ...(saved.views.length > 0 ? [{ kind: 'divider' as const, key: 'own' }] : []),
      ...saved.views.map(choice),
      { kind: 'divider', key: 'actions' },
      ...(current && !sameColumns(current, layout.columns) ? [update(current)] : []),
      { kind: 'action', label: viewsText.save, onSelect: () => setDialog('save') },
      { kind: 'action', label: viewsText.manage, onSelect: () => setDialog('manage') },
    ]
  }
  const update = (view: View): MenuEntry => ({
    kind: 'action',
    label: viewsText.update(view.name),
    onSelect: () => {
      const kept = change((present) => updateView(present, view.id, { columns: layout.columns }))
      if (kept) say(viewsText.updated(view.name))
      else warn(viewsText.notKept)
    },
  })

  const close = () => setDialog(null)
  return (
    <>
      <ActionMenu label={viewsText.button(name)} entries={entries} preload={preloadViewDialogs}>
        <bdi className={styles.name}>{name}</bdi>
        <ChevronDown aria-hidden />
      </ActionMenu>
      <Suspense fallback={null}>
        {dialog === 'save' ? <SaveViewDialog query={query} columns={layout.columns} onClose={close} /> : null}
        {dialog === 'manage' ? <ManageViewsDialog onClose={close} /> : null}
      </Suspense>
    </>
  )
}

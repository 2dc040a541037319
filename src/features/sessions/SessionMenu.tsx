import { Suspense } from 'react'
import { useNavigate } from 'react-router'
import { canDelete, canEdit } from '../../domain/permissions.ts'
import type { Refusal } from '../../domain/permissions.ts'
import type { Session } from '../../domain/session.ts'
import { commonText, refusalText } from '../../messages/common.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { paths } from '../../paths.ts'
import { readCaller } from '../../queries/useCaller.ts'
import { useServices, useSource } from '../../services.ts'
import { MenuPopup } from '../../ui/ActionMenu.tsx'
import type { MenuEntry } from '../../ui/ActionMenu.tsx'
import type { HistoryState, ListPlace } from './listPlace.ts'

/** The open menu of a row: what can be done with it. Dialogs open over the list, whose filters stay in the address. */
export function SessionMenu({
  session,
  anchor,
  place,
  onClose,
}: {
  session: Session
  anchor: HTMLElement
  place: ListPlace
  onClose: () => void
}) {
  const source = useSource()
  const services = useServices()
  const navigate = useNavigate()
  const over = { state: { over: 'list', row: place.row } satisfies HistoryState }

  const entries = (): MenuEntry[] => {
    const caller = readCaller(services, source)
    const open: MenuEntry = {
      kind: 'action',
      label: sessionsText.open,
      onSelect: () => void navigate(paths.session(source.id, session.id), { state: { list: place } }),
    }
    if (!source.writer || !caller) return [open]
    return [
      open,
      {
        kind: 'action',
        label: sessionsText.edit,
        disabledReason: reason(canEdit(caller, source, session)),
        onSelect: () => void navigate(paths.edit(source.id, session.id, place.search), over),
      },
      {
        kind: 'action',
        label: sessionsText.remove,
        disabledReason: reason(canDelete(caller, source, session)),
        onSelect: () => void navigate(paths.remove(source.id, session.id, place.search), over),
      },
    ]
  }
  return (
    <Suspense fallback={null}>
      <MenuPopup
        anchor={anchor}
        label={sessionsText.actionsFor(session.title || commonText.untitled)}
        entries={entries()}
        onClose={onClose}
      />
    </Suspense>
  )
}

const reason = (verdict: true | Refusal): string | null => (verdict === true ? null : refusalText[verdict])

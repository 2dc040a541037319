import Briefcase from 'lucide-react/icons/briefcase'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Session } from '../../../domain/session.ts'
import { packText as text } from '../../../messages/report.ts'
import { paths } from '../../../paths.ts'
import { ActionMenu } from '../../../ui/ActionMenu.tsx'
import { useHistoryState } from '../listPlace.ts'

const loadDialog = () => import('./PackDialog.tsx')
const PackDialog = lazy(() => loadDialog().then((module) => ({ default: module.PackDialog })))
const preloadDialog = () => void loadDialog().catch(() => undefined)

/**
 * What can be taken away of a session, or of two that are compared: the report, and all of it in one file. `searchNow`
 * gives the moment on the screen as an address's search part.
 */
export function TakeAwayMenu({
  session,
  second = null,
  searchNow,
}: {
  session: Session
  second?: Session | null
  searchNow: () => string
}) {
  const navigate = useNavigate()
  const { list } = useHistoryState()
  const [isOpen, setOpen] = useState(false)
  const toReport = () => {
    const search = searchNow()
    const to = second
      ? paths.compareReport(session, second, search)
      : paths.report(session.source, session.id, search)
    void navigate(to, { state: { list } })
  }
  return (
    <>
      <ActionMenu
        label={text.menu}
        icon={<Briefcase aria-hidden />}
        preload={preloadDialog}
        entries={() => [
          { kind: 'action', label: text.report, note: text.reportNote, onSelect: toReport },
          { kind: 'action', label: text.pack, note: text.packNote, onSelect: () => setOpen(true) },
        ]}
      >
        {text.menu}
      </ActionMenu>
      {isOpen ? (
        <Suspense fallback={null}>
          <PackDialog sessions={second ? [session, second] : [session]} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

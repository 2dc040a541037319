import Columns2 from 'lucide-react/icons/columns-2'
import { lazy, Suspense, useState } from 'react'
import type { Session } from '../../../domain/session.ts'
import { compareDialogText as text } from '../../../messages/compareDialog.ts'
import { Button } from '../../../ui/Button.tsx'

/** Fetches what choosing the other session needs. */
const loadDialog = () => import('./CompareDialog.tsx')
const CompareDialog = lazy(() => loadDialog().then((module) => ({ default: module.CompareDialog })))
const preload = () => void loadDialog().catch(() => undefined)

/**
 * Opens the choice of the session to compare this one with; the comparison begins at the moment on the screen, which
 * `searchNow` gives as an address's search part.
 */
export function CompareButton({ session, searchNow }: { session: Session; searchNow: () => string }) {
  const [search, setSearch] = useState<string | null>(null)
  return (
    <>
      <Button
        icon={<Columns2 />}
        aria-haspopup="dialog"
        onPointerEnter={preload}
        onClick={() => setSearch(searchNow())}
      >
        {text.compareWith}
      </Button>
      {search === null ? null : (
        <Suspense fallback={null}>
          <CompareDialog
            session={session}
            without={[session]}
            search={search}
            onClose={() => setSearch(null)}
          />
        </Suspense>
      )}
    </>
  )
}

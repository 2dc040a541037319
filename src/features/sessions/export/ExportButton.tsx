import Download from 'lucide-react/icons/download'
import { lazy, Suspense } from 'react'
import { sessionsText } from '../../../messages/sessions.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './ExportButton.module.css'
import type { ExportOffer } from './exportOffer.ts'

/** Fetches what an export needs. */
export const loadExport = () => import('./ExportDialog.tsx')
const ExportDialog = lazy(() => loadExport().then((module) => ({ default: module.ExportDialog })))

const preloadExport = () => void loadExport().catch(() => undefined)

/** Opens the dialog that writes sessions of this list into a file. */
export function ExportButton({
  open,
  onOpenChange,
  ...offer
}: ExportOffer & { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <>
      <Button
        icon={<Download aria-hidden />}
        aria-label={sessionsText.exportSessions}
        aria-haspopup="dialog"
        onPointerEnter={preloadExport}
        onClick={() => onOpenChange(true)}
      >
        <span className={styles.word}>{sessionsText.exportSessions}</span>
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <ExportDialog {...offer} onClose={() => onOpenChange(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

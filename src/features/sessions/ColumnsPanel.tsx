import Columns from 'lucide-react/icons/columns-3'
import { lazy, Suspense, useId, useState } from 'react'
import { columnText } from '../../messages/views.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './ColumnsPanel.module.css'
import type { ColumnId, ListLayout } from './listLayout.ts'

/** Fetches what choosing columns needs. */
export const loadColumns = () => import('./ColumnsPopup.tsx')
const ColumnsPopup = lazy(() => loadColumns().then((module) => ({ default: module.ColumnsPopup })))

const preloadColumns = () => void loadColumns().catch(() => undefined)

/** A button that opens the choice of columns and density. What is chosen is shown at once. */
export function ColumnsPanel({
  layout,
  offered,
  onChange,
}: {
  layout: ListLayout
  /** The columns that can be shown; all there are where nobody says. */
  offered?: readonly ColumnId[]
  onChange: (layout: ListLayout) => void
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const id = useId()
  return (
    <>
      <Button
        icon={<Columns aria-hidden />}
        aria-label={columnText.panel}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? id : undefined}
        onPointerEnter={preloadColumns}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <span className={styles.word}>{columnText.panel}</span>
      </Button>
      {anchor ? (
        <Suspense fallback={null}>
          <ColumnsPopup
            id={id}
            anchor={anchor}
            layout={layout}
            {...(offered ? { offered } : {})}
            onChange={onChange}
            onClose={() => setAnchor(null)}
          />
        </Suspense>
      ) : null}
    </>
  )
}

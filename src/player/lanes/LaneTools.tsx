import ListChecks from 'lucide-react/icons/list-checks'
import Table from 'lucide-react/icons/table'
import ZoomIn from 'lucide-react/icons/zoom-in'
import ZoomOut from 'lucide-react/icons/zoom-out'
import { lazy, Suspense, useCallback, useId, useState, useSyncExternalStore } from 'react'
import { lanesText as text } from '../../messages/lanes.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import type { Clock } from '../clock.ts'
import type { LaneChoices } from './LaneChoice.tsx'
import { zoomView } from './laneKeys.ts'
import styles from './LaneTools.module.css'
import type { LaneView } from './timeView.ts'

const loadChoice = () => import('./LaneChoice.tsx')
const LaneChoice = lazy(() => loadChoice().then((module) => ({ default: module.LaneChoice })))
const preloadChoice = () => void loadChoice().catch(() => undefined)

/** Zoom, choice of lanes and the table. */
export function LaneTools({
  clock,
  view,
  choice,
  table,
}: {
  clock: Clock
  view: LaneView
  choice: LaneChoices
  table: { id: string; open: boolean; onToggle: () => void }
}) {
  const subscribe = useCallback((onChange: () => void) => view.subscribe(onChange), [view])
  const isWhole = useSyncExternalStore(subscribe, view.isWhole)
  const whole = isWhole ? text.isWhole : null
  return (
    <div className={styles.tools}>
      <div className={styles.zoom}>
        <IconButton
          label={text.zoomOut}
          icon={<ZoomOut aria-hidden />}
          disabledReason={whole}
          onClick={() => zoomView(view, clock, 'out')}
        />
        <IconButton
          label={text.zoomIn}
          icon={<ZoomIn aria-hidden />}
          onClick={() => zoomView(view, clock, 'in')}
        />
        <Button disabledReason={whole} onClick={() => view.show(view.whole())}>
          {text.showWhole}
        </Button>
      </div>
      <ChooseLanes {...choice} />
      <Button
        icon={<Table aria-hidden />}
        aria-label={text.table}
        aria-expanded={table.open}
        aria-controls={table.open ? table.id : undefined}
        onClick={table.onToggle}
      >
        {text.tableShort}
      </Button>
    </div>
  )
}

function ChooseLanes(choice: LaneChoices) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const id = useId()
  return (
    <>
      <Button
        icon={<ListChecks aria-hidden />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? id : undefined}
        onPointerEnter={preloadChoice}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {text.choose}
      </Button>
      {anchor ? (
        <Suspense fallback={null}>
          <LaneChoice {...choice} id={id} anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      ) : null}
    </>
  )
}

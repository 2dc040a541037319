import Timer from 'lucide-react/icons/timer'
import { lazy, Suspense, useId, useState } from 'react'
import { timingText } from '../messages/player.ts'
import { Button } from '../ui/Button.tsx'
import type { Playback } from './playback.ts'
import type { TimingSettings } from './timing.ts'

const loadTiming = () => import('./TimingPopup.tsx')
const TimingPopup = lazy(() => loadTiming().then((module) => ({ default: module.TimingPopup })))
const preloadTiming = () => void loadTiming().catch(() => undefined)

/** A button that opens how times are read. What is chosen counts at once. */
export function TimingButton({
  playback,
  settings,
  onSettings,
}: {
  playback: Playback
  settings: TimingSettings
  onSettings: (change: Partial<TimingSettings>) => void
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const id = useId()
  return (
    <>
      <Button
        icon={<Timer aria-hidden />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? id : undefined}
        onPointerEnter={preloadTiming}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {timingText.title}
      </Button>
      {anchor ? (
        <Suspense fallback={null}>
          <TimingPopup
            id={id}
            anchor={anchor}
            playback={playback}
            settings={settings}
            onSettings={onSettings}
            onClose={() => setAnchor(null)}
          />
        </Suspense>
      ) : null}
    </>
  )
}

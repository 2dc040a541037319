import Flag from 'lucide-react/icons/flag'
import type { ReactNode } from 'react'
import { formatSeconds } from '../lib/formatNumber.ts'
import { playerText } from '../messages/player.ts'
import { ActionMenu } from '../ui/ActionMenu.tsx'
import { shownTime } from './clock.ts'
import type { TimelineMark, TimeScale } from './clock.ts'
import { goToMark } from './marks.ts'
import type { Playback } from './playback.ts'
import { FrameReadout } from './TimeReadout.tsx'
import type { TimingSettings } from './timing.ts'
import { TimingButton } from './TimingButton.tsx'
import styles from './Transport.module.css'

/** What is known of the picture on the screen, and what is chosen less often. `children` stand at the end. */
export function TransportFoot({
  playback,
  scale,
  marks,
  settings,
  onSettings,
  views,
  children,
}: {
  playback: Playback
  scale: TimeScale
  marks: readonly TimelineMark[]
  /** Null: its times cannot be read otherwise. */
  settings: TimingSettings | null
  onSettings: (change: Partial<TimingSettings>) => void
  /** What chooses the film that is shown. */
  views: ReactNode
  children?: ReactNode
}) {
  return (
    <div className={styles.foot}>
      <FrameReadout playback={playback} scale={scale} />
      <div className={styles.more}>
        {views}
        {settings ? <TimingButton playback={playback} settings={settings} onSettings={onSettings} /> : null}
        {marks.length > 0 ? <MarksMenu playback={playback} scale={scale} marks={marks} /> : null}
        {children}
      </div>
    </div>
  )
}

function MarksMenu({
  playback,
  scale,
  marks,
}: {
  playback: Playback
  scale: TimeScale
  marks: readonly TimelineMark[]
}) {
  return (
    <ActionMenu
      label={playerText.marks}
      entries={() =>
        marks.map((mark) => ({
          kind: 'action',
          label: mark.label,
          note: playerText.markAt(
            playerText.markKinds[mark.kind],
            formatSeconds(shownTime(scale, mark.time)),
          ),
          onSelect: () => goToMark(playback, mark),
        }))
      }
    >
      <Flag aria-hidden />
      {playerText.marks}
    </ActionMenu>
  )
}

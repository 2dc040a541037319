import type { ReactNode, RefObject } from 'react'
import { playerText } from '../messages/player.ts'
import type { TimelineMark, TimeScale } from './clock.ts'
import type { Playback, StartAt } from './playback.ts'
import styles from './Player.module.css'
import { SeekBar } from './SeekBar.tsx'
import type { PlayerCommands } from './shortcuts.ts'
import type { TimingSettings } from './timing.ts'
import { Transport } from './Transport.tsx'
import { TransportFoot } from './TransportFoot.tsx'
import { useTimer } from './useFilm.ts'
import { usePlayerShortcuts } from './usePlayerShortcuts.ts'

/**
 * Plays a recording that has no film: its clock alone, for what was measured on it. `frameTimes` are the times (s) at
 * which something was; `from`: where and how it begins once there are some. `children` stand at the end of the controls.
 */
export function TimerPlayer({
  playback,
  frameTimes,
  settings,
  onSettings,
  scale,
  marks,
  from,
  keysWithin,
  children,
}: {
  playback: Playback
  frameTimes: readonly number[]
  /** Null: no film of another speed can lie behind these times. */
  settings: TimingSettings | null
  onSettings: (change: Partial<TimingSettings>) => void
  scale: TimeScale
  marks: readonly TimelineMark[]
  from: StartAt
  /** What shares the clock: where the focus may be for the player's keys. */
  keysWithin: RefObject<Element | null>
  children?: ReactNode
}) {
  const commands: PlayerCommands = {
    playback,
    marks,
    toggleFullScreen: null,
    togglePictureInPicture: null,
    switchFilm: null,
    toggleSideBySide: null,
  }
  usePlayerShortcuts(keysWithin, commands)
  useTimer(playback, frameTimes, from)
  return (
    <div className={`${styles.player} ${styles.timer}`} role="group" aria-label={playerText.controls}>
      <div className={styles.panel}>
        <SeekBar playback={playback} scale={scale} marks={marks} />
        <Transport commands={commands} scale={scale} film={null} />
        <TransportFoot
          playback={playback}
          scale={scale}
          marks={marks}
          settings={settings}
          onSettings={onSettings}
          views={null}
        >
          {children}
        </TransportFoot>
      </div>
    </div>
  )
}

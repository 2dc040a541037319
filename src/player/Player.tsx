import { useRef, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import type { Recording } from '../domain/recording.ts'
import { playerText } from '../messages/player.ts'
import type { TimelineMark, TimeScale } from './clock.ts'
import { otherFilm } from './filmKinds.ts'
import type { FilmKind } from './filmKinds.ts'
import { FilmStage } from './FilmStage.tsx'
import { FilmSwitch } from './FilmSwitch.tsx'
import { canFillScreen, toggleFullScreen } from './fullScreen.ts'
import { canFloat, toggleFloating } from './pictureInPicture.ts'
import type { Playback, StartAt } from './playback.ts'
import styles from './Player.module.css'
import { SeekBar } from './SeekBar.tsx'
import type { PlayerCommands } from './shortcuts.ts'
import { SideStage } from './SideStage.tsx'
import type { TimingSettings } from './timing.ts'
import { Transport } from './Transport.tsx'
import { TransportFoot } from './TransportFoot.tsx'
import { filmToShow, useFilm } from './useFilm.ts'
import { usePlayerShortcuts } from './usePlayerShortcuts.ts'

/**
 * Plays a recording that has a film, analyzed or original. An address is loaded once: a newer one for the same film
 * is not, since signatures change with every read; the player asks `onRenew` when the one it has is no longer
 * accepted. Give it the recording's id as `key`. `children` stand at the end of the controls.
 */
export function Player({
  playback,
  recording,
  settings,
  onSettings,
  scale,
  marks,
  from,
  onRenew,
  keysWithin,
  children,
}: {
  playback: Playback
  recording: Recording
  settings: TimingSettings
  onSettings: (change: Partial<TimingSettings>) => void
  scale: TimeScale
  /** In the order of time. */
  marks: readonly TimelineMark[]
  /** Where and how the film begins; read once. */
  from?: StartAt | null
  onRenew: (film: FilmKind) => Promise<string>
  /** Around the player and what shares its clock: where the focus may be for the player's keys. */
  keysWithin?: RefObject<Element | null>
  children?: ReactNode
}) {
  const root = useRef<HTMLDivElement>(null)
  const [chosen, choose] = useState<FilmKind>('analyzed')
  const [wantsBoth, wantBoth] = useState(false)
  const addresses = { analyzed: recording.videoUrl, original: recording.originalUrl }
  const film = filmToShow(recording, chosen) ?? chosen
  const hasBoth = addresses.analyzed !== null && addresses.original !== null
  const besides = hasBoth && wantsBoth ? otherFilm(film) : null

  const video = () => root.current?.querySelector('video') ?? null
  const fillScreen = () => {
    if (root.current) toggleFullScreen(root.current, video())
  }
  const commands: PlayerCommands = {
    playback,
    marks,
    toggleFullScreen: canFillScreen() ? fillScreen : null,
    togglePictureInPicture: canFloat() ? () => toggleFloating(video()) : null,
    switchFilm: hasBoth ? () => choose(otherFilm(film)) : null,
    toggleSideBySide: hasBoth ? () => wantBoth(!wantsBoth) : null,
  }
  usePlayerShortcuts(keysWithin ?? root, commands)

  useFilm({ playback, recording, settings, from: from ?? null }, film, onRenew)

  return (
    <div ref={root} className={styles.player} role="group" aria-label={playerText.controls}>
      <div className={styles.stages} data-both={besides !== null || undefined}>
        <FilmStage playback={playback} film={film} isOneOfTwo={besides !== null} />
        {besides ? (
          <SideStage
            key={besides}
            leader={playback}
            film={besides}
            media={{ address: addresses[besides] ?? '', renew: () => onRenew(besides) }}
          />
        ) : null}
      </div>
      <div className={styles.panel}>
        <SeekBar playback={playback} scale={scale} marks={marks} />
        <Transport commands={commands} scale={scale} />
        <TransportFoot
          playback={playback}
          scale={scale}
          marks={marks}
          settings={settings}
          onSettings={onSettings}
          views={
            hasBoth ? (
              <FilmSwitch
                shown={besides ? 'both' : film}
                onChoose={(view) => {
                  wantBoth(view === 'both')
                  if (view !== 'both') choose(view)
                }}
              />
            ) : null
          }
        >
          {children}
        </TransportFoot>
      </div>
    </div>
  )
}

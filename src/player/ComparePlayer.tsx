import { useMemo, useRef, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { firstTime } from '../domain/alignment.ts'
import type { Alignment } from '../domain/alignment.ts'
import { playerText } from '../messages/player.ts'
import { marksOnFirst } from './comparedFilms.ts'
import type { ComparedFilm, Which } from './comparedFilms.ts'
import { ComparedStage } from './ComparedStage.tsx'
import { otherFilm } from './filmKinds.ts'
import type { FilmKind } from './filmKinds.ts'
import { KindSwitch } from './FilmSwitch.tsx'
import { canFillScreen, toggleFullScreen } from './fullScreen.ts'
import { PhaseReadout } from './PhaseReadout.tsx'
import { canFloat, toggleFloating } from './pictureInPicture.ts'
import styles from './Player.module.css'
import { SeekBar } from './SeekBar.tsx'
import type { PlayerCommands } from './shortcuts.ts'
import { SteeredSwitch } from './SteeredSwitch.tsx'
import { Transport } from './Transport.tsx'
import { TransportFoot } from './TransportFoot.tsx'
import { useFilmsInPhase } from './useFilmsInPhase.ts'
import { filmToShow } from './useFilm.ts'
import { useLead } from './useLead.ts'
import { usePlayback } from './usePlayback.ts'
import { usePlayerShortcuts } from './usePlayerShortcuts.ts'
import { useSteeringShortcuts } from './useSteeringShortcuts.ts'

/**
 * Two recordings beside each other on one set of controls. Linked, these steer the first and the second follows in
 * phase; unlinked they steer the one that is chosen, and the other stands. What goes wrong with one leaves the other
 * alone: while the first has failed they steer the second. A recording without a film keeps its time all the same. `children` stand at the end of the controls.
 */
export function ComparePlayer({
  first,
  second,
  alignment,
  linked,
  steered,
  onSteer,
  onRenew,
  keysWithin,
  children,
}: {
  first: ComparedFilm
  second: ComparedFilm
  /** From `useAlignment`. */
  alignment: Alignment
  linked: boolean
  steered: Which
  onSteer: (which: Which) => void
  onRenew: (which: Which, film: FilmKind) => Promise<string>
  /** Around the player and what shares its clock: where the focus may be for the player's keys. */
  keysWithin?: RefObject<Element | null>
  children?: ReactNode
}) {
  const root = useRef<HTMLDivElement>(null)
  const [chosen, choose] = useState<FilmKind>('analyzed')
  const lead = useLead(first.playback, linked, steered)
  const { leads } = lead
  useFilmsInPhase(first.playback, second.playback, alignment, leads, lead.steered)

  const steeredFilm = lead.steered === 'first' ? first : second
  const { playback, scale, settings, onSettings } = steeredFilm
  const hasFilm = ({ recording }: ComparedFilm) => filmToShow(recording, chosen) !== null
  /** What is heard, and fills the screen. */
  const seen = [steeredFilm, ...(leads ? [second] : [])].find(hasFilm)?.playback ?? null
  const duration = usePlayback(playback, ({ duration }) => duration)
  const others = useMemo(
    () => (leads ? marksOnFirst(second.marks, alignment, duration) : NO_MARKS),
    [leads, second.marks, alignment, duration],
  )
  const own = steeredFilm.marks
  const all = useMemo(() => [...own, ...others].sort((a, b) => a.time - b.time), [own, others])
  const otherLength = usePlayback(second.playback, ({ duration }) => duration)
  const othersRange = leads ? { from: firstTime(alignment, 0), to: firstTime(alignment, otherLength) } : null

  const video = () => seen?.video ?? null
  const fillScreen = () => {
    if (root.current) toggleFullScreen(root.current, video())
  }
  const films = [first, second].map(({ recording }) => recording)
  const canSwitch = films.some(({ videoUrl, originalUrl }) => videoUrl !== null && originalUrl !== null)
  const commands: PlayerCommands = {
    playback,
    marks: all,
    toggleFullScreen: canFillScreen() ? fillScreen : null,
    togglePictureInPicture: canFloat() ? () => toggleFloating(video()) : null,
    switchFilm: canSwitch ? () => choose(otherFilm(chosen)) : null,
    toggleSideBySide: null,
  }
  const within = keysWithin ?? root
  usePlayerShortcuts(within, commands)
  useSteeringShortcuts(within, onSteer)

  const stages: readonly [Which, ComparedFilm][] = [
    ['first', first],
    ['second', second],
  ]
  return (
    <div ref={root} className={styles.player} role="group" aria-label={playerText.controls}>
      <div className={styles.stages} data-compared>
        {stages.map(([which, film]) => (
          <ComparedStage
            key={which}
            which={which}
            film={film}
            kind={filmToShow(film.recording, chosen)}
            leader={leads && which === 'second' ? first.playback : null}
            alignment={alignment}
            isSteered={!leads && lead.steered === which}
            onPress={() => {
              onSteer(which)
              if (leads || lead.steered === which) playback.toggle()
            }}
            onRenew={(kind) => onRenew(which, kind)}
          />
        ))}
      </div>
      <div className={styles.panel}>
        <SeekBar playback={playback} scale={scale} marks={own} others={others} othersRange={othersRange} />
        <Transport commands={commands} scale={scale} film={seen} />
        {linked ? <PhaseReadout leader={first.playback} alignment={alignment} lead={lead} /> : null}
        <TransportFoot
          playback={playback}
          scale={scale}
          marks={all}
          settings={hasFilm(steeredFilm) ? settings : null}
          onSettings={onSettings}
          views={
            <>
              {linked ? null : <SteeredSwitch steered={steered} onSteer={onSteer} />}
              {canSwitch ? <KindSwitch shown={chosen} onChoose={choose} /> : null}
            </>
          }
        >
          {children}
        </TransportFoot>
      </div>
    </div>
  )
}

const NO_MARKS: readonly never[] = []

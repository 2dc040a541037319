import type { Alignment } from '../domain/alignment.ts'
import { comparePlayerText as text } from '../messages/comparePlayer.ts'
import type { ComparedFilm, Which } from './comparedFilms.ts'
import type { FilmKind } from './filmKinds.ts'
import { phasePlace } from './phase.ts'
import type { PhasePlace } from './phase.ts'
import type { Playback } from './playback.ts'
import styles from './Player.module.css'
import { Stage } from './Stage.tsx'
import { useFilm } from './useFilm.ts'
import { usePlayback } from './usePlayback.ts'

const NUMBERS = { first: 1, second: 2 } as const

type Props = {
  which: Which
  film: ComparedFilm
  /** Null: the recording has no film. */
  kind: FilmKind | null
  /** The film it follows; null: none. */
  leader: Playback | null
  alignment: Alignment
  /** Whether the controls are on this one of two. */
  isSteered: boolean
  onPress: () => void
  onRenew: (kind: FilmKind) => Promise<string>
}

/** The picture of one of two recordings that are compared, with its number and title. */
export function ComparedStage({ which, film, kind, leader, alignment, isSteered, onPress, onRenew }: Props) {
  useFilm(film, kind, onRenew)
  return (
    <div className={styles.compared} data-steered={isSteered || undefined}>
      {kind ? (
        <Stage
          playback={film.playback}
          film={kind}
          name={text.videos[which]}
          failedTitle={text.failedTitleOf[which]}
          onPress={onPress}
        />
      ) : (
        <div className={styles.stage} onClick={onPress}>
          <div className={styles.failed}>
            <p className={styles.failedTitle}>{text.noVideo}</p>
            <p>{text.noVideoHint}</p>
          </div>
        </div>
      )}
      <p className={styles.comparedTitle}>
        <span className={styles.number}>{NUMBERS[which]}</span>
        <bdi>{film.title}</bdi>
        {leader ? <Place leader={leader} film={film} alignment={alignment} /> : null}
      </p>
    </div>
  )
}

const PLACES: Record<PhasePlace, string> = { before: text.notYetBegun, within: '', over: text.over }

/** Why it stands while the other one moves. */
function Place({ leader, film, alignment }: { leader: Playback; film: ComparedFilm; alignment: Alignment }) {
  const duration = usePlayback(film.playback, ({ duration }) => duration)
  const place = usePlayback(leader, ({ time }) => phasePlace(alignment, time, duration))
  const moves = usePlayback(leader, ({ playing }) => playing)
  // In a loop it would be said at every turn.
  return (
    <span role="status" aria-live={moves ? 'off' : 'polite'} className={styles.place}>
      {PLACES[place]}
    </span>
  )
}

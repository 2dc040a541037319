import { playerText } from '../messages/player.ts'
import type { FilmKind } from './filmKinds.ts'
import type { Playback } from './playback.ts'
import styles from './Player.module.css'
import { Stage } from './Stage.tsx'

const NAMES = { analyzed: playerText.video, original: playerText.originalVideo } as const

/** One of a recording's two films. A click plays and pauses `clickedFor`. */
export function FilmStage({
  playback,
  clickedFor = playback,
  film,
  isOneOfTwo,
}: {
  playback: Playback
  clickedFor?: Playback
  film: FilmKind
  isOneOfTwo: boolean
}) {
  return (
    <Stage
      playback={playback}
      film={film}
      name={NAMES[film]}
      failedTitle={isOneOfTwo ? playerText.failedTitleOf[film] : playerText.failedTitle}
      onPress={() => clickedFor.toggle()}
    >
      {isOneOfTwo ? <p className={styles.caption}>{playerText.films[film]}</p> : null}
    </Stage>
  )
}

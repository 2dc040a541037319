import { playerText } from '../messages/player.ts'
import type { FilmKind } from './filmKinds.ts'
import type { Playback } from './playback.ts'
import styles from './Player.module.css'
import { StageMessage } from './StageMessage.tsx'
import { usePlayback } from './usePlayback.ts'

const NAMES = { analyzed: playerText.video, original: playerText.originalVideo } as const

/** One film's picture, and over it what is waited for or wrong. A click plays and pauses `clickedFor`. */
export function Stage({
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
  const state = usePlayback(playback, ({ state }) => state)
  const { attach } = playback
  return (
    <div className={styles.stage} data-state={state.kind} data-film={film}>
      {/* What is said in the video is in the numbers and comments beside it; it has no captions to offer. */}
      <video
        ref={attach}
        className={styles.video}
        aria-label={NAMES[film]}
        preload="metadata"
        playsInline
        onClick={() => clickedFor.toggle()}
        onLoadedMetadata={({ currentTarget: { parentElement, videoWidth, videoHeight } }) =>
          parentElement?.style.setProperty('--ratio', `${videoWidth} / ${videoHeight}`)
        }
      />
      {isOneOfTwo ? <p className={styles.caption}>{playerText.films[film]}</p> : null}
      <StageMessage
        state={state}
        title={isOneOfTwo ? playerText.failedTitleOf[film] : playerText.failedTitle}
        onTryAgain={() => playback.retry()}
      />
    </div>
  )
}

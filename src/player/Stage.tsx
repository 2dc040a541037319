import type { ReactNode } from 'react'
import type { FilmKind } from './filmKinds.ts'
import type { Playback } from './playback.ts'
import styles from './Player.module.css'
import { StageMessage } from './StageMessage.tsx'
import { usePlayback } from './usePlayback.ts'

/** One film's picture, and over it what is waited for or wrong. `children` stand over it too. */
export function Stage({
  playback,
  film,
  name,
  failedTitle,
  onPress,
  children,
}: {
  playback: Playback
  film: FilmKind
  name: string
  /** What stands above the reason where it cannot be played. */
  failedTitle: string
  /** A click on the picture. */
  onPress: () => void
  children?: ReactNode
}) {
  const state = usePlayback(playback, ({ state }) => state)
  const { attach } = playback
  return (
    <div className={styles.stage} data-state={state.kind} data-film={film}>
      {/* What is said in the video is in the numbers and comments beside it; it has no captions to offer. */}
      <video
        ref={attach}
        className={styles.video}
        aria-label={name}
        preload="metadata"
        playsInline
        onClick={onPress}
        onLoadedMetadata={({ currentTarget: { parentElement, videoWidth, videoHeight } }) =>
          parentElement?.style.setProperty('--ratio', `${videoWidth} / ${videoHeight}`)
        }
      />
      {children}
      <StageMessage state={state} title={failedTitle} onTryAgain={() => playback.retry()} />
    </div>
  )
}

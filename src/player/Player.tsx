import { useEffect, useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import type { Recording } from '../domain/recording.ts'
import { playerText } from '../messages/player.ts'
import { toggleFullScreen } from './fullScreen.ts'
import type { Playback } from './playback.ts'
import styles from './Player.module.css'
import { SeekBar } from './SeekBar.tsx'
import type { PlayerCommands } from './shortcuts.ts'
import { StageMessage } from './StageMessage.tsx'
import { Transport } from './Transport.tsx'
import { usePlayback } from './usePlayback.ts'
import { usePlayerShortcuts } from './usePlayerShortcuts.ts'

/**
 * Plays a recording that has a video. An address is loaded once: a newer one for the same recording is not, since
 * signatures change with every read; the player asks `onRenew` when the one it has is no longer accepted. Give it
 * the recording's id as `key`. `children` stand at the end of the control bar.
 */
export function Player({
  playback,
  recording,
  onRenew,
  children,
}: {
  playback: Playback
  recording: Recording & { videoUrl: string }
  onRenew: () => Promise<string>
  children?: ReactNode
}) {
  const root = useRef<HTMLDivElement>(null)
  const commands = useMemo(
    (): PlayerCommands => ({
      playback,
      toggleFullScreen: () => {
        if (root.current) toggleFullScreen(root.current, root.current.querySelector('video'))
      },
    }),
    [playback],
  )
  usePlayerShortcuts(root, commands)

  const first = useRef({ address: recording.videoUrl, renew: onRenew })
  useEffect(() => playback.open(first.current), [playback])
  useEffect(() => playback.knowInterval(recording.frameInterval), [playback, recording.frameInterval])

  return (
    <div ref={root} className={styles.player} role="group" aria-label={playerText.controls}>
      <Stage playback={playback} />
      <div className={styles.panel}>
        <SeekBar playback={playback} />
        <Transport commands={commands}>{children}</Transport>
      </div>
    </div>
  )
}

function Stage({ playback }: { playback: Playback }) {
  const state = usePlayback(playback, ({ state }) => state)
  const { attach } = playback
  return (
    <div className={styles.stage} data-state={state.kind}>
      {/* What is said in the video is in the numbers and comments beside it; it has no captions to offer. */}
      <video
        ref={attach}
        className={styles.video}
        aria-label={playerText.video}
        preload="metadata"
        playsInline
        onClick={() => playback.toggle()}
      />
      <StageMessage state={state} onTryAgain={() => playback.retry()} />
    </div>
  )
}

import { useCallback, useRef } from 'react'
import { formatSeconds } from '../lib/formatNumber.ts'
import { playerText } from '../messages/player.ts'
import { pictureTime } from './frames.ts'
import type { Loop } from './loop.ts'
import type { Playback } from './playback.ts'
import styles from './SeekBar.module.css'
import { useDraw, usePlayback } from './usePlayback.ts'

/** The whole video as one line: where the play head is, and the loop. */
export function SeekBar({ playback }: { playback: Playback }) {
  const slider = useRef<HTMLInputElement>(null)
  const duration = usePlayback(playback, ({ duration }) => duration)
  const loop = usePlayback(playback, ({ loop }) => loop)

  const draw = useCallback(
    ({ time, duration, interval, playing }: Playback) => {
      const input = slider.current
      if (!input) return
      input.value = String(time)
      input.style.setProperty('--played', `${duration > 0 ? (time / duration) * 100 : 0}%`)
      // While it plays, whole seconds: a screen reader on the slider would otherwise never stop talking.
      const at = playing ? String(Math.floor(time)) : formatSeconds(pictureTime(time, interval, duration))
      const text = playerText.positionOf(at, formatSeconds(duration))
      if (input.getAttribute('aria-valuetext') !== text) input.setAttribute('aria-valuetext', text)
    },
    // A new length changes what the slider can hold, so it is drawn again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [duration],
  )
  useDraw(playback, draw)

  return (
    <div className={styles.bar}>
      <LoopBand loop={loop} duration={duration} />
      <input
        ref={slider}
        className={styles.slider}
        type="range"
        aria-label={playerText.seek}
        min={0}
        max={duration || 1}
        step={0.001}
        defaultValue={0}
        onInput={(event) => playback.seek(Number(event.currentTarget.value))}
      />
    </div>
  )
}

function LoopBand({ loop, duration }: { loop: Loop; duration: number }) {
  if (duration === 0 || (loop.start === null && loop.end === null)) return null
  const percent = (time: number) => `${(time / duration) * 100}%`
  const from = loop.start ?? loop.end ?? 0
  const to = loop.end ?? loop.start ?? 0
  return (
    <div className={styles.track} aria-hidden>
      <div
        className={styles.band}
        data-start={loop.start !== null || undefined}
        data-end={loop.end !== null || undefined}
        style={{ insetInlineStart: percent(from), inlineSize: percent(to - from) }}
      />
    </div>
  )
}

import { useCallback, useRef } from 'react'
import { formatPlain, formatSeconds } from '../lib/formatNumber.ts'
import { playerText } from '../messages/player.ts'
import { frameAt, pictureTime } from './frames.ts'
import type { Playback } from './playback.ts'
import styles from './Transport.module.css'
import { useDraw, usePlayback } from './usePlayback.ts'

/** The moment on the screen as text: when its picture begins, and how long the video is. */
export function TimeReadout({ playback }: { playback: Playback }) {
  const now = useRef<HTMLSpanElement>(null)
  const duration = usePlayback(playback, ({ duration }) => duration)
  const draw = useCallback(
    ({ time, interval, duration }: Playback) =>
      write(now.current, formatSeconds(pictureTime(time, interval, duration))),
    [],
  )
  useDraw(playback, draw)
  return (
    <p className={styles.time}>
      <span ref={now} /> <Unit /> / {formatSeconds(duration)} <Unit />
    </p>
  )
}

const Unit = () => <span className={styles.unit}>{playerText.seconds}</span>

/** Which frame that is, how long a frame lasts and how that is known, and the loop. */
export function FrameReadout({ playback }: { playback: Playback }) {
  const frame = useRef<HTMLSpanElement>(null)
  const draw = useCallback(({ time, interval, duration }: Playback) => {
    const known = interval !== null && duration > 0
    write(frame.current, known ? playerText.frame(frameAt(time, interval, duration)) : '')
  }, [])
  useDraw(playback, draw)
  return (
    <p className={styles.frame}>
      <span ref={frame} />
      <FrameRate playback={playback} />
      <LoopRange playback={playback} />
    </p>
  )
}

function FrameRate({ playback }: { playback: Playback }) {
  const interval = usePlayback(playback, ({ interval }) => interval)
  const measured = usePlayback(playback, ({ intervalIsMeasured }) => intervalIsMeasured)
  if (interval === null) return <span>{playerText.framesUnknown}</span>
  const fps = formatPlain(Number((1 / interval).toFixed(2)))
  return <span>{measured ? playerText.framesMeasured(fps) : playerText.framesFromAnalysis(fps)}</span>
}

function LoopRange({ playback }: { playback: Playback }) {
  const { start, end } = usePlayback(playback, ({ loop }) => loop)
  if (start === null && end === null) return null
  const text = (time: number | null) => (time === null ? null : formatSeconds(time))
  return <span>{playerText.loopRange(text(start), text(end))}</span>
}

function write(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text
}

import { useCallback, useRef } from 'react'
import { formatSeconds } from '../lib/formatNumber.ts'
import { playerText } from '../messages/player.ts'
import { shownTime } from './clock.ts'
import type { TimeScale } from './clock.ts'
import { pictureTime } from './frames.ts'
import type { Loop } from './loop.ts'
import { formatRate, formatRates } from './timing.ts'
import type { Playback } from './playback.ts'
import styles from './Transport.module.css'
import { useDraw, usePlayback } from './usePlayback.ts'

/** The moment on the screen as text: when its picture begins, and how long the film is. */
export function TimeReadout({ playback, scale }: { playback: Playback; scale: TimeScale }) {
  const now = useRef<HTMLSpanElement>(null)
  const duration = usePlayback(playback, ({ duration }) => duration)
  const draw = useCallback(
    ({ pictureTime }: Playback) => write(now.current, formatSeconds(shownTime(scale, pictureTime))),
    [scale],
  )
  useDraw(playback, draw)
  return (
    <p className={styles.time}>
      <span ref={now} /> <Unit /> / {formatSeconds(duration / scale.captureFactor)} <Unit />
    </p>
  )
}

const Unit = () => <span className={styles.unit}>{playerText.seconds}</span>

/** Which frame that is, how long a frame lasts and how that is known, how its time is read, and the loop. */
export function FrameReadout({ playback, scale }: { playback: Playback; scale: TimeScale }) {
  const frame = useRef<HTMLSpanElement>(null)
  const draw = useCallback(
    ({ frame: number, duration }: Playback) =>
      write(frame.current, duration > 0 ? playerText.frame(number) : ''),
    [],
  )
  useDraw(playback, draw)
  return (
    <p className={styles.frame}>
      <span ref={frame} />
      <FrameRate playback={playback} />
      <Scale playback={playback} scale={scale} />
      <LoopRange playback={playback} scale={scale} />
      <Backwards playback={playback} />
    </p>
  )
}

function FrameRate({ playback }: { playback: Playback }) {
  const text = usePlayback(playback, ({ truth, duration }) =>
    duration > 0 ? playerText.frameSources[truth.source](formatRates(truth.rates)) : '',
  )
  return <span>{text}</span>
}

/** Where times are not those of the recording: why, and the recording's own. */
function Scale({ playback, scale: { captureFactor, zero } }: { playback: Playback; scale: TimeScale }) {
  const own = useRef<HTMLSpanElement>(null)
  const played = usePlayback(playback, ({ truth }) => truth.rates.median)
  const draw = useCallback(
    ({ pictureTime }: Playback) => write(own.current, playerText.ofRecording(formatSeconds(pictureTime))),
    [],
  )
  const isPlain = captureFactor === 1 && zero === 0
  useDraw(playback, isPlain ? drawNothing : draw)
  if (isPlain) return null
  return (
    <>
      {captureFactor === 1 ? null : <span>{playerText.realTime(formatRate(played * captureFactor))}</span>}
      {zero === 0 ? null : <span>{playerText.zeroAt(formatSeconds(zero))}</span>}
      <span ref={own} />
    </>
  )
}

const drawNothing = () => undefined

function LoopRange({ playback, scale }: { playback: Playback; scale: TimeScale }) {
  const text = usePlayback(playback, (playback) => {
    const start = loopEndText(playback, scale, 'start')
    const end = loopEndText(playback, scale, 'end')
    return start === null && end === null ? null : playerText.loopRange(start, end)
  })
  return text === null ? null : <span>{text}</span>
}

/** An end of the loop for reading: when the picture it lies in begins. Null where it is not set. */
export function loopEndText(
  { loop, frames, duration }: Pick<Playback, 'loop' | 'frames' | 'duration'>,
  scale: TimeScale,
  end: keyof Loop,
): string | null {
  const time = loop[end]
  return time === null ? null : formatSeconds(shownTime(scale, pictureTime(frames, time, duration)))
}

function Backwards({ playback }: { playback: Playback }) {
  const text = usePlayback(playback, ({ stepped, steppedPictures, rate }) => {
    if (stepped !== 'back') return ''
    if (steppedPictures?.all !== false) return playerText.backwards(formatRate(rate))
    return playerText.backwardsPart(formatRate(rate), steppedPictures.perSecond)
  })
  return <span>{text}</span>
}

function write(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text
}

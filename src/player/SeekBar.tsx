import { useCallback, useRef } from 'react'
import { formatSeconds } from '../lib/formatNumber.ts'
import { playerText } from '../messages/player.ts'
import { shownTime } from './clock.ts'
import type { TimelineMark, TimeScale } from './clock.ts'
import { LoopHandles } from './LoopHandles.tsx'
import type { Loop } from './loop.ts'
import type { Playback } from './playback.ts'
import styles from './SeekBar.module.css'
import { useDraw, usePlayback } from './usePlayback.ts'

/** The whole film as one line: where the play head is, what is marked, and the loop with ends that can be dragged. */
export function SeekBar({
  playback,
  scale,
  marks,
  others = NO_MARKS,
  othersRange = null,
}: {
  playback: Playback
  scale: TimeScale
  marks: readonly TimelineMark[]
  /** Those of a recording beside it, and where that one lies, on this one's clock (s). */
  others?: readonly TimelineMark[]
  othersRange?: { readonly from: number; readonly to: number } | null
}) {
  const slider = useRef<HTMLInputElement>(null)
  const duration = usePlayback(playback, ({ duration }) => duration)
  const loop = usePlayback(playback, ({ loop }) => loop)

  const draw = useCallback(
    ({ time, pictureTime, duration, playing }: Playback) => {
      const input = slider.current
      if (!input) return
      input.value = String(time)
      input.style.setProperty('--played', percent(time, duration))
      // While it plays, whole seconds: a screen reader on the slider would otherwise never stop talking.
      const at = playing
        ? String(Math.floor(shownTime(scale, time)))
        : formatSeconds(shownTime(scale, pictureTime))
      const text = playerText.positionOf(at, formatSeconds(duration / scale.captureFactor))
      if (input.getAttribute('aria-valuetext') !== text) input.setAttribute('aria-valuetext', text)
    },
    // A new length changes what the slider can hold, so it is drawn again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [duration, scale],
  )
  useDraw(playback, draw)

  return (
    <div className={styles.bar}>
      <div className={styles.line}>
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
      <div className={styles.lane} data-loop={hasLoop(loop) || undefined}>
        {duration > 0 ? (
          <>
            <Marks marks={marks} duration={duration} />
            <LoopHandles playback={playback} loop={loop} duration={duration} scale={scale} />
          </>
        ) : null}
      </div>
      {othersRange && duration > 0 ? <Others marks={others} range={othersRange} duration={duration} /> : null}
    </div>
  )
}

const NO_MARKS: readonly TimelineMark[] = []
/** What the recording beside this one is called on its picture. */
const OTHER = 2

const hasLoop = ({ start, end }: Loop) => start !== null || end !== null
const percent = (time: number, duration: number) => `${duration > 0 ? (time / duration) * 100 : 0}%`

function LoopBand({ loop, duration }: { loop: Loop; duration: number }) {
  if (duration === 0 || !hasLoop(loop)) return null
  const from = loop.start ?? loop.end ?? 0
  const to = loop.end ?? loop.start ?? 0
  return (
    <div className={styles.track} aria-hidden>
      <div
        className={styles.band}
        data-start={loop.start !== null || undefined}
        data-end={loop.end !== null || undefined}
        style={{ insetInlineStart: percent(from, duration), inlineSize: percent(to - from, duration) }}
      />
    </div>
  )
}

/** From where to where the other recording goes, and what is marked in it. */
function Others({
  marks,
  range: { from, to },
  duration,
}: {
  marks: readonly TimelineMark[]
  range: { readonly from: number; readonly to: number }
  duration: number
}) {
  const [start, end] = [Math.max(0, from), Math.min(to, duration)]
  return (
    <div className={styles.others}>
      <div className={styles.track} aria-hidden>
        {end > start ? (
          <div
            className={styles.reach}
            data-number={OTHER}
            style={{ insetInlineStart: percent(start, duration), inlineSize: percent(end - start, duration) }}
          />
        ) : null}
      </div>
      <Marks marks={marks} duration={duration} />
    </div>
  )
}

/** A shape for each kind; they are listed by name in a menu, and reached by keys. */
function Marks({ marks, duration }: { marks: readonly TimelineMark[]; duration: number }) {
  return (
    <div className={styles.track} aria-hidden>
      {marks.map(({ id, kind, time, end }) => (
        <span
          key={`${kind} ${id}`}
          className={styles.mark}
          data-kind={kind}
          style={{
            insetInlineStart: percent(Math.min(time, duration), duration),
            ...(end === null ? {} : { inlineSize: percent(Math.min(end, duration) - time, duration) }),
          }}
          data-range={end !== null || undefined}
        />
      ))}
    </div>
  )
}

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
}: {
  playback: Playback
  scale: TimeScale
  marks: readonly TimelineMark[]
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
    </div>
  )
}

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

import { useRef } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { playerText } from '../messages/player.ts'
import type { TimeScale } from './clock.ts'
import { stepTarget } from './frames.ts'
import type { Loop } from './loop.ts'
import type { Playback } from './playback.ts'
import styles from './SeekBar.module.css'
import { loopEndText } from './TimeReadout.tsx'
import { usePlayback } from './usePlayback.ts'

type End = 'start' | 'end'

const ENDS: readonly End[] = ['start', 'end']
const NAMES = { start: playerText.loopStartHandle, end: playerText.loopEndHandle } as const
const LETTERS = { start: 'A', end: 'B' } as const

/** The ends of the loop, to be dragged or moved by arrow keys, a frame or (with Shift) ten at a time. */
export function LoopHandles({
  playback,
  loop,
  duration,
  scale,
}: {
  playback: Playback
  loop: Loop
  duration: number
  scale: TimeScale
}) {
  const lane = useRef<HTMLDivElement>(null)
  const dragged = useRef<End | null>(null)
  const texts = {
    start: usePlayback(playback, (playback) => loopEndText(playback, scale, 'start')),
    end: usePlayback(playback, (playback) => loopEndText(playback, scale, 'end')),
  }

  /** A whole number of frames, and always one at least between the two ends. */
  const move = (end: End, time: number) => {
    const { frames } = playback
    const { start, end: last } = playback.loop
    const least = end === 'end' && start !== null ? stepTarget(frames, start, 1, duration) : 0
    const most = end === 'start' && last !== null ? stepTarget(frames, last, -1, duration) : duration
    const target = time >= duration ? duration : stepTarget(frames, time, 0, duration)
    const placed = Math.min(Math.max(target, least), most)
    playback.setLoop({ ...playback.loop, [end]: placed })
    // While it stands, the picture at that end is what somebody wants to see.
    if (!playback.playing) playback.seek(placed)
  }
  const onPointerMove = (event: PointerEvent) => {
    const box = lane.current?.getBoundingClientRect()
    if (!dragged.current || !box || box.width === 0) return
    move(dragged.current, Math.min(Math.max(0, (event.clientX - box.left) / box.width), 1) * duration)
  }
  const onKeyDown = (event: KeyboardEvent, end: End, time: number) => {
    const target = keyTarget(event, playback, time)
    if (target === null) return
    event.preventDefault()
    move(end, target)
  }

  return (
    <div ref={lane} className={styles.track}>
      {ENDS.map((end) => {
        const time = loop[end]
        if (time === null) return null
        return (
          <div
            key={end}
            role="slider"
            tabIndex={0}
            className={styles.handle}
            data-end={end}
            aria-label={NAMES[end]}
            aria-valuemin={0}
            aria-valuemax={duration}
            aria-valuenow={time}
            aria-valuetext={playerText.position(texts[end] ?? '')}
            style={{ insetInlineStart: `${(time / duration) * 100}%` }}
            onKeyDown={(event) => onKeyDown(event, end, time)}
            onPointerDown={(event) => {
              if (event.button !== 0) return
              dragged.current = end
              event.currentTarget.setPointerCapture(event.pointerId)
            }}
            onPointerMove={onPointerMove}
            onLostPointerCapture={() => (dragged.current = null)}
          >
            <span aria-hidden>{LETTERS[end]}</span>
          </div>
        )
      })}
    </div>
  )
}

/** Where a key moves an end to (s); null for a key that moves nothing. */
function keyTarget({ key, shiftKey }: KeyboardEvent, playback: Playback, time: number): number | null {
  const by = (frames: number) =>
    stepTarget(playback.frames, time, shiftKey ? frames * 10 : frames, playback.duration)
  if (key === 'ArrowLeft' || key === 'ArrowDown') return by(-1)
  if (key === 'ArrowRight' || key === 'ArrowUp') return by(1)
  if (key === 'Home') return 0
  return key === 'End' ? playback.duration : null
}

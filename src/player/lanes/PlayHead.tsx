import { useEffect, useRef } from 'react'
import styles from './PlayHead.module.css'
import type { LaneFrame } from './laneFrame.ts'
import type { LaneStage } from './stage.ts'
import { followed } from './timeView.ts'
import { axisTime } from './track.ts'
import type { Track } from './track.ts'

/** Nearer to the play head than this (px), the other recording's is where it belongs. */
const SAME_PLACE = 2

/**
 * The lines through all lanes: where the play head is and where the pointer is. `areaRef` takes the strip that time runs
 * through. A view that is zoomed in goes on with the play head. `other` is a recording laid over the first, whose
 * picture has a line of its own where it is not that of the play head.
 */
export function PlayHead({
  frame: { clock, stage, track },
  other,
  areaRef,
  rangeRef,
}: {
  frame: LaneFrame
  other: Track | null
  areaRef: React.RefObject<HTMLDivElement | null>
  rangeRef: React.RefObject<HTMLDivElement | null>
}) {
  const head = useRef<HTMLDivElement>(null)
  const beside = useRef<HTMLDivElement>(null)
  const pointer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let before = clock.time
    const draw = () => put(head.current, stage.xOf(clock.time), stage.width())
    const go = () => {
      const now = clock.time
      const next = stage.view.isWhole()
        ? null
        : followed(stage.view.get(), { before, now, playing: clock.playing })
      before = now
      // Drawn with the lanes, in the next animation frame, so that head and lines agree.
      if (next) stage.view.show(next)
      else draw()
    }
    draw()
    const stops = [clock.subscribe(go), stage.subscribe(draw)]
    return () => stops.forEach((stop) => stop())
  }, [clock, stage])
  useEffect(() => {
    if (!other) return
    const draw = () => {
      const [mine, its] = [stage.xOf(clock.time), otherHead(clock === track.clock ? other : track, stage)]
      put(beside.current, Math.abs(its - mine) < SAME_PLACE ? -1 : its, stage.width())
    }
    draw()
    const stops = [track.clock.subscribe(draw), other.clock.subscribe(draw), stage.subscribe(draw)]
    return () => stops.forEach((stop) => stop())
  }, [clock, track, other, stage])
  useEffect(() => {
    const draw = () => {
      const time = stage.hover.get()
      put(pointer.current, time === null ? -1 : stage.xOf(time), stage.width())
    }
    draw()
    return stage.hover.subscribe(draw)
  }, [stage])
  return (
    <div ref={areaRef} className={styles.area} aria-hidden>
      <div ref={rangeRef} className={styles.range} hidden />
      <div ref={pointer} className={styles.pointer} hidden />
      <div ref={beside} className={styles.beside} hidden />
      <div ref={head} className={styles.head} />
    </div>
  )
}

const otherHead = (track: Track, stage: LaneStage): number => stage.xOf(axisTime(track, track.clock.time))

function put(line: HTMLElement | null, x: number, width: number): void {
  if (!line) return
  line.hidden = x < 0 || x > width
  line.style.transform = `translateX(${x}px)`
}

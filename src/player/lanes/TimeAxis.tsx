import { useEffect, useRef } from 'react'
import { formatFixed, formatSeconds } from '../../lib/formatNumber.ts'
import { lanesText as text } from '../../messages/lanes.ts'
import { shownTime } from '../clock.ts'
import type { TimelineMark } from '../clock.ts'
import type { LaneFrame } from './laneFrame.ts'
import tagStyles from './Tag.module.css'
import { mostTicks, timeTicks } from './ticks.ts'
import styles from './TimeAxis.module.css'

/** Half of the widest number of a tick, in pixels. */
const TICK_ROOM = 18
const TAG_ROOM = 24

/** The time under the lanes. A range that is dragged on it is what the lanes show then. */
export function TimeAxis({ frame, marks }: { frame: LaneFrame; marks: readonly TimelineMark[] }) {
  const { stage, scale } = frame
  const axis = useRef<HTMLDivElement>(null)
  const glyphs = useRef<HTMLDivElement>(null)
  const pointed = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const draw = () => {
      const { ticks, decimals } = timeTicks(stage.view.get(), scale, mostTicks(stage.width()))
      const labels = ticks.map(({ time, shown }) => ({
        x: stage.xOf(time),
        label: formatFixed(shown, decimals),
      }))
      writeTicks(axis.current, labels, stage.width())
      marks.forEach(({ time }, index) => {
        const glyph = glyphs.current?.children[index]
        if (!(glyph instanceof HTMLElement)) return
        const x = stage.xOf(time)
        glyph.hidden = x < 0 || x > stage.width()
        glyph.style.transform = `translateX(${x}px)`
      })
    }
    draw()
    return stage.subscribe(draw)
  }, [stage, scale, marks])
  useEffect(() => {
    const draw = () => {
      const tag = pointed.current
      if (!tag) return
      const time = stage.hover.get()
      tag.hidden = time === null
      if (time === null) return
      tag.textContent = formatSeconds(shownTime(scale, time))
      tag.style.transform = `translateX(calc(${Math.min(stage.xOf(time), stage.width() - TAG_ROOM)}px - 50%))`
    }
    draw()
    return stage.hover.subscribe(draw)
  }, [stage, scale])
  return (
    <div className={styles.axisRow}>
      <MomentRead frame={frame} />
      <div className={styles.axis} data-axis>
        <div ref={axis} aria-hidden className={styles.ticks} />
        <div ref={glyphs} className={styles.glyphs}>
          {marks.map(({ id, kind, label }) => (
            <span key={`${kind} ${id}`} className={styles.glyph} data-kind={kind} title={label} aria-hidden />
          ))}
        </div>
        <span ref={pointed} className={`${tagStyles.tag} ${styles.pointed}`} aria-hidden hidden />
      </div>
    </div>
  )
}

/** When the picture on the screen begins. */
function MomentRead({ frame: { clock, scale } }: { frame: LaneFrame }) {
  const moment = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const draw = () => {
      const words = formatSeconds(shownTime(scale, clock.pictureTime))
      if (moment.current && moment.current.textContent !== words) moment.current.textContent = words
    }
    draw()
    return clock.subscribe(draw)
  }, [clock, scale])
  return (
    <p className={styles.moment}>
      <span ref={moment} /> <span className={styles.unit}>{text.seconds}</span>
    </p>
  )
}

/** As many elements as there are ticks; those that are there are used again. */
function writeTicks(
  axis: HTMLElement | null,
  ticks: readonly { x: number; label: string }[],
  width: number,
): void {
  if (!axis) return
  while (axis.childElementCount > ticks.length) axis.lastElementChild?.remove()
  while (axis.childElementCount < ticks.length) axis.append(document.createElement('span'))
  ticks.forEach(({ x, label }, index) => {
    const element = axis.children[index]
    if (!(element instanceof HTMLElement)) return
    if (element.textContent !== label) element.textContent = label
    // At the right edge there is no room beside the line.
    element.style.transform = `translateX(calc(${x}px - ${x > width - TICK_ROOM ? 100 : 50}%))`
  })
}

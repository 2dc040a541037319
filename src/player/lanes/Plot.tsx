import { useEffect, useRef } from 'react'
import { watchTheme } from './colours.ts'
import type { Line } from './drawLine.ts'
import type { LaneFrame } from './laneFrame.ts'
import styles from './Plot.module.css'
import { AXIS_WIDTH, createLanePlot } from './plot.ts'
import type { LanePlot } from './plot.ts'
import { indexAt } from './reading.ts'
import tagStyles from './Tag.module.css'
import { trackTime } from './track.ts'

/** A value of each line, in their order; null where there is none. */
export type LineValues = readonly (number | null)[]

/**
 * Lines over the time of the lanes and, beside the pointer, what `say` makes of the values under it. Lines, range and
 * `say` keep their identity as long as they are the same.
 */
export function Plot({
  lines,
  range,
  frame,
  say,
}: {
  lines: readonly Line[]
  range: readonly [number, number]
  frame: LaneFrame
  say: (values: LineValues) => string
}) {
  const { stage, backdrop } = frame
  const host = useRef<HTMLDivElement>(null)
  const drawn = useRef<LanePlot | null>(null)
  useEffect(() => {
    if (!host.current) return
    const plot = createLanePlot(host.current, lines, range)
    drawn.current = plot
    const stopTheme = watchTheme(() => plot.recolour())
    return () => {
      drawn.current = null
      stopTheme()
      plot.destroy()
    }
  }, [lines, range])
  useEffect(() => {
    const draw = () => {
      const { current: element } = host
      if (!element || stage.width() === 0) return
      drawn.current?.show(stage.view.get(), backdrop(), stage.width() + AXIS_WIDTH, element.clientHeight)
    }
    // The lane under the pointer is looked at.
    const isFirst = () => host.current?.parentElement?.matches(':hover') === true
    return stage.draw({ draw, isFirst })
  }, [stage, backdrop, lines, range])
  return (
    <div className={styles.plot} data-time>
      <div ref={host} className={styles.canvas} aria-hidden />
      <HoverValues lines={lines} frame={frame} say={say} />
    </div>
  )
}

/** Beside the pointer, on the side where there is more room. */
function HoverValues({
  lines,
  frame: { stage },
  say,
}: {
  lines: readonly Line[]
  frame: LaneFrame
  say: (values: LineValues) => string
}) {
  const tag = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const draw = () => {
      const element = tag.current
      if (!element) return
      const time = stage.hover.get()
      element.hidden = time === null
      if (time === null) return
      element.textContent = say(
        lines.map(({ track, values }) => values[indexAt(track.timestamps, trackTime(track, time))] ?? null),
      )
      const x = stage.xOf(time)
      element.dataset.flip = String(x > stage.width() / 2)
      element.style.transform = `translateX(${x}px)`
    }
    draw()
    return stage.hover.subscribe(draw)
  }, [stage, lines, say])
  return <p ref={tag} className={`${tagStyles.tag} ${styles.hovered}`} aria-hidden hidden />
}

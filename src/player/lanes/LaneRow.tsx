import { useEffect, useId, useRef } from 'react'
import type { Lane, Trace } from '../../domain/lanes.ts'
import { formatFixed, formatSeconds } from '../../lib/formatNumber.ts'
import { lanesText as text } from '../../messages/lanes.ts'
import { shownTime } from '../clock.ts'
import type { Clock, TimeScale } from '../clock.ts'
import type { Backdrop } from './backdrop.ts'
import { watchTheme } from './colours.ts'
import styles from './LaneRow.module.css'
import { AXIS_WIDTH, createLanePlot } from './plot.ts'
import type { LanePlot } from './plot.ts'
import { extremesOf, frameShown, indexAt } from './reading.ts'
import type { LaneStage } from './stage.ts'
import tagStyles from './Tag.module.css'

/** What all lanes of a recording share. */
export type LaneFrame = {
  readonly clock: Clock
  readonly scale: TimeScale
  readonly stage: LaneStage
  readonly timestamps: readonly number[]
  /** Bands, marks and grid as they are by now. */
  readonly backdrop: () => Backdrop
}

/** One lane: its name, the values of the picture on the screen, and its lines. */
export function LaneRow({ lane, frame }: { lane: Lane; frame: LaneFrame }) {
  const id = useId()
  const label = lane.label || text.unnamed
  return (
    <div role="group" aria-labelledby={id} className={styles.lane}>
      <div className={styles.side}>
        <h3 id={id} className={styles.name}>
          <bdi>{label}</bdi>
        </h3>
        <div className={styles.values}>
          {lane.traces.map((trace, index) => (
            <TraceValue key={index} label={label} lane={lane} trace={trace} frame={frame} />
          ))}
        </div>
        <LaneSummary lane={lane} frame={frame} />
      </div>
      <Plot lane={lane} frame={frame} />
    </div>
  )
}

/** `L knee 142.3°`: the value of the picture on the screen, written by the clock and not by React. */
function TraceValue({
  label,
  lane: { unit, decimals },
  trace: { side, values },
  frame: { clock, timestamps },
}: {
  label: string
  lane: Lane
  trace: Trace
  frame: LaneFrame
}) {
  const number = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    let drawn: number | null = null
    const draw = () => {
      const index = frameShown(timestamps, clock)
      if (index === drawn || !number.current) return
      drawn = index
      number.current.textContent = written(values[index], decimals)
    }
    draw()
    return clock.subscribe(draw)
  }, [clock, timestamps, values, decimals])
  return (
    <p className={styles.value} data-side={side ?? undefined}>
      {side ? <span className={styles.letter}>{text.sides[side]}</span> : null}
      <span className="visually-hidden"> {side ? label.toLowerCase() : label} </span>
      <span ref={number} />
      <span className={styles.unit}>{text.unit(unit)}</span>
    </p>
  )
}

const written = (value: number | null | undefined, decimals: number): string =>
  value === null || value === undefined ? text.missing : formatFixed(value, decimals)

/** What the lines look like, for those who do not see them. */
function LaneSummary({ lane, frame: { timestamps, scale } }: { lane: Lane; frame: LaneFrame }) {
  const at = (index: number) => formatSeconds(shownTime(scale, timestamps[index] ?? 0))
  const sentences = lane.traces.map((trace) => {
    const side = trace.side && text.sideNames[trace.side]
    const extremes = extremesOf(trace)
    if (!extremes) return text.empty(side)
    const { least, greatest } = extremes
    const value = (index: number) => written(trace.values[index], lane.decimals) + text.unit(lane.unit)
    return text.range(side, value(least), at(least), value(greatest), at(greatest))
  })
  return <p className="visually-hidden">{sentences.join(' ')}</p>
}

/** The lines and, beside the pointer, the values under it. */
function Plot({ lane, frame }: { lane: Lane; frame: LaneFrame }) {
  const { stage, timestamps, backdrop } = frame
  const host = useRef<HTMLDivElement>(null)
  const drawn = useRef<LanePlot | null>(null)
  useEffect(() => {
    if (!host.current) return
    const plot = createLanePlot(host.current, lane, timestamps)
    drawn.current = plot
    const stopTheme = watchTheme(() => plot.recolour())
    return () => {
      drawn.current = null
      stopTheme()
      plot.destroy()
    }
  }, [lane, timestamps])
  useEffect(() => {
    const draw = () => {
      const { current: element } = host
      if (!element || stage.width() === 0) return
      drawn.current?.show(stage.view.get(), backdrop(), stage.width() + AXIS_WIDTH, element.clientHeight)
    }
    // The lane under the pointer is looked at.
    const isFirst = () => host.current?.parentElement?.matches(':hover') === true
    return stage.draw({ draw, isFirst })
  }, [stage, backdrop, lane, timestamps])
  return (
    <div className={styles.plot} data-time>
      <div ref={host} className={styles.canvas} aria-hidden />
      <HoverValues lane={lane} frame={frame} />
    </div>
  )
}

/** Beside the pointer, on the side where there is more room. */
function HoverValues({ lane, frame: { stage, timestamps } }: { lane: Lane; frame: LaneFrame }) {
  const tag = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const draw = () => {
      const element = tag.current
      if (!element) return
      const time = stage.hover.get()
      element.hidden = time === null
      if (time === null) return
      const index = indexAt(timestamps, time)
      element.textContent = lane.traces
        .map(({ side, values }) => {
          const value = written(values[index], lane.decimals) + text.unit(lane.unit)
          return side ? `${text.sides[side]} ${value}` : value
        })
        .join('  ')
      const x = stage.xOf(time)
      element.dataset.flip = String(x > stage.width() / 2)
      element.style.transform = `translateX(${x}px)`
    }
    draw()
    return stage.hover.subscribe(draw)
  }, [stage, timestamps, lane])
  return <p ref={tag} className={`${tagStyles.tag} ${styles.hovered}`} aria-hidden hidden />
}

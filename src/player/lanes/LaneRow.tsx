import { useCallback, useEffect, useId, useMemo, useRef } from 'react'
import type { Lane, Trace } from '../../domain/lanes.ts'
import { formatSeconds } from '../../lib/formatNumber.ts'
import { lanesText as text } from '../../messages/lanes.ts'
import { shownTime } from '../clock.ts'
import type { Line } from './drawLine.ts'
import type { LaneFrame } from './laneFrame.ts'
import styles from './LaneRow.module.css'
import { Plot } from './Plot.tsx'
import type { LineValues } from './Plot.tsx'
import { rangeOf } from './plot.ts'
import { extremesOf, frameShown } from './reading.ts'
import { written } from './written.ts'

/** One lane: its name, the values of the picture on the screen, and its lines. */
export function LaneRow({ lane, frame }: { lane: Lane; frame: LaneFrame }) {
  const id = useId()
  const label = lane.label || text.unnamed
  const { track } = frame
  const lines = useMemo(
    () =>
      lane.traces.map(({ side, values }): Line => ({
        track,
        side,
        values,
        stroke: side === 'right' ? 'dashed' : 'solid',
      })),
    [lane, track],
  )
  const range = useMemo(() => rangeOf(lane.traces.map(({ values }) => values)), [lane])
  const say = useCallback(
    (values: LineValues) =>
      lane.traces
        .map(({ side }, index) => {
          const value = written(values[index], lane.decimals) + text.unit(lane.unit)
          return side ? `${text.sides[side]} ${value}` : value
        })
        .join('  '),
    [lane],
  )
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
      <Plot lines={lines} range={range} frame={frame} say={say} />
    </div>
  )
}

/** `L knee 142.3°`: the value of the picture on the screen, written by the clock and not by React. */
function TraceValue({
  label,
  lane: { unit, decimals },
  trace: { side, values },
  frame: { track },
}: {
  label: string
  lane: Lane
  trace: Trace
  frame: LaneFrame
}) {
  const number = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const { clock, timestamps } = track
    let drawn: number | null = null
    const draw = () => {
      const index = frameShown(timestamps, clock)
      if (index === drawn || !number.current) return
      drawn = index
      number.current.textContent = written(values[index], decimals)
    }
    draw()
    return clock.subscribe(draw)
  }, [track, values, decimals])
  return (
    <p className={styles.value} data-side={side ?? undefined}>
      {side ? <span className={styles.letter}>{text.sides[side]}</span> : null}
      <span className="visually-hidden"> {side ? label.toLowerCase() : label} </span>
      <span ref={number} />
      <span className={styles.unit}>{text.unit(unit)}</span>
    </p>
  )
}

/** What the lines look like, for those who do not see them. */
function LaneSummary({ lane, frame: { track, scale } }: { lane: Lane; frame: LaneFrame }) {
  const at = (index: number) => formatSeconds(shownTime(scale, track.timestamps[index] ?? 0))
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

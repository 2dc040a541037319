import { memo, useCallback, useEffect, useId, useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import type { ComparedLane, ComparedStrip } from '../../domain/comparedLanes.ts'
import { formatSeconds } from '../../lib/formatNumber.ts'
import { overlaidText as text } from '../../messages/compareFigures.ts'
import { lanesText } from '../../messages/lanes.ts'
import { shownTime } from '../clock.ts'
import type { TimeScale } from '../clock.ts'
import type { Line } from './drawLine.ts'
import type { LaneFrame } from './laneFrame.ts'
import styles from './OverlaidRow.module.css'
import { Plot } from './Plot.tsx'
import type { LineValues } from './Plot.tsx'
import { rangeOf } from './plot.ts'
import { extremesOf, frameShown } from './reading.ts'
import type { Track } from './track.ts'
import { written, writtenDifference } from './written.ts'

/** The recording that is laid over the first, and how its own times are shown. */
export type Overlay = { readonly track: Track; readonly scale: TimeScale }

type RowProps = { lane: ComparedLane; frame: LaneFrame; overlay: Overlay }

/**
 * One quantity of two recordings: a strip for each side, in each the lines of both, and the values of the pictures on
 * the two screens. Kept as it is while the recordings are moved against each other.
 */
export const OverlaidRow = memo(function OverlaidRow({ lane, frame, overlay }: RowProps) {
  const id = useId()
  const label = lane.label || lanesText.unnamed
  const range = useMemo(
    () => rangeOf(lane.strips.flatMap(({ first, second }) => [first?.values ?? [], second?.values ?? []])),
    [lane],
  )
  return (
    <div role="group" aria-labelledby={id} className={styles.lane}>
      {lane.strips.map((strip, index) => (
        <div key={strip.side} className={styles.strip}>
          <div className={styles.side}>
            {index === 0 ? (
              <div className={styles.title}>
                <h3 id={id} className={styles.name}>
                  <bdi>{label}</bdi>
                </h3>
                <span className={styles.unit}>{lane.unit}</span>
              </div>
            ) : null}
            <Values lane={lane} strip={strip} frame={frame} overlay={overlay} />
            <Summary lane={lane} strip={strip} frame={frame} overlay={overlay} />
          </div>
          <StripPlot lane={lane} strip={strip} range={range} frame={frame} overlay={overlay} />
        </div>
      ))}
    </div>
  )
})

type StripProps = RowProps & { strip: ComparedStrip }

/** `L 142.3 139.0 −3.3`: written by the clocks and not by React, each value of its own recording's picture. */
function Values({ lane, strip: { side, first, second }, frame, overlay }: StripProps) {
  const { decimals, unit } = lane
  const label = lane.label || lanesText.unnamed
  const one = useRef<HTMLSpanElement>(null)
  const other = useRef<HTMLSpanElement>(null)
  const difference = useRef<HTMLSpanElement>(null)
  const tracks = useMemo(() => [frame.track, overlay.track] as const, [frame, overlay])
  useEffect(() => {
    const draw = () => {
      const [mine, its] = [first, second].map((trace, index) => {
        const track = tracks[index === 0 ? 0 : 1]
        return trace?.values[frameShown(track.timestamps, track.clock)]
      })
      write(one, written(mine, decimals))
      write(other, written(its, decimals))
      write(difference, writtenDifference(mine, its, decimals))
    }
    draw()
    const stops = tracks.map(({ clock }) => clock.subscribe(draw))
    return () => stops.forEach((stop) => stop())
  }, [tracks, first, second, decimals])
  const sideName = side && lanesText.sideNames[side]
  const only = first === null ? text.only.second : second === null ? text.only.first : null
  const cells = [
    { ref: one, which: text.first },
    { ref: other, which: text.second },
    { ref: difference, which: text.difference },
  ]
  return (
    <>
      <p className={styles.values} data-side={side ?? undefined}>
        <span className={styles.letter} aria-hidden>
          {side ? lanesText.sides[side] : ''}
        </span>
        {cells.map(({ ref, which }) => (
          <span key={which} className={styles.value}>
            <span className="visually-hidden">{text.valueOf(which, sideName, label)} </span>
            <span ref={ref} />
            <span className="visually-hidden">{lanesText.unit(unit)}</span>
          </span>
        ))}
      </p>
      {only ? <p className={styles.only}>{only}</p> : null}
    </>
  )
}

function write({ current }: RefObject<HTMLSpanElement | null>, words: string): void {
  if (current && current.textContent !== words) current.textContent = words
}

/** What the lines look like, for those who do not see them; each in its own recording's time. */
function Summary({ lane, strip: { side, first, second }, frame, overlay }: StripProps) {
  const sideName = side && lanesText.sideNames[side]
  const whose = [
    { which: text.first, trace: first, timestamps: frame.track.timestamps, scale: frame.scale },
    { which: text.second, trace: second, timestamps: overlay.track.timestamps, scale: overlay.scale },
  ]
  const sentences = whose.flatMap(({ which, trace, timestamps, scale }) => {
    if (!trace) return []
    const extremes = extremesOf(trace)
    const line = text.lineOf(which, sideName)
    if (!extremes) return [lanesText.empty(line)]
    const value = (index: number) => written(trace.values[index], lane.decimals) + lanesText.unit(lane.unit)
    const at = (index: number) => formatSeconds(shownTime(scale, timestamps[index] ?? 0))
    const { least, greatest } = extremes
    return [lanesText.range(line, value(least), at(least), value(greatest), at(greatest))]
  })
  return <p className="visually-hidden">{sentences.join(' ')}</p>
}

function StripPlot({
  lane: { decimals, unit },
  strip: { side, first, second },
  range,
  frame,
  overlay,
}: StripProps & { range: readonly [number, number] }) {
  const own = frame.track
  const lines = useMemo((): Line[] => {
    const of = (values: Line['values'] | undefined, track: Track, stroke: Line['stroke']) =>
      values ? [{ track, side, values, stroke }] : []
    return [...of(first?.values, own, 'solid'), ...of(second?.values, overlay.track, 'dashed')]
  }, [first, second, side, own, overlay])
  const say = useCallback(
    (values: LineValues) => {
      const [mine, its] = [first ? values[0] : null, second ? values.at(-1) : null]
      const words = (value: number | null | undefined) => written(value, decimals) + lanesText.unit(unit)
      return [
        first ? text.hovered(text.first, words(mine)) : null,
        second ? text.hovered(text.second, words(its)) : null,
        typeof mine === 'number' && typeof its === 'number'
          ? writtenDifference(mine, its, decimals) + lanesText.unit(unit)
          : null,
      ]
        .filter((word) => word !== null)
        .join('  ')
    },
    [first, second, decimals, unit],
  )
  return <Plot lines={lines} range={range} frame={frame} say={say} />
}

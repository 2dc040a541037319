import { useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { Alignment } from '../../domain/alignment.ts'
import { endOfFrame } from '../../domain/bands.ts'
import type { Bands } from '../../domain/bands.ts'
import type { ComparedLane } from '../../domain/comparedLanes.ts'
import { formatSeconds } from '../../lib/formatNumber.ts'
import { overlaidText as text } from '../../messages/compareFigures.ts'
import type { Clock, TimelineMark, TimeScale } from '../clock.ts'
import { usePlayback } from '../usePlayback.ts'
import { FrameTable } from './FrameTable.tsx'
import { LaneBoard } from './LaneBoard.tsx'
import type { LaneChoices } from './LaneChoice.tsx'
import styles from './OverlaidLanes.module.css'
import { OverlaidRow } from './OverlaidRow.tsx'
import { overlaidGroups } from './tableGroups.ts'
import { axisClock, axisTime, createPlacing, ownTrack } from './track.ts'
import type { Track } from './track.ts'
import { useLaneStage } from './useLaneStage.ts'

/** One of two recordings. `timestamps`: when each of its frames begins (s), ascending; empty where there are none. */
export type OverlaidRecording = {
  readonly title: string
  readonly clock: Clock
  readonly scale: TimeScale
  readonly timestamps: readonly number[]
}

export type OverlaidLanesProps = Omit<LaneChoices, 'lanes'> & {
  first: OverlaidRecording
  second: OverlaidRecording
  /** How the second's times lie on the first's; another object whenever that changes. */
  alignment: Alignment
  /** Whose recording a click in the lanes seeks. */
  steered: 'first' | 'second'
  lanes: readonly ComparedLane[]
  /** Of the first. */
  bands: Bands
  bandWord: string
  /** In seconds of the first. */
  marks: readonly TimelineMark[]
  children: ReactNode
}

/** Less than this (s) is no part of a recording that somebody misses. */
const NEGLIGIBLE = 0.05

/** The series of two recordings over each other on the time of the first. Nothing renders while they play. */
export function OverlaidLanes(props: OverlaidLanesProps) {
  const { first, second, alignment, steered, lanes, chosen, bands, bandWord, marks, children } = props
  const [placing] = useState(() => createPlacing(alignment))
  const { clock, timestamps, scale } = first
  const track = useMemo(() => ownTrack(clock, timestamps), [clock, timestamps])
  const overlay = useMemo(
    () => ({
      track: { clock: second.clock, timestamps: second.timestamps, placed: placing.get },
      scale: second.scale,
    }),
    [second.clock, second.timestamps, second.scale, placing],
  )
  const steering = useMemo(
    () => (steered === 'first' ? clock : axisClock(overlay.track)),
    [steered, clock, overlay],
  )
  const [mine, its] = [useExtent(track), useExtent(overlay.track)]
  const other = its && {
    from: axisTime({ placed: () => alignment }, its.from),
    to: axisTime({ placed: () => alignment }, its.to),
  }
  const { from, to } = mine ?? other ?? { from: 0, to: 0 }
  const stage = useLaneStage(from, to)
  useEffect(() => {
    placing.set(alignment)
    stage.view.repaint.ask()
  }, [placing, stage, alignment])

  const shown = lanes.filter((lane) => chosen.includes(lane.id))
  const tabled = timestamps.length > 0 ? first : second
  return (
    <>
      <LaneBoard
        {...{ stage, scale, track, bands, bandWord, marks }}
        className={styles.overlaid}
        clock={steering}
        other={overlay.track}
        choice={props}
        heading={children}
        legend={<Legend first={first.title} second={second.title} />}
        rows={
          shown.length > 0
            ? (frame) => (
                <>
                  <Heads />
                  {shown.map((lane) => (
                    <OverlaidRow key={lane.id} lane={lane} frame={frame} overlay={overlay} />
                  ))}
                </>
              )
            : null
        }
        table={(id) => (
          <FrameTable
            // What a row stands for has changed, so it begins at the play head again.
            key={tabled === first ? 'first' : 'second'}
            id={id}
            track={tabled === first ? track : overlay.track}
            scale={tabled.scale}
            groups={overlaidGroups(shown, track, overlay, alignment)}
          />
        )}
      />
      {mine && other ? (
        <Outside mine={mine} other={other} rate={alignment.rate} scale={second.scale} />
      ) : null}
    </>
  )
}

type Extent = { readonly from: number; readonly to: number }

/** From when to when a recording lasts (s of it), as far as is known by now; null where nothing is. */
function useExtent({ clock, timestamps }: Track): Extent | null {
  const duration = usePlayback(clock, ({ duration }) => duration)
  if (timestamps.length === 0 && duration === 0) return null
  const end = timestamps.length > 0 ? endOfFrame(timestamps, timestamps.length - 1) : 0
  return { from: Math.min(0, timestamps[0] ?? 0), to: Math.max(end, duration) }
}

/** Which line is whose, in words. */
function Legend({ first, second }: { first: string; second: string }) {
  return (
    <ul className={styles.legend} aria-label={text.legend}>
      <li>
        <span className={styles.sample} data-stroke="solid" aria-hidden />
        {text.line(text.first, text.strokes.first)} <bdi>{first}</bdi>
      </li>
      <li>
        <span className={styles.sample} data-stroke="dashed" aria-hidden />
        {text.line(text.second, text.strokes.second)} <bdi>{second}</bdi>
      </li>
    </ul>
  )
}

/** Over the numbers, which say the same to those who hear them. */
function Heads() {
  return (
    <div className={styles.heads} aria-hidden>
      <span />
      <span>{text.first}</span>
      <span>{text.second}</span>
      <span title={text.differenceHint}>{text.difference}</span>
    </div>
  )
}

/** What of the second recording lies beyond the axis. */
function Outside({
  mine,
  other,
  rate,
  scale,
}: {
  mine: Extent
  other: Extent
  rate: number
  scale: TimeScale
}) {
  const ofSecond = (length: number) =>
    length > NEGLIGIBLE ? formatSeconds((length * rate) / scale.captureFactor) : null
  const before = ofSecond(Math.min(mine.from, other.to) - other.from)
  const after = ofSecond(other.to - Math.max(mine.to, other.from))
  if (before === null && after === null) return null
  return <p className={styles.outside}>{text.outside(before, after)}</p>
}

import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { endOfFrame } from '../../domain/bands.ts'
import type { Bands } from '../../domain/bands.ts'
import type { Lane } from '../../domain/lanes.ts'
import type { Clock, TimelineMark, TimeScale } from '../clock.ts'
import { usePlayback } from '../usePlayback.ts'
import { FrameTable } from './FrameTable.tsx'
import { LaneBoard } from './LaneBoard.tsx'
import type { LaneChoices } from './LaneChoice.tsx'
import { LaneRow } from './LaneRow.tsx'
import { groupsOf } from './tableGroups.ts'
import { ownTrack } from './track.ts'
import { useLaneStage } from './useLaneStage.ts'

export type LanesProps = Omit<LaneChoices, 'lanes'> & {
  clock: Clock
  scale: TimeScale
  /** All there are; `chosen` are the ids of those that are drawn. */
  lanes: readonly Lane[]
  /** When each frame begins (s), ascending; at least one. */
  timestamps: readonly number[]
  bands: Bands
  /** What one band is called. */
  bandWord: string
  marks: readonly TimelineMark[]
  /** The heading, which stands in one line with the tools. */
  children: ReactNode
}

/** Series over the time of a recording, on its clock; knows no video. Nothing renders while the recording plays. */
export function Lanes(props: LanesProps) {
  const { clock, scale, lanes, chosen, timestamps, bands, bandWord, marks, children } = props
  const duration = usePlayback(clock, ({ duration }) => duration)
  const track = useMemo(() => ownTrack(clock, timestamps), [clock, timestamps])
  const stage = useLaneStage(
    Math.min(0, timestamps[0] ?? 0),
    Math.max(endOfFrame(timestamps, timestamps.length - 1), duration),
  )
  const shown = lanes.filter((lane) => chosen.includes(lane.id))
  return (
    <LaneBoard
      {...{ stage, clock, scale, track, bands, bandWord, marks }}
      choice={props}
      heading={children}
      rows={
        shown.length > 0
          ? (frame) => shown.map((lane) => <LaneRow key={lane.id} lane={lane} frame={frame} />)
          : null
      }
      table={(id) => <FrameTable id={id} track={track} scale={scale} groups={shown.flatMap(groupsOf)} />}
    />
  )
}

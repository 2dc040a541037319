import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { endOfFrame } from '../../domain/bands.ts'
import type { Bands } from '../../domain/bands.ts'
import type { Lane } from '../../domain/lanes.ts'
import { lanesText as text } from '../../messages/lanes.ts'
import type { Clock, TimelineMark, TimeScale } from '../clock.ts'
import { usePlayback } from '../usePlayback.ts'
import { createBackdrop } from './backdrop.ts'
import { BandStrip } from './BandStrip.tsx'
import { FrameTable } from './FrameTable.tsx'
import { attachGestures } from './gestures.ts'
import { useLaneKeys } from './laneKeys.ts'
import { LaneRow } from './LaneRow.tsx'
import type { LaneFrame } from './LaneRow.tsx'
import styles from './Lanes.module.css'
import { LaneTools } from './LaneTools.tsx'
import { PanBar } from './PanBar.tsx'
import { PlayHead } from './PlayHead.tsx'
import { createLaneStage } from './stage.ts'
import type { LaneStage } from './stage.ts'
import { TimeAxis } from './TimeAxis.tsx'
import { createLaneView } from './timeView.ts'
import type { TimeView } from './timeView.ts'

export type LanesProps = {
  clock: Clock
  scale: TimeScale
  /** All there are; `chosen` are the ids of those that are drawn. */
  lanes: readonly Lane[]
  chosen: readonly string[]
  onChosen: (chosen: readonly string[]) => void
  onUsual: () => void
  /** False: this device does not keep the choice. */
  kept: boolean
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
  const stage = useStage(clock, timestamps)
  const backdrop = useMemo(() => createBackdrop(stage, { scale, bands, marks }), [stage, scale, bands, marks])
  const frame = useMemo(
    (): LaneFrame => ({ clock, scale, stage, timestamps, backdrop }),
    [clock, scale, stage, timestamps, backdrop],
  )
  const root = useRef<HTMLDivElement>(null)
  const area = useRef<HTMLDivElement>(null)
  const range = useRef<HTMLDivElement>(null)
  useEffect(() => (area.current ? stage.attach(area.current) : undefined), [stage])
  useEffect(() => {
    if (!root.current) return
    const drawRange = (dragged: TimeView | null) => place(range.current, dragged && stage.place(dragged))
    return attachGestures(root.current, { stage, clock, drawRange })
  }, [stage, clock])
  useLaneKeys(root, stage.view, clock)

  const id = useId()
  const [tableOpen, setTableOpen] = useState(false)
  const shown = lanes.filter((lane) => chosen.includes(lane.id))
  const table = { id: `${id}-table`, open: tableOpen, onToggle: () => setTableOpen(!tableOpen) }
  return (
    <div className={styles.lanes}>
      <div className={styles.top}>
        {children}
        <LaneTools clock={clock} view={stage.view} choice={props} table={table} />
      </div>
      {shown.length === 0 ? <p className={styles.note}>{text.noneChosen}</p> : null}
      {/* The keyboard zooms and pans here. */}
      <div
        ref={root}
        className={styles.stack}
        role="group"
        aria-label={text.plots}
        aria-description={text.plotsHint}
        tabIndex={0}
      >
        {shown.map((lane) => (
          <LaneRow key={lane.id} lane={lane} frame={frame} />
        ))}
        {bands.bands.length > 0 ? <BandStrip bands={bands} word={bandWord} frame={frame} /> : null}
        <TimeAxis frame={frame} marks={marks} />
        <PanBar frame={frame} />
        <PlayHead frame={frame} areaRef={area} rangeRef={range} />
      </div>
      {bands.equalParts ? <p className={styles.note}>{text.equalParts(bandWord)}</p> : null}
      {tableOpen ? (
        <FrameTable id={table.id} clock={clock} scale={scale} lanes={shown} timestamps={timestamps} />
      ) : null}
    </div>
  )
}

/** All that is known of the recording: its frames, and what the clock says it lasts. */
function useStage(clock: Clock, timestamps: readonly number[]): LaneStage {
  const duration = usePlayback(clock, ({ duration }) => duration)
  const from = Math.min(0, timestamps[0] ?? 0)
  const to = Math.max(endOfFrame(timestamps, timestamps.length - 1), duration)
  const [stage] = useState(() => createLaneStage(createLaneView({ from, to })))
  useEffect(() => stage.view.setWhole({ from, to }), [stage, from, to])
  return stage
}

function place(element: HTMLElement | null, at: { left: number; width: number } | null): void {
  if (!element) return
  element.hidden = at === null
  if (!at) return
  element.style.transform = `translateX(${at.left}px)`
  element.style.inlineSize = `${at.width}px`
}

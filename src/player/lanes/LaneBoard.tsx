import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Bands } from '../../domain/bands.ts'
import { lanesText as text } from '../../messages/lanes.ts'
import type { Clock, TimelineMark, TimeScale } from '../clock.ts'
import { createBackdrop } from './backdrop.ts'
import { BandStrip } from './BandStrip.tsx'
import { attachGestures } from './gestures.ts'
import type { LaneChoices } from './LaneChoice.tsx'
import type { LaneFrame } from './laneFrame.ts'
import { useLaneKeys } from './laneKeys.ts'
import styles from './Lanes.module.css'
import { LaneTools } from './LaneTools.tsx'
import { PanBar } from './PanBar.tsx'
import { PlayHead } from './PlayHead.tsx'
import type { LaneStage } from './stage.ts'
import { TimeAxis } from './TimeAxis.tsx'
import type { Track } from './track.ts'
import type { TimeView } from './timeView.ts'

export type LaneBoardProps = {
  stage: LaneStage
  /** What a click or a drag seeks, on the axis' time. */
  clock: Clock
  scale: TimeScale
  /** The recording whose time the axis is. */
  track: Track
  /** Another one that is laid over it, whose picture may be elsewhere. */
  other?: Track
  bands: Bands
  /** What one band is called. */
  bandWord: string
  marks: readonly TimelineMark[]
  choice: LaneChoices
  /** The heading, which stands in one line with the tools. */
  heading: ReactNode
  /** What says how the lines are to be read, above them. */
  legend?: ReactNode
  /** The lanes; null where none is chosen. */
  rows: ((frame: LaneFrame) => ReactNode) | null
  table: (id: string) => ReactNode
  className?: string | undefined
}

/** What stands around lanes: their tools, their time axis, the play head through all of them, the table. */
export function LaneBoard(props: LaneBoardProps) {
  const { stage, clock, scale, track, other, bands, bandWord, marks, choice, heading, legend, rows } = props
  const backdrop = useMemo(() => createBackdrop(stage, { scale, bands, marks }), [stage, scale, bands, marks])
  const frame = useMemo(
    (): LaneFrame => ({ clock, scale, stage, track, backdrop }),
    [clock, scale, stage, track, backdrop],
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
  const table = { id: `${id}-table`, open: tableOpen, onToggle: () => setTableOpen(!tableOpen) }
  return (
    <div className={`${styles.lanes} ${props.className ?? ''}`}>
      <div className={styles.top}>
        {heading}
        <LaneTools clock={clock} view={stage.view} choice={choice} table={table} />
      </div>
      {legend}
      {rows ? null : <p className={styles.note}>{text.noneChosen}</p>}
      {/* The keyboard zooms and pans here. */}
      <div
        ref={root}
        className={styles.stack}
        role="group"
        aria-label={text.plots}
        aria-description={text.plotsHint}
        tabIndex={0}
      >
        {rows?.(frame)}
        {bands.bands.length > 0 ? <BandStrip bands={bands} word={bandWord} frame={frame} /> : null}
        <TimeAxis frame={frame} marks={marks} />
        <PanBar frame={frame} />
        <PlayHead frame={frame} other={other ?? null} areaRef={area} rangeRef={range} />
      </div>
      {bands.equalParts ? <p className={styles.note}>{text.equalParts(bandWord)}</p> : null}
      {tableOpen ? props.table(table.id) : null}
    </div>
  )
}

function place(element: HTMLElement | null, at: { left: number; width: number } | null): void {
  if (!element) return
  element.hidden = at === null
  if (!at) return
  element.style.transform = `translateX(${at.left}px)`
  element.style.inlineSize = `${at.width}px`
}

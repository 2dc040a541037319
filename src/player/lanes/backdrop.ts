import type { Band, Bands } from '../../domain/bands.ts'
import type { TimelineMark, TimeScale } from '../clock.ts'
import type { LaneStage } from './stage.ts'
import { mostTicks, timeTicks } from './ticks.ts'

/** What stands behind and before the lines of every lane. Times in seconds of the recording. */
export type Backdrop = {
  readonly grid: readonly number[]
  readonly bands: readonly Band[]
  readonly equalParts: boolean
  readonly marks: readonly TimelineMark[]
}

export const EMPTY_BACKDROP: Backdrop = { grid: [], bands: [], equalParts: false, marks: [] }

/** Gives the same object until it has changed, so that lanes know when to draw again. */
export function createBackdrop(
  stage: LaneStage,
  { scale, bands, marks }: { scale: TimeScale; bands: Bands; marks: readonly TimelineMark[] },
): () => Backdrop {
  let made = EMPTY_BACKDROP
  let madeFor = stage.view.get()
  let width = -1
  return () => {
    const view = stage.view.get()
    if (view === madeFor && width === stage.width()) return made
    madeFor = view
    width = stage.width()
    const { ticks } = timeTicks(view, scale, mostTicks(width))
    made = { ...bands, grid: ticks.map(({ time }) => time), marks }
    return made
  }
}

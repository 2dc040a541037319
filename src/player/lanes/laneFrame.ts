import type { Clock, TimeScale } from '../clock.ts'
import type { Backdrop } from './backdrop.ts'
import type { LaneStage } from './stage.ts'
import type { Track } from './track.ts'

/** What all lanes share. */
export type LaneFrame = {
  /** What a click seeks, on the axis' time; that of `track` but where another recording is steered. */
  readonly clock: Clock
  readonly scale: TimeScale
  readonly stage: LaneStage
  /** The recording whose time the axis is. */
  readonly track: Track
  /** Bands, marks and grid as they are by now. */
  readonly backdrop: () => Backdrop
}

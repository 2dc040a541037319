import { firstTime } from '../domain/alignment.ts'
import type { Alignment } from '../domain/alignment.ts'
import { comparePlayerText as text } from '../messages/comparePlayer.ts'
import type { TimelineMark, TimeScale } from './clock.ts'
import type { TimingSettings } from './timing.ts'
import type { PlayedFilm } from './useFilm.ts'

/** The first recording's clock is the one that both are shown on. */
export type Which = 'first' | 'second'

/** One of two recordings that are compared. */
export type ComparedFilm = PlayedFilm & {
  readonly onSettings: (change: Partial<TimingSettings>) => void
  readonly scale: TimeScale
  /** Stands on its picture. */
  readonly title: string
  /** In its own times (s), in order. */
  readonly marks: readonly TimelineMark[]
}

/** Marks of the second recording on the first's clock, `duration` s long, as far as they lie on it. */
export const marksOnFirst = (
  marks: readonly TimelineMark[],
  alignment: Alignment,
  duration: number,
): readonly TimelineMark[] =>
  marks
    .map((mark) => ({
      ...mark,
      id: `second ${mark.id}`,
      label: text.ofSecond(mark.label),
      time: firstTime(alignment, mark.time),
      end: mark.end === null ? null : firstTime(alignment, mark.end),
    }))
    .filter(({ time }) => time >= 0 && time <= duration)

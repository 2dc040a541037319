import { firstTime, otherTime } from '../../domain/alignment.ts'
import type { Alignment } from '../../domain/alignment.ts'
import { endOfFrame } from '../../domain/bands.ts'
import type { ComparedLane } from '../../domain/comparedLanes.ts'
import type { Lane } from '../../domain/lanes.ts'
import { formatSeconds } from '../../lib/formatNumber.ts'
import { overlaidText } from '../../messages/compareFigures.ts'
import { lanesText as text } from '../../messages/lanes.ts'
import { shownTime } from '../clock.ts'
import type { Overlay } from './OverlaidRow.tsx'
import { indexAt } from './reading.ts'
import type { Track } from './track.ts'
import { written, writtenDifference } from './written.ts'

/** Columns of a table of frames that belong together. */
export type TableGroup = {
  readonly key: string
  readonly label: string
  /** `label` null: the group is this one column. */
  readonly columns: readonly { readonly label: string | null; readonly cell: (frame: number) => string }[]
}

/** A column for each trace of a lane. */
export const groupsOf = ({ id, label, unit, decimals, traces }: Lane): TableGroup[] =>
  traces.map(({ name, side, values }) => ({
    key: `${id} ${name}`,
    label: text.column(label, side && text.sides[side], unit),
    columns: [{ label: null, cell: (frame) => written(values[frame], decimals) }],
  }))

/** As the films are laid over each other: by the middles of their pictures, which no rounding moves to a neighbour. */
const middleOf = (timestamps: readonly number[], frame: number): number =>
  ((timestamps[frame] ?? NaN) + endOfFrame(timestamps, frame)) / 2

/**
 * The columns of two recordings by the frames of the first, or of the second where the first has none: which frame of
 * the second belongs to each, and of each trace the value of both and their difference.
 */
export function overlaidGroups(
  lanes: readonly ComparedLane[],
  { timestamps }: Pick<Track, 'timestamps'>,
  { track: { timestamps: others }, scale }: { track: Pick<Track, 'timestamps'>; scale: Overlay['scale'] },
  alignment: Alignment,
): TableGroup[] {
  const isBySecond = timestamps.length === 0
  const firstOf = (row: number) =>
    isBySecond ? indexAt(timestamps, firstTime(alignment, middleOf(others, row))) : row
  const secondOf = (row: number) =>
    isBySecond ? row : indexAt(others, otherTime(alignment, middleOf(timestamps, row)))
  const second: TableGroup = {
    key: 'second',
    label: overlaidText.second,
    columns: [
      {
        label: overlaidText.secondFrame,
        cell: (row) => (secondOf(row) < 0 ? text.missing : String(secondOf(row))),
      },
      {
        label: overlaidText.secondTime,
        cell: (row) => {
          const time = others[secondOf(row)]
          return time === undefined ? text.missing : formatSeconds(shownTime(scale, time))
        },
      },
    ],
  }
  const traces = lanes.flatMap(({ id, label, unit, decimals, strips }) =>
    strips.map(({ side, first, second }): TableGroup => {
      const one = (row: number) => first?.values[firstOf(row)]
      const other = (row: number) => second?.values[secondOf(row)]
      return {
        key: `${id} ${side}`,
        label: text.column(label, side && text.sides[side], unit),
        columns: [
          { label: overlaidText.first, cell: (row) => written(one(row), decimals) },
          { label: overlaidText.second, cell: (row) => written(other(row), decimals) },
          {
            label: overlaidText.difference,
            cell: (row) => writtenDifference(one(row), other(row), decimals),
          },
        ],
      }
    }),
  )
  return isBySecond || others.length === 0 ? traces : [second, ...traces]
}

import { expect, it } from 'vitest'
import type { ComparedLane } from '../../domain/comparedLanes.ts'
import { PLAIN_TIME } from '../clock.ts'
import type { Clock } from '../clock.ts'
import { overlaidGroups } from './tableGroups.ts'
import { axisClock, createPlacing } from './track.ts'

const times = (count: number, rate: number) => Array.from({ length: count }, (_, frame) => frame / rate)

it('a clock on the axis of another recording tells and seeks its own time', () => {
  const sought: number[] = []
  const clock: Clock = {
    ...{ time: 3, pictureTime: 2.8, duration: 6, playing: true },
    subscribe: () => () => undefined,
    seek: (time) => sought.push(time),
    seekPicture: (begins) => sought.push(begins),
  }
  // What is at 2 s of the first is at 1 s of this one, which goes half as fast from there.
  const placing = createPlacing({ anchor: 2, otherAnchor: 1, rate: 0.5 })
  const placed = axisClock({ clock, timestamps: [], placed: placing.get })
  expect([placed.time, placed.duration, placed.playing]).toEqual([6, 12, true])
  expect(placed.pictureTime).toBeCloseTo(5.6)
  placed.seek(4)
  placing.set({ anchor: 0, otherAnchor: 0, rate: 2 })
  placed.seekPicture(4)
  expect(sought).toEqual([2, 8])
})

const lane: ComparedLane = {
  ...{ id: 'angle:kne', label: 'Knee', unit: '°', decimals: 1 },
  strips: [
    {
      side: 'left',
      first: { name: 'lkne_angle', side: 'left', values: [10, 11, 12, 13] },
      second: { name: 'knee_l', side: 'left', values: [10, 10.5, null, 11.5, 12, 12.5, 13, 13.5] },
    },
  ],
}
const rowsOf = (groups: ReturnType<typeof overlaidGroups>, rows: number[]) =>
  rows.map((row) => groups.flatMap(({ columns }) => columns.map(({ cell }) => cell(row))))
const [first, second] = [{ timestamps: times(4, 10) }, { timestamps: times(8, 20) }]
const overlay = { track: second, scale: PLAIN_TIME }

it('a row of the table has the frame of the second that belongs to the first’s', () => {
  // Twice as many frames a second: the middle of the first's first frame is that of the second's third.
  const groups = overlaidGroups([lane], first, overlay, { anchor: 0.05, otherAnchor: 0.125, rate: 1 })
  expect(groups.map(({ label }) => label)).toEqual(['Second', 'Knee L °'])
  expect(rowsOf(groups, [0, 1, 2, 3])).toEqual([
    ['2', '0.100', '10.0', '–', '–'],
    ['4', '0.200', '11.0', '12.0', '+1.0'],
    ['6', '0.300', '12.0', '13.0', '+1.0'],
    // The second is over.
    ['–', '–', '13.0', '–', '–'],
  ])
})

it('its rows are the second’s frames where the first has none', () => {
  const alone = [{ ...lane, strips: lane.strips.map((strip) => ({ ...strip, first: null })) }]
  const groups = overlaidGroups(alone, { timestamps: [] }, overlay, { anchor: 0, otherAnchor: 0, rate: 1 })
  expect(rowsOf(groups, [1, 2])).toEqual([
    ['–', '10.5', '–'],
    ['–', '–', '–'],
  ])
})

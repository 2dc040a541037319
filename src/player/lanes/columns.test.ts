import { expect, it } from 'vitest'
import { columnsOf } from './columns.ts'
import { createSamples } from './samples.ts'

/** Four frames to a pixel. */
const timestamps = Array.from({ length: 16 }, (_, frame) => frame)
const framesOf = (values: (number | null)[]) => createSamples(timestamps, values)(1)
const all = { first: 0, last: 15, xOf: (time: number) => time / 4 }

it('keep the extremes of each pixel, each beginning where the one before ended', () => {
  const values = [0, 9, -3, 1, 5, 5, 5, 5, 2, 3, 2, 3, 3, 3, 40, 3]
  expect(columnsOf(framesOf(values), all)).toEqual([
    [
      { x: 0, least: -3, greatest: 9 },
      { x: 1, least: 1, greatest: 5 },
      { x: 2, least: 2, greatest: 5 },
      { x: 3, least: 3, greatest: 40 },
    ],
  ])
})

it('break where a pixel or more has no value, and not within one', () => {
  const values = [1, null, 1, 1, null, null, null, null, null, 7, 7, null, 8, 8, null]
  expect(columnsOf(framesOf(values), all)).toEqual([
    [{ x: 0, least: 1, greatest: 1 }],
    [
      { x: 2, least: 7, greatest: 7 },
      { x: 3, least: 7, greatest: 8 },
    ],
  ])
  expect(columnsOf(framesOf(timestamps.map(() => null)), all)).toEqual([])
})

it('are the same by samples of many frames, where those are no wider than a pixel', () => {
  const count = 5_000
  const times = Array.from({ length: count }, (_, frame) => frame)
  const values = times.map((frame) =>
    frame % 401 < 90 ? null : Math.sin(frame / 170) * 50 + ((frame * 7919) % 31),
  )
  const samples = createSamples(times, values)
  expect([1, 3, 4, 15, 16, 70].map((most) => samples(most).frames)).toEqual([1, 1, 4, 4, 16, 64])
  const xOf = (time: number) => time / 16
  const fine = columnsOf(samples(1), { first: 0, last: count - 1, xOf })
  const coarse = columnsOf(samples(16), { first: 0, last: Math.floor((count - 1) / 16), xOf })
  // What lies in a column is the same; only where a column joins its neighbour may it reach further.
  const reach = (runs: ReturnType<typeof columnsOf>) =>
    new Map(runs.flat().map((column) => [column.x, column]))
  const coarsely = reach(coarse)
  for (const [x, { least, greatest }] of reach(fine)) {
    expect(coarsely.get(x)?.least).toBeLessThanOrEqual(least)
    expect(coarsely.get(x)?.greatest).toBeGreaterThanOrEqual(greatest)
  }
  expect(reach(fine).size).toBe(coarsely.size)
})

import { expect, it } from 'vitest'
import { columnsOf } from './columns.ts'

/** Four frames to a pixel. */
const timestamps = Array.from({ length: 16 }, (_, frame) => frame)
const all = { first: 0, last: 15, xOf: (time: number) => time / 4 }

it('keep the extremes of each pixel, each beginning where the one before ended', () => {
  const values = [0, 9, -3, 1, 5, 5, 5, 5, 2, 3, 2, 3, 3, 3, 40, 3]
  expect(columnsOf(timestamps, values, all)).toEqual([
    [
      { x: 0, least: -3, greatest: 9 },
      { x: 1, least: 1, greatest: 5 },
      { x: 2, least: 2, greatest: 5 },
      { x: 3, least: 3, greatest: 40 },
    ],
  ])
})

it('break where a pixel or more has no value, and not within one', () => {
  const values = [1, null, 1, 1, null, null, null, null, null, 7, 7, null, 8, 8, null, undefined]
  expect(columnsOf(timestamps, values, all)).toEqual([
    [{ x: 0, least: 1, greatest: 1 }],
    [
      { x: 2, least: 7, greatest: 7 },
      { x: 3, least: 7, greatest: 8 },
    ],
  ])
  expect(
    columnsOf(
      timestamps,
      timestamps.map(() => null),
      all,
    ),
  ).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { align, alignedAt, firstTime, NO_EVENTS, otherTime } from './alignment.ts'

const pair = (first: number | null, second: number | null) => ({ first, second })

describe('two recordings over each other', () => {
  it('coincide at both events, and the second goes as fast as that takes', () => {
    const alignment = align(pair(1, 3), pair(0.5, 3))
    expect(alignment.rate).toBe(1.25)
    expect([otherTime(alignment, 1), otherTime(alignment, 2), otherTime(alignment, 3)]).toEqual([
      0.5, 1.75, 3,
    ])
    for (const time of [-2, 0, 1.7, 40])
      expect(firstTime(alignment, otherTime(alignment, time))).toBeCloseTo(time, 12)
  })

  it.each([
    ['first', pair(1, 3), pair(0.5, null), 1, 0.5],
    ['second', pair(1, 3), pair(null, 4), 3, 4],
    ['first', pair(1, 3), pair(4, 2), 1, 4],
    ['first', pair(1, 1), pair(4, 5), 1, 4],
    ['beginning', pair(1, null), pair(null, 2), 0, 0],
    ['beginning', NO_EVENTS, pair(1, 2), 0, 0],
  ] as const)(
    'meet at the %s where no more is marked, or in order, at the same speed',
    (at, one, other, time, its) => {
      expect(alignedAt(one, other)).toBe(at)
      expect(align(one, other)).toEqual({ anchor: time, otherAnchor: its, rate: 1 })
    },
  )

  it('move at the speed of life where one was filmed in slow motion, unless both events say otherwise', () => {
    expect(align(NO_EVENTS, NO_EVENTS, 8).rate).toBe(8)
    expect(otherTime(align(pair(1, null), pair(2, null), 8), 1.5)).toBe(6)
    expect(align(pair(1, 2), pair(1, 3), 8).rate).toBe(2)
  })
})

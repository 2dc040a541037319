import { describe, expect, it } from 'vitest'
import { PLAIN_TIME } from '../clock.ts'
import { decimalsOf, roundStep, timeTicks } from './ticks.ts'

const shownAt = (from: number, to: number, most: number, scale = PLAIN_TIME) => {
  const { ticks, decimals } = timeTicks({ from, to }, scale, most)
  return ticks.map(({ shown }) => shown.toFixed(decimals))
}

describe('the time axis', () => {
  it('has round times, as many as there is room for', () => {
    expect(shownAt(0, 6, 8)).toEqual(['0', '1', '2', '3', '4', '5', '6'])
    expect(shownAt(0, 6, 3)).toEqual(['0', '2', '4', '6'])
    expect(shownAt(1.23, 1.31, 4)).toEqual(['1.24', '1.26', '1.28', '1.30'])
    expect(shownAt(0, 600, 6)).toEqual(['0', '100', '200', '300', '400', '500', '600'])
  })

  it('is round in the time that is shown, from the zero of the clock on', () => {
    const scale = { captureFactor: 8, zero: 1.7 }
    expect(shownAt(0.9, 2.5, 5, scale)).toEqual(['-0.10', '-0.05', '0.00', '0.05', '0.10'])
    const { ticks } = timeTicks({ from: 0.9, to: 2.5 }, scale, 5)
    expect(ticks[2]?.time).toBeCloseTo(1.7)
    expect(ticks[4]?.time).toBeCloseTo(2.5)
  })

  it('has none where there is no time or no room', () => {
    expect(shownAt(1, 1, 5)).toEqual([])
    expect(shownAt(0, 1, 0)).toEqual([])
  })

  it.each([
    [0.9, 1, 0],
    [1.1, 2, 0],
    [0.021, 0.05, 2],
    [60, 100, 0],
    [0.001, 0.001, 3],
  ])('steps of at least %s are %s', (least, step, decimals) => {
    expect(roundStep(least)).toBeCloseTo(step, 9)
    expect(decimalsOf(roundStep(least))).toBe(decimals)
  })
})

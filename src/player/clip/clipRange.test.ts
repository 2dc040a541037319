import { describe, expect, it } from 'vitest'
import { constantFrames, listedFrames } from '../frames.ts'
import { picturesOf, rangeInFile, rangeOfLoop } from './clipRange.ts'

const thirty = constantFrames(1 / 30, 6)

describe('the pictures of a loop', () => {
  it('go from the one it begins in to the one it ends in, both included', () => {
    const range = rangeOfLoop({ start: 46.5 / 30, end: 76.5 / 30 }, thirty, 6)
    expect(range).toMatchObject({ first: 46, last: 76 })
    expect(range?.start).toBeCloseTo(46 / 30, 9)
    expect(range?.end).toBeCloseTo(77 / 30, 9)
    expect(range && picturesOf(range)).toBe(31)
    expect(rangeOfLoop({ start: 46 / 30, end: 76 / 30 }, thirty, 6)).toEqual(range)
  })

  it('end with the film', () => {
    expect(rangeOfLoop({ start: 5, end: 6 }, thirty, 6)).toMatchObject({ last: 179, end: 6 })
  })

  it('are none without both ends, or before the film is known', () => {
    expect(rangeOfLoop({ start: 1, end: null }, thirty, 6)).toBeNull()
    expect(rangeOfLoop({ start: null, end: 2 }, thirty, 6)).toBeNull()
    expect(rangeOfLoop({ start: 1, end: 2 }, thirty, 0)).toBeNull()
  })
})

describe('the same pictures by the index of a file', () => {
  const times = Array.from({ length: 10 }, (_, index) => index / 10)

  it('are found by their number where the browser has shifted the file’s clock', () => {
    const shifted = listedFrames(
      times.map((time) => time + 0.08),
      1.08,
    )
    const range = { first: 3, last: 5, start: 0.38, end: 0.68 }
    expect(rangeInFile(range, shifted, times, 1, true)).toMatchObject({
      first: 3,
      last: 5,
      start: 0.3,
      end: 0.6,
    })
  })

  it('are found by time in another film of the recording', () => {
    const twice = Array.from({ length: 20 }, (_, index) => index / 20)
    const range = { first: 3, last: 5, start: 0.3, end: 0.6 }
    const frames = listedFrames(times, 1)
    expect(rangeInFile(range, frames, twice, 1, false)).toEqual({ first: 7, last: 11, start: 0.35, end: 0.6 })
  })

  it('stay within the file', () => {
    const range = { first: 8, last: 9, start: 0.8, end: 1 }
    const short = times.slice(0, 9)
    expect(rangeInFile(range, listedFrames(times, 1), short, 0.9, true)).toMatchObject({
      first: 8,
      last: 8,
      end: 0.9,
    })
  })
})

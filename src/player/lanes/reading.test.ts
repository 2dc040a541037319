import { describe, expect, it } from 'vitest'
import { extremesOf, frameShown, indexAt, momentShown } from './reading.ts'

describe('the frame at a time', () => {
  it('is the one that began last, and none once the last one is over', () => {
    const uneven = [0, 0.04, 0.06, 0.3]
    const times = [-0.01, 0, 0.039, 0.04, 0.05, 0.2999, 0.3, 0.53, 0.54, 99]
    expect(times.map((time) => indexAt(uneven, time))).toEqual([-1, 0, 0, 1, 1, 2, 3, 3, -1, -1])
    expect(indexAt([], 1)).toBe(-1)
    expect(indexAt([0], 5), 'nobody knows how long one frame lasts').toBe(0)
  })

  it('is not the one before, for a time that was computed another way or that a browser has cut', () => {
    const timestamps = Array.from({ length: 36_000 }, (_, frame) => frame / 60)
    for (let frame = 0; frame < timestamps.length; frame += 7) {
      expect(indexAt(timestamps, frame * (1 / 60))).toBe(frame)
      expect(indexAt(timestamps, Math.floor((frame / 60) * 1e6) / 1e6)).toBe(frame)
    }
  })
})

describe('the frame of the picture on the screen', () => {
  const shownAt = (timestamps: number[], duration: number, pictureTime: number) =>
    frameShown(timestamps, { pictureTime, duration })
  const series = (count: number, rate: number) => Array.from({ length: count }, (_, frame) => frame / rate)

  it('is the one that begins with it, however the series is rounded', () => {
    const rounded = series(90, 30).map((time) => Number(time.toFixed(3)))
    for (let frame = 0; frame < 90; frame++) expect(shownAt(rounded, 3, frame / 30)).toBe(frame)
    expect(momentShown(rounded, { pictureTime: 2 / 30, duration: 3 })).toBe(0.067)
  })

  it('is read for every picture of a film that has two for each frame of the series', () => {
    expect([0, 1, 2, 3, 4].map((picture) => shownAt(series(30, 30), 1, picture / 60))).toEqual([
      0, 0, 1, 1, 2,
    ])
  })

  it('is none where the series ends before the film, or has not begun', () => {
    const three = series(90, 30)
    expect([89, 90, 240].map((frame) => shownAt(three, 10, frame / 30))).toEqual([89, -1, -1])
    expect([8, 10].map((time) => momentShown(three, { pictureTime: time, duration: 10 }))).toEqual([8, 10])
    expect(shownAt([1, 2, 3], 10, 0)).toBe(-1)
    expect(shownAt([], 10, 0)).toBe(-1)
  })

  it('at the very end is the last one, where series and film end together', () => {
    expect(shownAt(series(240, 30), 8, 8)).toBe(239)
    expect(shownAt(series(240, 30), 8.05, 8.05), 'a sound track runs on').toBe(239)
    expect(shownAt(series(300, 30), 8, 8), 'the film is a part').toBe(240)
  })
})

describe('the extremes of a trace', () => {
  it('are the first of equals, and leave out what is missing', () => {
    const trace = { name: 'x', side: null, values: [null, 3, -1, null, 5, -1, 5] }
    expect(extremesOf(trace)).toEqual({ least: 2, greatest: 4 })
    expect(extremesOf({ ...trace, values: [null, null] })).toBeNull()
  })
})

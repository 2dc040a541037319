import { describe, expect, it } from 'vitest'
import {
  constantFrames,
  lastBegun,
  listedFrames,
  pictureTarget,
  pictureTime,
  ratesOf,
  stepTarget,
} from './frames.ts'

const NTSC = 1001 / 30_000
const grid = constantFrames(1 / 30, 8)
/** A phone that slows down, halts and goes on. */
const PHONE = [0, 1 / 60, 2 / 60, 3 / 60, 0.1, 0.15, 0.2, 0.45, 0.5]
const phone = listedFrames(PHONE, 0.55)

describe('stepping by frames', () => {
  it('lands in the middle of the next picture, wherever in the present one it stood', () => {
    for (const time of [2, 2.01, 2.033]) expect(stepTarget(grid, time, 1, 8)).toBeCloseTo(61.5 / 30)
  })

  it.each([1 / 30, 1 / 25, 1 / 60, NTSC])(
    'comes back to the same picture after n on and n back (%d s)',
    (interval) => {
      const frames = constantFrames(interval, 8)
      for (let frame = 0; frame < 100; frame += 7) {
        let time = frames.begins(frame)
        for (let n = 0; n < 40; n++) time = stepTarget(frames, time, 1, 8)
        expect(frames.frameAt(time)).toBe(frame + 40)
        for (let n = 0; n < 40; n++) time = stepTarget(frames, time, -1, 8)
        expect(frames.frameAt(time)).toBe(frame)
      }
    },
  )

  it('shows every frame once, on and back, where each lasts as long as it likes', () => {
    const seen: number[] = []
    let time = 0
    for (let n = 0; n < PHONE.length; n++) {
      seen.push(phone.frameAt(time))
      time = stepTarget(phone, time, 1, 0.55)
    }
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    for (let frame = 7; frame >= 0; frame--) {
      time = stepTarget(phone, time, -1, 0.55)
      expect(phone.frameAt(time)).toBe(frame)
    }
    expect(stepTarget(phone, 0.2, 0, 0.55)).toBeCloseTo(0.325)
  })

  it('stops at the first and at the last picture', () => {
    expect(grid.frameAt(stepTarget(grid, 0, -10, 8))).toBe(0)
    expect(grid.frameAt(stepTarget(grid, 7.99, 10, 8))).toBe(239)
    expect(grid.frameAt(stepTarget(grid, 8, -1, 8))).toBe(238)
    expect(phone.frameAt(stepTarget(phone, 0.55, 3, 0.55))).toBe(8)
  })

  it('knows a frame by its beginning as a browser’s clock in microseconds reads it back', () => {
    const listed = listedFrames(
      Array.from({ length: 240 }, (_, frame) => frame / 30),
      8,
    )
    for (let frame = 0; frame < 240; frame++) {
      const read = Math.floor((frame / 30) * 1e6) / 1e6
      expect([grid.frameAt(read), listed.frameAt(read)]).toEqual([frame, frame])
    }
    expect([lastBegun(PHONE, -0.1), lastBegun(PHONE, 0.0999), lastBegun(PHONE, 0.0999995)]).toEqual([
      -1, 3, 4,
    ])
  })

  it('goes to the middle of the picture that begins at a time, however that is rounded', () => {
    for (const begins of [79 / 30, 2.633, 2.634, 2.633333])
      expect(pictureTarget(grid, begins, 8)).toBeCloseTo(79.5 / 30)
    expect(pictureTarget(phone, 0.45, 0.55)).toBeCloseTo(0.475)
  })

  it('says the moment at which the picture on the screen begins', () => {
    expect(pictureTime(grid, 1.55, 8)).toBeCloseTo(46 / 30)
    expect(pictureTime(grid, 8, 8)).toBe(8)
    expect(pictureTime(phone, 0.44, 0.55)).toBe(0.2)
  })
})

describe('frame rates', () => {
  it('are one where clocks only round, and a range where they differ', () => {
    expect(ratesOf([0.033, 0.034, 0.033, 0.033, 0.034])?.least).toBeCloseTo(30.3, 0)
    const { least, most } = ratesOf([1 / 60, 1 / 60, 1 / 30, 1 / 24, 1 / 24]) ?? { least: 0, most: 0 }
    expect([least, most]).toEqual([24, 60])
  })

  it('do not follow one dropped frame', () => {
    const gaps = Array.from({ length: 100 }, () => 1 / 30)
    gaps[40] = 0.5
    expect(ratesOf(gaps)).toMatchObject({ least: 30, most: 30 })
  })
})

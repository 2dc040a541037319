import { describe, expect, it } from 'vitest'
import { createFrameMeter, frameAt, pictureTime, stepTarget } from './frames.ts'

const NTSC = 1001 / 30_000

describe('stepping by frames', () => {
  it('lands in the middle of the next picture, wherever in the present one it stood', () => {
    for (const time of [2, 2.01, 2.033]) expect(stepTarget(time, 1, 1 / 30, 8)).toBeCloseTo(61.5 / 30)
  })

  it.each([1 / 30, 1 / 25, 1 / 60, NTSC])(
    'comes back to the same picture after n on and n back (%d s)',
    (interval) => {
      for (let frame = 0; frame < 100; frame += 7) {
        const start = frame * interval
        let time = start
        for (let n = 0; n < 40; n++) time = stepTarget(time, 1, interval, 8)
        expect(frameAt(time, interval, 8)).toBe(frame + 40)
        for (let n = 0; n < 40; n++) time = stepTarget(time, -1, interval, 8)
        expect(frameAt(time, interval, 8)).toBe(frame)
      }
    },
  )

  it('stops at the first and at the last picture', () => {
    expect(frameAt(stepTarget(0, -10, 1 / 30, 8), 1 / 30, 8)).toBe(0)
    expect(frameAt(stepTarget(7.99, 10, 1 / 30, 8), 1 / 30, 8)).toBe(239)
    expect(frameAt(stepTarget(8, -1, 1 / 30, 8), 1 / 30, 8)).toBe(238)
  })

  it('says the moment at which the picture on the screen begins', () => {
    expect(pictureTime(1.55, 1 / 30, 8)).toBeCloseTo(46 / 30)
    expect(pictureTime(1.55, null, 8)).toBe(1.55)
    expect(pictureTime(8, 1 / 30, 8)).toBe(8)
  })
})

describe('the frame meter', () => {
  it('takes the median of neighbouring frames and leaves out what was dropped or cut by a seek', () => {
    const meter = createFrameMeter()
    let presented = 0
    for (let frame = 0; frame < 8; frame++) meter.see(frame / 25, ++presented)
    expect(meter.interval()).toBeNull()
    presented += 3
    meter.see(14 / 25, ++presented)
    meter.interrupt()
    meter.see(100 / 25, ++presented)
    meter.see(101 / 25, presented + 1)
    expect(meter.interval()).toBeCloseTo(1 / 25)
  })
})

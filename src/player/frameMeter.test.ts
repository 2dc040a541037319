import { expect, it } from 'vitest'
import { createFrameMeter } from './frameMeter.ts'

it('the frame meter counts neighbouring frames and leaves out what was dropped or cut by a seek', () => {
  const meter = createFrameMeter()
  let presented = 0
  for (let frame = 0; frame < 8; frame++) meter.see(frame / 25, ++presented)
  expect(meter.gaps()).toEqual([])
  presented += 3
  meter.see(14 / 25, ++presented)
  meter.interrupt()
  meter.see(100 / 25, ++presented)
  meter.see(101 / 25, presented + 1)
  expect(meter.gaps()).toHaveLength(8)
  for (const gap of meter.gaps()) expect(gap).toBeCloseTo(1 / 25)
  meter.meet(7)
  meter.meet(7)
  expect(meter.times()).toEqual([7])
  meter.forget()
  expect([meter.gaps(), meter.times()]).toEqual([[], []])
})

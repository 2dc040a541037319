import { expect, it } from 'vitest'
import type { TimelineMark } from './clock.ts'
import { constantFrames } from './frames.ts'
import { nextMark, previousMark } from './marks.ts'

const frames = constantFrames(1 / 30, 8)
const at = (time: number) => ({ frames, frame: frames.frameAt(time) })
const mark = (time: number, kind: TimelineMark['kind'] = 'event') => ({
  id: String(time),
  kind,
  label: 'Foot strike',
  time,
  end: null,
})

it('the next mark and the one before are never in the picture that is shown, and there may be none', () => {
  const marks = [1, 2, 2, 3.52].map((time) => mark(time))
  expect(nextMark(marks, at(0))?.time).toBe(1)
  expect(nextMark(marks, at(1))?.time).toBe(2)
  // Its picture began before the mark itself.
  expect(nextMark(marks, at(3.52))).toBeNull()
  expect(previousMark(marks, at(3.52))?.time).toBe(2)
  expect(previousMark(marks, at(2))?.time).toBe(1)
  expect(previousMark(marks, at(1))).toBeNull()
})

it('a part of the recording begins with the picture nearest to where the analysis says', () => {
  const marks = [mark(1.333, 'segment'), mark(2.667, 'segment')]
  expect(nextMark(marks, at(40 / 30))?.time).toBe(2.667)
  expect(previousMark(marks, at(80 / 30))?.time).toBe(1.333)
})

import { expect, it } from 'vitest'
import { constantFrames } from '../../player/frames.ts'
import { formatSeconds } from '../../lib/formatNumber.ts'
import { momentAsRead, pictureMoment } from './pictureMoment.ts'

it.each([30, 29.97, 59.94, 240, 23.976])(
  'at %d frames a second each picture’s moment leads back to it, and reads as its beginning',
  (rate) => {
    const frames = constantFrames(1 / rate, 3)
    for (let frame = 0; frame < frames.count; frame++) {
      const pictureTime = frames.begins(frame)
      const moment = pictureMoment({ pictureTime })
      expect(moment).toBeGreaterThanOrEqual(pictureTime - 1e-12)
      expect(frames.frameAt(moment)).toBe(frame)
      // What is read off the screen, where it is rounded to the millisecond, leads to the same picture.
      expect(frames.frameAt(momentAsRead({ frames }, Number(pictureTime.toFixed(3)), 1e-3))).toBe(frame)
      expect(Math.abs(Number(formatSeconds(moment)) - pictureTime)).toBeLessThanOrEqual(0.000502)
    }
  },
)

it('a time between two pictures stays as it was typed', () => {
  expect(momentAsRead({ frames: constantFrames(1 / 30, 8) }, 1.55, 1e-3)).toBe(1.55)
})

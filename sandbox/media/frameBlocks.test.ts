import { expect, it } from 'vitest'
import { blocksOf, frameBlocks, readFrameBlocks } from './frameBlocks.ts'

/** Brightness of a picture that has nothing but the blocks, light and dark as given. */
const picture =
  (frame: number, light: number, dark: number, scale = 1) =>
  (x: number, y: number): number => {
    const column = Math.floor((x / scale - frameBlocks.x) / frameBlocks.size)
    const inRow = y / scale >= frameBlocks.y && y / scale < frameBlocks.y + frameBlocks.size
    return inRow && blocksOf(frame)[column] ? light : dark
  }

it('reads back every frame number', () => {
  for (let frame = 0; frame < 1024; frame++) expect(readFrameBlocks(picture(frame, 235, 16))).toBe(frame)
})

it('reads the faint blocks of an original, also when shown at half its size', () => {
  expect(readFrameBlocks(picture(173, 214, 165))).toBe(173)
  expect(readFrameBlocks(picture(173, 214, 165, 0.5), 480)).toBe(173)
})

it('answers null where there are no blocks or one of them is damaged', () => {
  expect(readFrameBlocks(() => 128)).toBeNull()
  const damaged = (x: number, y: number): number => {
    const luma = picture(5, 235, 16)(x, y)
    const inLastBit = x >= frameBlocks.x + 11 * frameBlocks.size && x < frameBlocks.x + 12 * frameBlocks.size
    return inLastBit ? 251 - luma : luma
  }
  expect(readFrameBlocks(damaged)).toBeNull()
})

it('writes frame 46 as the films have it', () => {
  const row = blocksOf(46).map((light) => (light ? '1' : '0'))
  expect(row.join('')).toBe('10' + '0000101110' + '0')
})

/**
 * The frame number as a row of square blocks in the bottom left corner of every sample picture, so that a test can
 * read from the pixels which frame is on the screen. From left to right: one light and one dark reference block, ten
 * bits of the frame number (highest first, light = 1), one parity block (light when the number of ones is odd). The
 * analyzed film draws them in white on black, the original in two tones of the floor.
 */
export const frameBlocks = { count: 13, bits: 10, size: 10, x: 16, y: 522, width: 960, height: 540 } as const

/** Blocks of a frame number, 0 to 1023, as light (true) and dark, left to right. */
export function blocksOf(frame: number): boolean[] {
  const bits = Array.from(
    { length: frameBlocks.bits },
    (_, i) => ((frame >> (frameBlocks.bits - 1 - i)) & 1) === 1,
  )
  return [true, false, ...bits, bits.filter(Boolean).length % 2 === 1]
}

/**
 * Reads the frame number from a picture. `getLuma(x, y)` answers the brightness of a pixel in any scale; `width` is
 * the picture's width when it is not shown at its own 960 pixels. Null when there are no readable blocks.
 */
export function readFrameBlocks(
  getLuma: (x: number, y: number) => number,
  width: number = frameBlocks.width,
): number | null {
  const scale = width / frameBlocks.width
  const luma = Array.from({ length: frameBlocks.count }, (_, i) =>
    getLuma(
      Math.floor((frameBlocks.x + (i + 0.5) * frameBlocks.size) * scale),
      Math.floor((frameBlocks.y + 0.5 * frameBlocks.size) * scale),
    ),
  )
  const [light = 0, dark = 0] = luma
  if (light - dark < 8) return null
  const bits = luma.slice(2).map((value) => value > (light + dark) / 2)
  const frame = bits.slice(0, frameBlocks.bits).reduce((sum, bit) => sum * 2 + (bit ? 1 : 0), 0)
  const parity = bits.at(-1) ?? false
  return parity === (blocksOf(frame).at(-1) ?? false) ? frame : null
}

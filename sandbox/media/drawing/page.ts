import type { Film } from '../series.ts'
import { drawPicture, type MediaVariant } from './picture.ts'
import { frameHeight, frameWidth } from './view.ts'

const canvas = new OffscreenCanvas(frameWidth, frameHeight)
const brush = canvas.getContext('2d', { willReadFrequently: true })

/** One frame as a PNG in base64: what the page in the browser hands to the program that encodes. */
export async function pictureAsPng(film: Film, variant: MediaVariant, frame: number): Promise<string> {
  if (!brush) throw new Error('This browser has no 2D canvas')
  drawPicture(brush, film, variant, frame)
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
  let text = ''
  for (let i = 0; i < bytes.length; i += 32_768) text += String.fromCharCode(...bytes.subarray(i, i + 32_768))
  return btoa(text)
}

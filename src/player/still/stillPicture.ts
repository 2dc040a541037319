import { isRightToLeft, layOutStrip } from './strip.ts'
import type { Measure, Run, StripLayout, StripWords } from './strip.ts'

/** Dark on light on every theme: a still is looked at elsewhere. */
const PAPER = '#ffffff'
const INKS = { plain: '#1d1c1a', quiet: '#56534d', left: '#0063a8', right: '#b45309' } as const
const FONT = `system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif`

export type StillPicture = { readonly file: Blob; readonly width: number; readonly height: number }

/**
 * The picture on the screen as a PNG at the film's own size (px), with words in a strip below. Rejects with a
 * `SecurityError` where the host forbids reading pixels, and with the reason of `signal` once that is aborted.
 */
export async function takeStill(
  video: HTMLVideoElement,
  words: StripWords,
  signal: AbortSignal,
): Promise<StillPicture> {
  const { videoWidth, videoHeight } = video
  const canvas = document.createElement('canvas')
  const brush = canvas.getContext('2d')
  if (!brush || videoWidth === 0) throw new Error('There is no picture to take.')
  const strip = layOutStrip(words, videoWidth, measureWith(brush))
  canvas.width = videoWidth
  canvas.height = videoHeight + strip.height
  brush.drawImage(video, 0, 0, videoWidth, videoHeight)
  drawStrip(brush, strip, videoHeight)
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  signal.throwIfAborted()
  if (!file) throw new Error('The browser has no room for the picture.')
  return { file, width: canvas.width, height: canvas.height }
}

const fontOf = ({ size, strong }: Pick<Run, 'size' | 'strong'>) => `${strong ? 600 : 400} ${size}px ${FONT}`

const measureWith =
  (brush: CanvasRenderingContext2D): Measure =>
  (text, size, strong) => {
    brush.font = fontOf({ size, strong })
    return brush.measureText(text).width
  }

function drawStrip(brush: CanvasRenderingContext2D, { width, height, runs }: StripLayout, top: number): void {
  brush.fillStyle = PAPER
  brush.fillRect(0, top, width, height)
  brush.textAlign = 'left'
  brush.textBaseline = 'alphabetic'
  for (const run of runs) {
    brush.font = fontOf(run)
    brush.fillStyle = INKS[run.ink]
    // What a text ends with, such as an ellipsis, stands where its reader expects the end.
    brush.direction = isRightToLeft(run.text) ? 'rtl' : 'ltr'
    brush.fillText(run.text, run.x, top + run.y)
  }
}

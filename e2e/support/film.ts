import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { frameBlocks, readFrameBlocks } from '../../sandbox/media/frameBlocks.ts'

export type FilmName = 'Analyzed video' | 'Original video'

/** A film's element on the page of a session. */
export const film = (page: Page, name: FilmName = 'Analyzed video'): Locator =>
  page.getByRole('group', { name: 'Player controls' }).getByLabel(name, { exact: true })

export const timeOf = (video: Locator): Promise<number> =>
  video.evaluate((element: HTMLVideoElement) => element.currentTime)

/** Waits until the first picture is there and its frames are known for certain. */
export async function expectFilm(page: Page, name: FilmName = 'Analyzed video'): Promise<Locator> {
  const video = film(page, name)
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState))
    .toBeGreaterThan(1)
  await expect(page.getByText(/fps, from the (file|analysis)$/)).toBeVisible()
  return video
}

/** The number drawn in the picture on the screen; null where none can be read. */
export async function frameIn(video: Locator): Promise<number | null> {
  return decode((await readBlocks(video, null, 0))[0])
}

/** The number in the picture, once it stands and the player says the same. */
export async function standingFrame(page: Page, video: Locator): Promise<number> {
  let frame: number | null = null
  await expect
    .poll(async () => {
      frame = await frameIn(video)
      const said = await page.getByText(/^frame \d+$/).textContent()
      return frame !== null && said === `frame ${frame}`
    })
    .toBe(true)
  return frame ?? NaN
}

/** Presses a button so many times, and reads the number in each picture that comes. */
export async function framesStepped(
  video: Locator,
  button: string,
  steps: number,
): Promise<(number | null)[]> {
  return (await readBlocks(video, button, steps)).map(decode)
}

/** Brightness of the blocks, left to right, after each press; without a button, as it stands. */
function readBlocks(video: Locator, button: string | null, steps: number): Promise<number[][]> {
  return video.evaluate(
    async (element: HTMLVideoElement, { button, steps, blocks }) => {
      const strip = new OffscreenCanvas(blocks.count * blocks.size, blocks.size)
      const pen = strip.getContext('2d', { willReadFrequently: true })
      const scale = element.videoWidth / blocks.width
      const read = (): number[] => {
        const { x, y, size, count } = blocks
        const from = [x * scale, y * scale, count * size * scale, size * scale] as const
        pen?.drawImage(element, ...from, 0, 0, strip.width, strip.height)
        let row = new Uint8ClampedArray()
        try {
          row = pen?.getImageData(0, size / 2, strip.width, 1).data ?? row
        } catch {
          // While a film whose address has just been refused is loaded anew, its picture is not to be read.
        }
        return Array.from({ length: count }, (_, block) => row[(block * size + size / 2) * 4 + 1] ?? 0)
      }
      if (button === null) return [read()]
      const pressed = [...document.querySelectorAll('button')].find((one) => one.ariaLabel === button)
      const seen: number[][] = []
      for (let step = 0; step < steps; step++) {
        const comes = new Promise((resolve) => {
          element.requestVideoFrameCallback(resolve)
          // A step that brings no picture is read as it is: the same number twice.
          setTimeout(resolve, 2_000)
        })
        pressed?.click()
        await comes
        seen.push(read())
      }
      return seen
    },
    { button, steps, blocks: frameBlocks },
  )
}

const decode = (luma: number[] = []): number | null =>
  readFrameBlocks((x) => luma[Math.floor((x - frameBlocks.x) / frameBlocks.size)] ?? 0)

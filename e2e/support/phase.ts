import type { Locator } from '@playwright/test'
import { frameBlocks, readFrameBlocks } from '../../sandbox/media/frameBlocks.ts'

/** The numbers drawn in the pictures of two films, read in one turn of the page. */
export type Together = { first: number; second: number }

/** `late`: how far (s) the one that is farther off lies from its own film's clock; `times`: of both clocks (s). */
export type Seen = Together & { late: number; times: readonly [first: number, second: number] }

/** Watches two films for so many milliseconds: every turn of the page in which both numbers can be read. */
export async function watchTogether(first: Locator, second: Locator, during: number): Promise<Seen[]> {
  const other = await second.elementHandle()
  const rows = await first.evaluate(
    async (element: HTMLVideoElement, { other, blocks, during }) => {
      const { x, y, size, count } = blocks
      const strip = new OffscreenCanvas(count * size, 2 * size)
      const pen = strip.getContext('2d', { willReadFrequently: true })
      const draw = (film: HTMLVideoElement, row: number) => {
        const scale = film.videoWidth / blocks.width
        const from = [x * scale, y * scale, count * size * scale, size * scale] as const
        pen?.drawImage(film, ...from, 0, row * size, strip.width, size)
      }
      const read = (row: number): number[] => {
        const line = pen?.getImageData(0, (row + 0.5) * size, strip.width, 1).data
        return Array.from({ length: count }, (_, block) => line?.[(block * size + size / 2) * 4 + 1] ?? 0)
      }
      const seen: { blocks: number[][]; times: number[] }[] = []
      const until = performance.now() + during
      do {
        await new Promise(requestAnimationFrame)
        draw(element, 0)
        draw(other as HTMLVideoElement, 1)
        const times = [element, other as HTMLVideoElement].map(({ currentTime }) => currentTime)
        seen.push({ blocks: [read(0), read(1)], times })
      } while (performance.now() < until)
      return seen
    },
    { other, blocks: frameBlocks, during },
  )
  return rows.flatMap(({ blocks, times }) => {
    const [first = null, second = null] = blocks.map(decode)
    if (first === null || second === null) return []
    const [time = NaN, otherTime = NaN] = times
    const late = (frame: number, clock: number) => Math.abs(clock - (frame + 0.5) / FPS)
    const both = { first, second, times: [time, otherTime] as const }
    return [{ ...both, late: Math.max(late(first, time), late(second, otherTime)) }]
  })
}

/** Of both films. */
const FPS = 30

/** The numbers in both pictures as they stand. */
export async function together(first: Locator, second: Locator): Promise<Together | undefined> {
  const seen = (await watchTogether(first, second, 0)).at(-1)
  return seen && { first: seen.first, second: seen.second }
}

const decode = (luma: number[]): number | null =>
  readFrameBlocks((x) => luma[Math.floor((x - frameBlocks.x) / frameBlocks.size)] ?? 0)

import { spawnSync } from 'node:child_process'
import { expect, type Download, type Locator, type Page } from '@playwright/test'
import { frameBlocks, readFrameBlocks } from '../../sandbox/media/frameBlocks.ts'

export const trayOf = (page: Page): Locator => page.getByRole('region', { name: 'Stills and clips' })
export const clipDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Make clip' })

/** Opens the dialog and waits until it has read what it plans with. */
export async function openClipDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Make clip' }).click()
  const dialog = clipDialog(page)
  await expect(dialog.getByRole('radio', { name: 'Exact' })).toBeVisible()
  return dialog
}

/** Makes the clip as it is chosen in the dialog, saves it, and closes the dialog. */
export async function makeAndSave(page: Page): Promise<Download> {
  const dialog = clipDialog(page)
  await dialog.getByRole('button', { name: 'Make clip' }).click()
  await expect(dialog.getByRole('status')).toContainText('It is in “Stills and clips”.')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save' }).click(),
  ])
  return download
}

export const closeDialog = (page: Page): Promise<void> =>
  clipDialog(page).getByRole('button', { name: 'Close' }).last().click()

/** Whether Debian's ffmpeg is there to look at the files with other eyes than a browser's. */
export const hasFfmpeg = spawnSync('ffprobe', ['-version']).status === 0

/** What ffprobe says of a file's video packets: all, and those marked to be decoded and not shown. */
export function packetsIn(path: string): { all: number; hidden: number; codecs: string[] } {
  const probe = (args: string[]) =>
    spawnSync('ffprobe', ['-v', 'error', ...args, '-of', 'csv=p=0', path], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n')
  const flags = probe(['-select_streams', 'v', '-show_entries', 'packet=flags'])
  const codecs = probe(['-show_entries', 'stream=codec_name'])
  return { all: flags.length, hidden: flags.filter((flag) => flag.includes('D')).length, codecs }
}

/** The numbers drawn in the pictures that ffmpeg shows of a file, in their order. */
export function framesIn(path: string): (number | null)[] {
  const { width, height } = frameBlocks
  const { stdout } = spawnSync(
    'ffmpeg',
    [
      '-v',
      'error',
      '-i',
      path,
      '-map',
      '0:v',
      '-fps_mode',
      'passthrough',
      '-f',
      'rawvideo',
      '-pix_fmt',
      'gray',
      '-',
    ],
    { maxBuffer: 400 * width * height },
  )
  const pictures = Math.floor(stdout.length / (width * height))
  return Array.from({ length: pictures }, (_, picture) =>
    readFrameBlocks((x, y) => stdout[picture * width * height + y * width + x] ?? 0),
  )
}

/** Size and frame number of a still, read from its pixels. */
export async function readStill(
  page: Page,
  png: Buffer,
): Promise<{ width: number; height: number; frame: number | null }> {
  const { width, height, luma } = await page.evaluate(
    async ({ bytes, blocks }) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(picture.width, picture.height)
      const pen = canvas.getContext('2d')
      pen?.drawImage(picture, 0, 0)
      const row = pen?.getImageData(0, blocks.y + blocks.size / 2, picture.width, 1).data ?? []
      const luma = Array.from({ length: picture.width }, (_, x) => row[x * 4 + 1] ?? 0)
      return { width: picture.width, height: picture.height, luma }
    },
    { bytes: [...png], blocks: frameBlocks },
  )
  return { width, height, frame: readFrameBlocks((x) => luma[x] ?? 0) }
}

import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, stat, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { findChromium } from '../commands/chromium.ts'
import { CommandError } from '../commands/processes.ts'
import type { MediaVariant } from './drawing/picture.ts'
import { frameCount, mediaKinds, mediaSeries, type MediaKind } from './series.ts'

/**
 * Draws and encodes the sample films: `npx tsx sandbox/media/render.ts [kind …]` writes `files/<kind>-original.mp4`
 * and `files/<kind>-analyzed.mp4`. Needs Chromium (`CHROMIUM_BIN`, or one on the path) and ffmpeg with libx264.
 */
const here = fileURLToPath(new URL('.', import.meta.url))
const largest = 400_000
/** Once a second: twice as often costs a fifth of the bytes. */
const keyframeEvery = 30
const variants: readonly MediaVariant[] = ['original', 'analyzed']

class RenderError extends Error {}

const runs = (command: string): boolean => spawnSync(command, ['-version'], { stdio: 'ignore' }).status === 0

/** The drawing code as one script that leaves `sampleMedia` on the page. */
async function drawingScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(here, 'drawing/page.ts'), formats: ['iife'], name: 'sampleMedia' },
    },
  })
  const chunk = [result].flat().flatMap((part) => ('output' in part ? part.output : []))[0]
  if (chunk?.type !== 'chunk') throw new RenderError('The drawing code could not be bundled.')
  return chunk.code
}

type SampleMedia = {
  pictureAsPng: (kind: MediaKind, variant: MediaVariant, frame: number) => Promise<string>
}

async function drawFrame(page: Page, kind: MediaKind, variant: MediaVariant, frame: number): Promise<Buffer> {
  const png = await page.evaluate(
    ([k, v, f]) => (globalThis as unknown as { sampleMedia: SampleMedia }).sampleMedia.pictureAsPng(k, v, f),
    [kind, variant, frame] as const,
  )
  return Buffer.from(png, 'base64')
}

function ffmpeg(args: string[]): { process: ChildProcess; done: Promise<void> } {
  const child = spawn('ffmpeg', ['-y', '-loglevel', 'error', ...args], {
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const done = once(child, 'close').then(([code]) => {
    if (code !== 0) throw new RenderError(`ffmpeg ended with ${String(code)}.`)
  })
  return { process: child, done }
}

async function drawFilm(page: Page, kind: MediaKind, variant: MediaVariant, lossless: string): Promise<void> {
  const { fps } = mediaSeries(kind)
  const encoder = ffmpeg([
    '-f',
    'image2pipe',
    '-framerate',
    String(fps),
    '-i',
    '-',
    '-c:v',
    'libx264rgb',
    '-qp',
    '0',
    '-preset',
    'ultrafast',
    lossless,
  ])
  for (let frame = 0; frame < frameCount(kind); frame++) {
    const png = await drawFrame(page, kind, variant, frame)
    if (!encoder.process.stdin?.write(png))
      await once(encoder.process.stdin as NodeJS.WritableStream, 'drain')
  }
  encoder.process.stdin?.end()
  await encoder.done
}

/**
 * No B-frames: frame i is presented at i / fps from 0 on. One thread and bit-exact flags: the same bytes each
 * time. The original spends more on the smooth wall, the analyzed film on its edges.
 */
async function encode(variant: MediaVariant, lossless: string, target: string, crf: number): Promise<number> {
  await ffmpeg([
    ...[
      '-i',
      lossless,
      '-an',
      '-c:v',
      'libx264',
      '-preset',
      'slow',
      '-tune',
      'animation',
      '-crf',
      String(crf),
    ],
    ...['-x264-params', variant === 'original' ? 'aq-mode=3:chroma-qp-offset=-3' : 'aq-mode=1'],
    ...['-bf', '0', '-g', String(keyframeEvery), '-keyint_min', String(keyframeEvery), '-sc_threshold', '0'],
    ...['-vf', 'scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int,format=yuv420p'],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
    ...['-threads', '1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-map_metadata', '-1'],
    ...['-movflags', '+faststart', '-use_editlist', '0', target],
  ]).done
  return (await stat(target)).size
}

/** Nearly the best quality that fits: the size halves with about six steps of the rate factor. */
async function encodeToFit(variant: MediaVariant, lossless: string, target: string): Promise<string> {
  const middle = 26
  const first = await encode(variant, lossless, target, middle)
  let crf = Math.max(16, middle + Math.ceil(6 * Math.log2(first / largest)))
  let size = await encode(variant, lossless, target, crf)
  while (size > largest && crf < 41) size = await encode(variant, lossless, target, ++crf)
  if (size > largest) throw new RenderError(`${target} does not fit into ${String(largest)} bytes.`)
  return `${String(Math.round(size / 1000))} kB at crf ${String(crf)}`
}

async function renderFilms(kinds: readonly MediaKind[]): Promise<void> {
  if (!runs('ffmpeg'))
    throw new RenderError('ffmpeg is missing: install it (Debian: apt-get install ffmpeg).')
  const executablePath = await findChromium(console.log)
  const folder = await mkdtemp(join(tmpdir(), 'sample-media-'))
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
  })
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: await drawingScript() })
    await mkdir(join(here, 'files'), { recursive: true })
    for (const kind of kinds) {
      for (const variant of variants) {
        const name = `${kind}-${variant}.mp4`
        const lossless = join(folder, `${kind}-${variant}.mkv`)
        await drawFilm(page, kind, variant, lossless)
        const result = await encodeToFit(variant, lossless, join(folder, name))
        await rename(join(folder, name), join(here, 'files', name))
        console.log(`${name}: ${String(frameCount(kind))} frames, ${result}`)
      }
    }
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}

try {
  const asked = process.argv.slice(2)
  const unknown = asked.find((name) => !mediaKinds.some((kind) => kind === name))
  if (unknown) throw new RenderError(`Unknown film "${unknown}": choose from ${mediaKinds.join(', ')}.`)
  await renderFilms(asked.length ? mediaKinds.filter((kind) => asked.includes(kind)) : mediaKinds)
} catch (error) {
  if (!(error instanceof RenderError || error instanceof CommandError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

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
import { phoneFrameStarts, phoneFrameTicks, phoneTimescale } from './phoneTimes.ts'
import { films, frameCount, type Film } from './series.ts'

/**
 * Draws and encodes the sample films: `npx tsx sandbox/media/render.ts [film …]` writes `files/<film>-original.mp4`
 * and `files/<film>-analyzed.mp4`. Needs Chromium (`CHROMIUM_BIN`, or one on the path) and ffmpeg with libx264.
 */
const here = fileURLToPath(new URL('.', import.meta.url))
const largest = 400_000
/** Once a second: twice as often costs a fifth of the bytes. */
const keyframeEvery = 30
const constantRate = 30
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
  pictureAsPng: (film: Film, variant: MediaVariant, frame: number) => Promise<string>
}

async function drawFrame(page: Page, film: Film, variant: MediaVariant, frame: number): Promise<Buffer> {
  const png = await page.evaluate(
    ([f, v, i]) => (globalThis as unknown as { sampleMedia: SampleMedia }).sampleMedia.pictureAsPng(f, v, i),
    [film, variant, frame] as const,
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

async function drawFilm(page: Page, film: Film, variant: MediaVariant, lossless: string): Promise<void> {
  const encoder = ffmpeg([
    '-f',
    'image2pipe',
    '-framerate',
    String(constantRate),
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
  for (let frame = 0; frame < frameCount(film); frame++) {
    const png = await drawFrame(page, film, variant, frame)
    if (!encoder.process.stdin?.write(png))
      await once(encoder.process.stdin as NodeJS.WritableStream, 'drain')
  }
  encoder.process.stdin?.end()
  await encoder.done
}

type Encoding = { film: Film; variant: MediaVariant; lossless: string; target: string }

const colours = 'scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int,format=yuv420p'

/** An expression of ffmpeg's that has values[N] at frame N; halved again and again, since its parser nests. */
function valueAtFrame(values: readonly number[], from = 0): string {
  if (values.length === 1) return String(values[0])
  const half = Math.ceil(values.length / 2)
  const [first, second] = [values.slice(0, half), values.slice(half)]
  return `if(lt(N,${String(from + half)}),${valueAtFrame(first, from)},${valueAtFrame(second, from + half)})`
}

/** Gives the frames of the phone's film, drawn at a constant rate, their own times and lengths. */
const phoneTiming = {
  filter: `settb=1/${String(phoneTimescale)},setpts='${valueAtFrame(phoneFrameStarts())}',`,
  output: [
    ...['-fps_mode', 'passthrough', '-enc_time_base', `1:${String(phoneTimescale)}`],
    ...['-bsf:v', `setts=duration='${valueAtFrame(phoneFrameTicks)}'`],
    ...['-video_track_timescale', String(phoneTimescale)],
  ],
}
const constantTiming = { filter: '', output: [] }

/**
 * No B-frames: each frame is presented at its own time from 0 on. One thread and bit-exact flags: the same bytes each
 * time. The original spends more on the smooth wall, the analyzed film on its edges.
 */
async function encode({ film, variant, lossless, target }: Encoding, crf: number): Promise<number> {
  const timing = film === 'variable' ? phoneTiming : constantTiming
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
    ...['-vf', `${timing.filter}${colours}`],
    ...timing.output,
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
    ...['-threads', '1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-map_metadata', '-1'],
    ...['-movflags', '+faststart', '-use_editlist', '0', target],
  ]).done
  return (await stat(target)).size
}

/** Nearly the best quality that fits: the size halves with about six steps of the rate factor. */
async function encodeToFit(encoding: Encoding): Promise<string> {
  const middle = 26
  const first = await encode(encoding, middle)
  let crf = Math.max(16, middle + Math.ceil(6 * Math.log2(first / largest)))
  let size = await encode(encoding, crf)
  while (size > largest && crf < 41) size = await encode(encoding, ++crf)
  if (size > largest) throw new RenderError(`${encoding.target} does not fit into ${String(largest)} bytes.`)
  return `${String(Math.round(size / 1000))} kB at crf ${String(crf)}`
}

async function renderFilms(chosen: readonly Film[]): Promise<void> {
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
    for (const film of chosen) {
      for (const variant of variants) {
        const name = `${film}-${variant}.mp4`
        const lossless = join(folder, `${film}-${variant}.mkv`)
        await drawFilm(page, film, variant, lossless)
        const result = await encodeToFit({ film, variant, lossless, target: join(folder, name) })
        await rename(join(folder, name), join(here, 'files', name))
        console.log(`${name}: ${String(frameCount(film))} frames, ${result}`)
      }
    }
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}

try {
  const asked = process.argv.slice(2)
  const unknown = asked.find((name) => !films.some((film) => film === name))
  if (unknown) throw new RenderError(`Unknown film "${unknown}": choose from ${films.join(', ')}.`)
  await renderFilms(asked.length ? films.filter((film) => asked.includes(film)) : films)
} catch (error) {
  if (!(error instanceof RenderError || error instanceof CommandError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

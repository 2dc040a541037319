import { readFileSync } from 'node:fs'
import { BlobSource, BufferSource, EncodedPacketSink, Input, MP4 } from 'mediabunny'
import type { Source } from 'mediabunny'
import { describe, expect, it } from 'vitest'
import { gapsOf, listedFrames } from '../frames.ts'
import { planQuickCut } from './clipPlan.ts'
import { rangeInFile, rangeOfLoop } from './clipRange.ts'
import { makeClip } from './makeClip.ts'
import { timesShown } from './prepareClip.ts'
import { readFilm } from './readFilm.ts'

const film = (name: string) => () =>
  new BufferSource(readFileSync(new URL(`../../../sandbox/media/files/${name}.mp4`, import.meta.url)))

const never = new AbortController().signal

/** Cuts pictures `first` to `last` of a film without re-encoding. */
async function cut(film: () => Source, first: number, last: number) {
  const index = await readFilm(film(), never)
  const times = timesShown(index.pictures)
  const duration = Math.max(...index.pictures.map(({ end }) => end))
  const frames = listedFrames(times, duration)
  const loop = { start: frames.begins(first), end: (frames.begins(last) + frames.begins(last + 1)) / 2 }
  const shown = rangeOfLoop(loop, frames, duration)
  if (!shown) throw new Error('no range')
  const range = rangeInFile(shown, frames, times, duration, true)
  const plan = planQuickCut(index, range)
  const shares: number[] = []
  const clip = await makeClip(
    film(),
    { form: 'quick', range, cut: plan },
    { signal: never, onProgress: (share) => shares.push(share) },
  )
  return { times, range, plan, clip, shares, pictures: await picturesIn(clip) }
}

/** When each picture of a file begins (s), in the order of showing; those before 0 are hidden. */
async function picturesIn(file: Blob): Promise<number[]> {
  const input = new Input({ source: new BlobSource(file), formats: [MP4] })
  const track = await input.getPrimaryVideoTrack()
  const times: number[] = []
  if (track) for await (const { timestamp } of new EncodedPacketSink(track).packets()) times.push(timestamp)
  input.dispose()
  return times.sort((a, b) => a - b)
}

const expectClose = (found: readonly number[], expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length)
  found.forEach((time, index) => expect(time).toBeCloseTo(expected[index] ?? NaN, 4))
}

describe('a quick cut', () => {
  it('in the middle of a group of pictures shows its own, and hides as many as were planned', async () => {
    const { times, plan, clip, pictures, shares } = await cut(film('running-original'), 46, 76)
    expect(plan).toMatchObject({ hidden: 16, hidesLater: false })
    expectClose(
      pictures,
      times.slice(30, 77).map((time) => time - (times[46] ?? 0)),
    )
    expect(Math.abs(clip.size - plan.bytes)).toBeLessThan(plan.bytes * 0.05)
    expect(shares.at(-1)).toBeGreaterThan(0.9)
  })

  it('at a picture that is decoded by itself hides nothing', async () => {
    const { plan, pictures } = await cut(film('running-original'), 60, 89)
    expect(plan.hidden).toBe(0)
    expect(pictures).toHaveLength(30)
    expect(pictures[0]).toBe(0)
  })

  it('keeps the times of a variable frame rate', async () => {
    const { times, pictures } = await cut(film('variable-original'), 20, 100)
    const own = times.slice(20, 101).map((time) => time - (times[20] ?? 0))
    expectClose(
      pictures.filter((time) => time > -1e-6),
      own,
    )
    const gaps = gapsOf(own).map((gap) => gap.toFixed(4))
    expect(new Set(gaps).size).toBeGreaterThan(2)
  })

  it('takes along a picture from after the end that others need, and does not show it', async () => {
    for (const [first, last, before] of [
      [46, 76, 16],
      [60, 76, 0],
    ] as const) {
      const { plan, pictures, clip } = await cut(film('sound-original'), first, last)
      expect(plan).toMatchObject({ hidden: before + 1, hidesLater: true })
      expect(pictures).toHaveLength(before + 1 + last - first + 1)
      const edits = editsOf(new DataView(await clip.arrayBuffer()))
      expect(edits).toHaveLength(2)
      for (const seconds of edits) expect(seconds).toBeLessThanOrEqual((last - first + 1) / 30 + 1e-4)
      expect(Math.max(...edits)).toBeCloseTo((last - first + 1) / 30, 3)
    }
  })

  it('of a file that was cut so before counts what that hides', async () => {
    const { clip } = await cut(film('running-original'), 46, 76)
    const again = await cut(() => new BlobSource(clip), 5, 10)
    expect(again.times).toHaveLength(31)
    expect(again.plan.hidden).toBe(16 + 5)
    expect(again.pictures.filter((time) => time > -1e-6)).toHaveLength(6)
  })

  it('copies the sound', async () => {
    const { clip } = await cut(film('sound-original'), 60, 89)
    const input = new Input({ source: new BlobSource(clip), formats: [MP4] })
    const sound = await input.getPrimaryAudioTrack()
    expect(await sound?.getCodec()).toBe('aac')
    expect(await sound?.computeDuration()).toBeCloseTo(1, 1)
    input.dispose()
  })
})

it('reads, writes and gives nothing any more once it is cancelled', async () => {
  const index = await readFilm(film('running-original')(), never)
  const source = film('running-original')()
  const reads: number[] = []
  source.on('read', ({ end }) => reads.push(end))
  const shares: number[] = []
  const range = { first: 30, last: 119, start: 1, end: 4 }
  const abort = new AbortController()
  const onProgress = (share: number) => {
    shares.push(share)
    abort.abort()
  }
  const made = makeClip(
    source,
    { form: 'quick', range, cut: planQuickCut(index, range) },
    { signal: abort.signal, onProgress },
  )
  await expect(made).rejects.toMatchObject({ name: 'AbortError' })
  const [readBefore, toldBefore] = [reads.length, shares.length]
  expect(shares.at(-1)).toBeLessThan(1)
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
  expect({ reads: reads.length, shares: shares.length }).toEqual({ reads: readBefore, shares: toldBefore })
  // The film itself is closed: nobody holds what was read of it.
  expect(() => new Input({ source, formats: [MP4] })).toThrow('disposed')
})

it('says of a file without pictures that it has no index to read', async () => {
  const page = new BufferSource(new TextEncoder().encode('<!doctype html><title>Storage</title>'.repeat(40)))
  await expect(readFilm(page, never)).rejects.toMatchObject({ problem: 'not-indexed' })
})

/** How long each track is shown (s), by its edit list. */
function editsOf(file: DataView): number[] {
  const found: number[] = []
  const text = new TextDecoder('latin1').decode(file)
  for (let at = text.indexOf('elst'); at >= 0; at = text.indexOf('elst', at + 4))
    found.push(file.getUint32(at + 12) / file.getUint32(text.indexOf('mvhd') + 16))
  return found
}

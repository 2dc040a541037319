import { readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { films, mediaSeries } from './series.ts'

type Box = { type: string; body: Buffer }

/** The boxes of an MP4 file (ISO/IEC 14496-12): 32-bit size, type, body. */
function boxes(bytes: Buffer): Box[] {
  const found: Box[] = []
  for (let at = 0; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32BE(at)
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + 8, at + size) })
    at += Math.max(8, size)
  }
  return found
}

const inside = (bytes: Buffer, path: readonly string[]): Buffer | undefined =>
  path.reduce<Buffer | undefined>(
    (body, type) => body && boxes(body).find((box) => box.type === type)?.body,
    bytes,
  )

const media = ['moov', 'trak', 'mdia'] as const

/** Presentation times in seconds by the file's own table; every sample must be shown when it is decoded. */
function sampleTimes(file: Buffer): number[] {
  const timescale = inside(file, [...media, 'mdhd'])?.readUInt32BE(12) ?? 0
  const table = inside(file, [...media, 'minf', 'stbl', 'stts']) ?? Buffer.alloc(8)
  const times: number[] = []
  let time = 0
  for (let row = 0; row < table.readUInt32BE(4); row++) {
    const count = table.readUInt32BE(8 + row * 8)
    for (let i = 0; i < count; i++) {
      times.push(time / timescale)
      time += table.readUInt32BE(12 + row * 8)
    }
  }
  return times
}

describe.each(films.flatMap((film) => [[film, 'original'] as const, [film, 'analyzed'] as const]))(
  'the %s film, %s',
  (film, variant) => {
    const path = new URL(`files/${film}-${variant}.mp4`, import.meta.url)
    const file = readFileSync(path)
    const series = mediaSeries(film)

    it('is at most 400 kB', () => {
      expect(statSync(path).size).toBeLessThanOrEqual(400_000)
    })

    it('shows frame i at timestamps[i]', () => {
      const times = sampleTimes(file)
      expect(times).toHaveLength(series.timestamps.length)
      times.forEach((time, i) => expect(time).toBeCloseTo(series.timestamps[i] ?? NaN, 9))
      expect(inside(file, [...media, 'minf', 'stbl', 'ctts'])).toBeUndefined()
      expect(inside(file, ['moov', 'trak', 'edts'])).toBeUndefined()
    })

    it('lasts as long as its series', () => {
      const header = inside(file, [...media, 'mdhd'])
      const seconds = (header?.readUInt32BE(16) ?? 0) / (header?.readUInt32BE(12) ?? 1)
      expect(seconds).toBeCloseTo(series.duration, 6)
    })

    it('can start before it is loaded whole, and be entered every second', () => {
      const types = boxes(file).map((box) => box.type)
      expect(types.indexOf('moov')).toBeLessThan(types.indexOf('mdat'))
      const keyframes = inside(file, [...media, 'minf', 'stbl', 'stss'])?.readUInt32BE(4) ?? 0
      expect(keyframes).toBe(Math.ceil(series.timestamps.length / 30))
    })
  },
)

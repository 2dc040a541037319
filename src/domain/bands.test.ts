import { describe, expect, it } from 'vitest'
import type { Analysis } from './analysis.ts'
import { bandAt, toBands } from './bands.ts'

/** Ten pictures, the last two a quarter of a second apart from their neighbours. */
const timestamps = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.95, 1.2]

const bandsOf = (known: Partial<Analysis>) =>
  toBands({
    timestamps,
    angles: [],
    report: [],
    sided: [],
    segments: null,
    endFrames: [],
    unreadable: [],
    ...known,
  })

describe('the bands of a recording', () => {
  it('end with the last frame of each jump, and the next one begins with the frame after it', () => {
    expect(bandsOf({ endFrames: [3, 8], segments: 2 })).toEqual({
      bands: [
        { number: 1, from: 0, to: 0.4 },
        { number: 2, from: 0.4, to: 1.2 },
      ],
      equalParts: false,
    })
    expect(bandsOf({ endFrames: [9] }).bands).toEqual([{ number: 1, from: 0, to: 1.45 }])
  })

  it('are equal parts where only their number is known', () => {
    const { bands, equalParts } = bandsOf({ segments: 2 })
    expect(equalParts).toBe(true)
    expect(bands.map(({ from, to }) => [from, to])).toEqual([
      [0, 0.725],
      [0.725, 1.45],
    ])
  })

  it.each([null, 0, 1, -3, 2.5, 11, 1e12])('are none for %s segments', (segments) => {
    expect(bandsOf({ segments })).toEqual({ bands: [], equalParts: false })
  })

  it('leave out what is no frame of the recording', () => {
    const found = bandsOf({ endFrames: [8, -1, 3, 3, 2.5, 10, 1e9] })
    expect(found.bands.map(({ to }) => to)).toEqual([0.4, 1.2])
    expect(bandsOf({ timestamps: [], endFrames: [3], segments: 4 }).bands).toEqual([])
  })

  it('tell which one a time is in', () => {
    const { bands } = bandsOf({ endFrames: [3, 8] })
    expect([-0.1, 0, 0.399, 0.4, 1.2].map((time) => bandAt(bands, time)?.number ?? null)).toEqual([
      null,
      1,
      1,
      2,
      null,
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { constantFrames, frameNearest } from './frames.ts'
import { toFrameTruth } from './frameTruth.ts'
import type { FrameEvidence } from './frameTruth.ts'

const every = (interval: number, count: number) =>
  Array.from({ length: count }, (_, frame) => frame * interval)
const nothing: FrameEvidence = { duration: 4, typed: null, file: [], analysis: [], gaps: [], seen: [] }
const found = (evidence: Partial<FrameEvidence>) => {
  const { source, rates, grid } = toFrameTruth({ ...nothing, ...evidence })
  return { source, rate: Math.round(rates.median), count: grid.count }
}

describe('the frames of a film', () => {
  it('are taken from the best there is', () => {
    const gaps = every(1, 9).map(() => 1 / 25)
    const analysis = every(1 / 30, 120)
    const file = every(1 / 60, 240)
    expect(found({})).toEqual({ source: 'assumed', rate: 30, count: 120 })
    expect(found({ gaps })).toEqual({ source: 'measured', rate: 25, count: 100 })
    expect(found({ gaps, analysis })).toEqual({ source: 'analysis', rate: 30, count: 120 })
    expect(found({ gaps, analysis, file })).toEqual({ source: 'file', rate: 60, count: 240 })
    expect(found({ gaps, analysis, file, typed: 50 })).toEqual({ source: 'typed', rate: 50, count: 200 })
  })

  it('are not the analysis’ where the pictures begin at other times, or where it ends elsewhere', () => {
    const analysis = every(1 / 30, 120)
    expect(found({ analysis, seen: [0, 1 / 30, 2.0004] }).source).toBe('analysis')
    expect(found({ analysis, seen: [0, 0.04, 0.08, 0.12] }).source).toBe('assumed')
    expect(found({ analysis: analysis.slice(0, 60) }).source).toBe('assumed')
  })

  it('are not the analysis’ where its times are out of order or come twice', () => {
    const analysis = every(1 / 30, 120)
    const swapped = [...analysis]
    ;[swapped[40], swapped[41]] = [41 / 30, 40 / 30]
    expect(found({ analysis: swapped }).source).toBe('assumed')
    expect(found({ analysis: analysis.map((time, frame) => (frame === 7 ? 6 / 30 : time)) }).source).toBe(
      'assumed',
    )
  })

  it('are sorted once, however often they are asked for', () => {
    const analysis = every(1 / 30, 120)
    const asked = () => toFrameTruth({ ...nothing, analysis, seen: [0, 1 / 30] }).grid
    expect(asked()).toBe(asked())
  })

  it('are those that the film shows, where the file has more behind its end', () => {
    expect(found({ file: every(1 / 30, 150) }).count).toBe(120)
  })

  it('are moved to the browser’s clock where an edit list begins between two frames', () => {
    const file = every(1 / 30, 90).map((time) => time - 0.01)
    const { grid } = toFrameTruth({ ...nothing, duration: 3, file, seen: [0, 1 / 30, 0.5] })
    expect([grid.begins(0), grid.begins(15)]).toEqual([expect.closeTo(0, 5), expect.closeTo(0.5, 5)])
    // What is seen at odd times is no other clock.
    const odd = toFrameTruth({ ...nothing, duration: 3, file, seen: [0, 0.04] })
    expect(odd.grid.begins(1)).toBeCloseTo(1 / 30 - 0.01)
  })

  it('are told by when they begin, however that is rounded', () => {
    const grid = constantFrames(1 / 30, 4)
    for (let frame = 0; frame < 120; frame++) {
      expect(frameNearest(grid, Math.floor((frame / 30) * 1e6) / 1e6)).toBe(frame)
      expect(frameNearest(grid, Math.round((frame / 30) * 1e3) / 1e3)).toBe(frame)
    }
  })
})

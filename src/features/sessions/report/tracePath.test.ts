import { describe, expect, it } from 'vitest'
import { drawTrace, valueRange } from './tracePath.ts'
import type { ChartArea } from './tracePath.ts'

const AREA: ChartArea = { left: 100, width: 100, top: 0, height: 10, from: 0, to: 1, least: 0, greatest: 10 }

describe('a trace on paper', () => {
  it('is a line through its values', () => {
    expect(drawTrace([0, 0.5, 1], [0, 10, 5], AREA).path).toBe('M100 10L150 0L200 5')
  })

  it('is broken where values are missing, and a value alone is a dot', () => {
    expect(drawTrace([0, 0.25, 0.5, 0.75, 1], [0, null, 10, null, 5], AREA).path).toBe(
      'M100 10h0.1M150 0h0.1M200 5h0.1',
    )
    expect(drawTrace([0, 0.25, 0.5, 0.75, 1], [0, 2, null, 10, 5], AREA).path).toBe(
      'M100 10L125 8M175 0L200 5',
    )
  })

  it('reaches the edges of what is shown and goes no further than a frame beyond', () => {
    const { path } = drawTrace([-2, -1, 0.5, 2, 3], [1, 2, 3, 4, 5], AREA)
    expect(path).toBe('M0 8L150 7L300 6')
  })

  it('keeps every extreme of a long recording in few points', () => {
    const times = Array.from({ length: 36_000 }, (_, index) => index / 36_000)
    const values = times.map((_, index) => (index === 20_000 ? 10 : index % 2))
    const { dense, path } = drawTrace(times, values, AREA)
    expect(dense).toBe(true)
    expect(path.length).toBeLessThan(4_000)
    expect(path).toContain('L155 0')
  })

  it('is nothing without values', () => {
    expect(drawTrace([0, 1], [null, null], AREA).path).toBe('')
    expect(valueRange([[null], []])).toBeNull()
    expect(valueRange([[1, null], [3]])).toEqual({ least: 0.9, greatest: 3.1 })
  })
})

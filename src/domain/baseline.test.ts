import { describe, expect, it } from 'vitest'
import { makeSession } from '../testing/session.ts'
import { baselineOf, isEarlier, sessionValue, UNUSUAL_FROM } from './baseline.ts'
import type { Metric } from './metrics.ts'

const perSegment = (name: string, ...values: (number | null)[]): Metric => ({
  name,
  value: { kind: 'perSegment', values },
})

describe('what is usual for an athlete', () => {
  it('is the median of the last ten and how far they lie from it', () => {
    const earlier = [99, 4.4, 4.1, 4.3, 4.0, 4.2, 4.1, 4.4, 4.2, 4.3, 4.2]
    const usual = baselineOf(4.25, earlier)
    expect(usual?.values).toEqual(earlier.slice(1))
    expect(usual?.median).toBeCloseTo(4.2)
    expect(usual?.spread).toBeCloseTo(0.1)
    expect(usual?.unusual).toBeNull()
  })

  it('takes three values at least', () => {
    expect(baselineOf(4, [4, 5])).toBeNull()
    expect(baselineOf(4, [4, 5, 9])).toMatchObject({ median: 5, spread: 1, unusual: null })
  })

  it('is left by a value that is much further off, to either side', () => {
    const earlier = [10, 11, 12, 13, 14, 12, 11, 13, 10, 14]
    expect(baselineOf(18.8, earlier)?.unusual, 'a score of 4.6').toBeNull()
    expect(baselineOf(19.1, earlier)?.unusual, 'a score of 4.8').toBe('high')
    expect(baselineOf(4.5, earlier)?.unusual).toBe('low')
  })

  it('is told with a mean deviation where most values are the same, and not at all where all are', () => {
    const mostly = [0, 0, 2, 0, 0, 2.5, 3, 0]
    expect(baselineOf(4, mostly), 'a score of 3.4').toMatchObject({ spread: 0, unusual: null })
    expect(baselineOf(7, mostly), 'a score of 6.0').toMatchObject({ unusual: 'high' })
    expect(baselineOf(71, [70, 70, 70, 70, 70])).toMatchObject({ median: 70, spread: 0, unusual: null })
  })

  it('is not left by what was there before, however seldom', () => {
    const once = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    expect(baselineOf(1, once)?.score).toBeGreaterThan(UNUSUAL_FROM.get(10) ?? Infinity)
    for (const value of [1, 1 + 1e-15]) expect(baselineOf(value, once)?.unusual).toBeNull()
    expect(baselineOf(1.1, once)?.unusual).toBe('high')
    expect(baselineOf(-1.1, once)?.unusual).toBe('low')
  })

  it('does not take the rounding of an average for a difference', () => {
    const almost = [71.3, 71.29999999999998, 71.3, 71.30000000000001, 71.3, 71.29999999999998]
    expect(baselineOf(71.30000000000004, almost)?.unusual).toBeNull()
  })

  it('is left by one ordinary value in a hundred, however few the earlier ones', () => {
    const random = normal(7)
    const rounds = 20_000
    for (const count of UNUSUAL_FROM.keys()) {
      let alarms = 0
      for (let round = 0; round < rounds; round++) {
        const earlier = Array.from({ length: count }, random)
        if (baselineOf(random(), earlier)?.unusual) alarms += 1
      }
      expect(alarms / rounds, `beside ${count}`).toBeGreaterThan(0.007)
      expect(alarms / rounds, `beside ${count}`).toBeLessThan(0.013)
    }
  })
})

describe('the one number of a session', () => {
  it('is the average of its segments', () => {
    const session = makeSession({ metrics: [perSegment('speed', 4, null, 5)] })
    expect(sessionValue(session, 'speed')).toBe(4.5)
    expect(sessionValue(session, 'pace')).toBeNull()
  })

  it('is nothing where a body cannot do it, and any where nobody knows', () => {
    expect(sessionValue(makeSession({ metrics: [perSegment('speed', 4, 21)] }), 'speed')).toBeNull()
    expect(sessionValue(makeSession({ metrics: [perSegment('odd', 4, 21)] }), 'odd')).toBe(12.5)
    expect(sessionValue(makeSession({ metrics: [perSegment('speed', null)] }), 'speed')).toBeNull()
  })
})

describe('a session is compared with', () => {
  const metrics = [perSegment('speed', 4)]
  const session = makeSession({ id: 'now', exercise: 'clean', recordedAt: '2026-11-15T16:39' })
  const earlier = makeSession({ id: 'old', exercise: 'clean', recordedAt: '2026-11-15T16:38', metrics })

  it('an earlier one of the same athlete, activity and exercise', () => {
    expect(isEarlier(session, earlier)).toBe(true)
    for (const different of [
      { athlete: { id: 'a2', name: 'A. Sørli' } },
      { activity: 'Weightlifting' },
      { exercise: 'snatch' },
      { exercise: null },
      { recordedAt: '2026-11-15T16:39' },
      { recordedAt: null },
      { metrics: [] },
      { id: 'now' },
    ]) {
      expect(isEarlier(session, { ...earlier, ...different }), JSON.stringify(different)).toBe(false)
    }
    expect(isEarlier({ ...session, recordedAt: null }, earlier)).toBe(false)
  })
})

/** Normally distributed numbers, the same for the same seed (mulberry32, Box & Muller). */
function normal(seed: number): () => number {
  const uniform = () => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}

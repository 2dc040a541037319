/** A time and the value a curve takes there. */
export type Key = readonly [time: number, value: number]

/** A quantity over time with its first two derivatives. */
export type Course = { value: number; speed: number; acceleration: number }

/** 0 before `from`, 1 after `to`, and in between a rise without jumps in speed or acceleration. */
export function rise(t: number, from: number, to: number): number {
  const u = Math.min(1, Math.max(0, (t - from) / (to - from)))
  return u * u * u * (u * (6 * u - 15) + 10)
}

/** A slope at a curve's end that does not carry it past its neighbour. */
function gentle(slope: number, from: Key, to: Key): number {
  const secant = (to[1] - from[1]) / (to[0] - from[0])
  return slope * secant > 0 ? Math.sign(slope) * Math.min(Math.abs(slope), 3 * Math.abs(secant)) : slope
}

/**
 * A smooth curve through keys that never overshoots them (Fritsch & Carlson 1980, harmonic mean slopes); outside
 * the keys it stays level. The slopes at both ends are 0 unless given; one that
 * points away from the next key is kept, and there alone the curve swings out.
 */
export function keyed(keys: readonly Key[], startSlope = 0, endSlope = 0): (t: number) => number {
  const slopes = keys.map((key, i) => {
    const before = keys[i - 1]
    const after = keys[i + 1]
    if (!before) return after ? gentle(startSlope, key, after) : 0
    if (!after) return gentle(endSlope, before, key)
    const h0 = key[0] - before[0]
    const h1 = after[0] - key[0]
    const d0 = (key[1] - before[1]) / h0
    const d1 = (after[1] - key[1]) / h1
    if (d0 * d1 <= 0) return 0
    return (3 * (h0 + h1)) / ((2 * h1 + h0) / d0 + (h1 + 2 * h0) / d1)
  })
  return (t) => {
    const i = Math.max(
      0,
      keys.findLastIndex((key, n) => key[0] <= t && n < keys.length - 1),
    )
    const [t0, v0] = keys[i] ?? [0, 0]
    const [t1, v1] = keys[i + 1] ?? [t0 + 1, v0]
    const h = t1 - t0
    const u = Math.min(1, Math.max(0, (t - t0) / h))
    const m0 = (slopes[i] ?? 0) * h
    const m1 = (slopes[i + 1] ?? 0) * h
    return (
      v0 * (1 + 2 * u) * (1 - u) ** 2 +
      m0 * u * (1 - u) ** 2 +
      v1 * u * u * (3 - 2 * u) +
      m1 * u * u * (u - 1)
    )
  }
}

/** The fifth-degree course from one state to another: place, speed and acceleration agree at both ends. */
export function between(t0: number, from: Course, t1: number, to: Course): (t: number) => Course {
  const T = t1 - t0
  const c1 = from.speed * T
  const c2 = (from.acceleration * T * T) / 2
  const d = to.value - from.value - c1 - c2
  const e = to.speed * T - c1 - 2 * c2
  const f = to.acceleration * T * T - 2 * c2
  const c3 = 10 * d - 4 * e + f / 2
  const c4 = -15 * d + 7 * e - f
  const c5 = 6 * d - 3 * e + f / 2
  return (t) => {
    const u = (t - t0) / T
    return {
      value: from.value + u * (c1 + u * (c2 + u * (c3 + u * (c4 + u * c5)))),
      speed: (c1 + u * (2 * c2 + u * (3 * c3 + u * (4 * c4 + u * 5 * c5)))) / T,
      acceleration: (2 * c2 + u * (6 * c3 + u * (12 * c4 + u * 20 * c5))) / (T * T),
    }
  }
}

/** Rate of change of a quantity, by the difference over two milliseconds. */
export const slopeOf = (f: (t: number) => number, t: number): number => (f(t + 0.001) - f(t - 0.001)) / 0.002

import { describe, expect, it } from 'vitest'
import { bodyMass, gravity } from './motion/body.ts'
import { jumps } from './motion/jumping.ts'
import { films, jointAngles, mediaKinds, mediaSeries, poseOfFrame } from './series.ts'

/** Reach of joints in degrees, by the convention of the series, a little wider than Norkin & White 2016. */
const humanRange: Record<string, readonly [low: number, high: number]> = {
  ank: [45, 150],
  kne: [35, 180],
  hip: [40, 205],
  sho: [-70, 215],
  elb: [25, 180],
}

describe.each(films)('the series of the %s film', (film) => {
  const series = mediaSeries(film)

  it('has one value of every name for every frame', () => {
    const names = ['ank', 'kne', 'hip', 'sho', 'elb'].flatMap((joint) => [
      `l${joint}_angle`,
      `r${joint}_angle`,
    ])
    expect(Object.keys(series.angles).sort()).toEqual(names.sort())
    for (const values of [...Object.values(series.angles), ...Object.values(series.reportMetrics)]) {
      expect(values).toHaveLength(series.timestamps.length)
      expect(values.every(Number.isFinite)).toBe(true)
    }
  })

  it('counts time from 0, frame after frame, to within its length', () => {
    expect(series.timestamps[0]).toBe(0)
    const steps = series.timestamps.slice(1).map((time, i) => time - (series.timestamps[i] ?? NaN))
    expect(Math.min(...steps)).toBeGreaterThan(0)
    expect(series.duration - (series.timestamps.at(-1) ?? NaN)).toBeGreaterThan(0)
    expect(series.duration).toBeGreaterThanOrEqual(4)
    expect(series.duration).toBeLessThanOrEqual(8)
  })

  it('stays within what a joint can do', () => {
    for (const [name, values] of Object.entries(series.angles)) {
      const [low, high] = humanRange[name.slice(1, 4)] ?? [0, 0]
      expect(Math.min(...values), name).toBeGreaterThan(low)
      expect(Math.max(...values), name).toBeLessThanOrEqual(high)
    }
  })

  it('ends its segments within the film, in order', () => {
    expect(series.endFrames).toHaveLength(series.segments)
    expect(series.endFrames).toEqual([...series.endFrames].sort((a, b) => a - b))
    expect(
      series.endFrames.every((frame) => Number.isInteger(frame) && frame < series.timestamps.length),
    ).toBe(true)
  })

  it('says of a frame what its drawn joints say', () => {
    for (const frame of [0, 31, 46, 100]) {
      const drawn = jointAngles(poseOfFrame(film, frame))
      for (const [name, value] of Object.entries(drawn)) expect(series.angles[name]?.[frame]).toBe(value)
    }
  })

  it('is made once', () => {
    expect(mediaSeries(film)).toBe(series)
  })
})

it('films at a constant 30 frames a second, but for the phone: from 60 down to 24, and once a quarter of a second', () => {
  const rates = (film: (typeof films)[number]) => {
    const { timestamps, duration } = mediaSeries(film)
    return new Set(timestamps.map((time, i) => Math.round(1 / ((timestamps[i + 1] ?? duration) - time))))
  }
  for (const kind of mediaKinds) expect(rates(kind)).toEqual(new Set([30]))
  expect(rates('variable')).toEqual(new Set([60, 50, 46, 32, 30, 29, 4, 24]))
})

it('shows in the faster run what the usual one shows, after four fifths of the time', () => {
  const [usual, faster] = [mediaSeries('running'), mediaSeries('faster')]
  for (const [joint, values] of Object.entries(usual.angles))
    for (let frame = 0; frame < values.length; frame += 5)
      expect(faster.angles[joint]?.[(frame / 5) * 4]).toBeCloseTo(values[frame] ?? NaN, 1)
  expect(faster.timestamps).toEqual(usual.timestamps)
  expect(faster.segments).toBe(10)
})

it('counts strides, jumps, the lift and the squats', () => {
  expect(mediaKinds.map((kind) => mediaSeries(kind).segments)).toEqual([8, 3, 1, 2])
})

it('measures a straight standing leg as 180°, 180° and 90° at hip, knee and ankle', () => {
  const side = {
    shoulder: { x: 0, y: 1.4 },
    elbow: { x: 0, y: 1.1 },
    wrist: { x: 0, y: 0.8 },
    hip: { x: 0, y: 0.9 },
    knee: { x: 0, y: 0.5 },
    ankle: { x: 0, y: 0.07 },
    heel: { x: -0.06, y: 0 },
    ball: { x: 0.12, y: 0 },
    toe: { x: 0.2, y: 0 },
  }
  const kneeForward = { ...side, knee: { x: 0.1, y: 0.5 } }
  const angles = jointAngles({
    pelvis: side.hip,
    neck: side.shoulder,
    head: side.shoulder,
    headTilt: 0,
    left: side,
    right: kneeForward,
  })
  expect(angles).toMatchObject({
    lhip_angle: 180,
    lkne_angle: 180,
    lank_angle: 90,
    lsho_angle: 0,
    lelb_angle: 180,
  })
  expect(angles['rkne_angle']).toBeLessThan(170)
  expect(angles['rhip_angle']).toBeLessThan(170)
  expect(angles['rank_angle']).toBeLessThan(90)
})

describe('ground reaction force of the jumps', () => {
  const { timestamps, reportMetrics } = mediaSeries('jumping')
  const grf = reportMetrics['grf'] ?? []

  it('is body weight when standing and nothing in flight', () => {
    expect(grf[0]).toBeCloseTo(bodyMass * gravity, 1)
    timestamps.forEach((t, i) => {
      if (jumps.some((jump) => t > jump.takeoff && t < jump.landing)) expect(grf[i]).toBe(0)
    })
    expect(Math.max(...grf)).toBeGreaterThan(2 * bodyMass * gravity)
    expect(Math.max(...grf)).toBeLessThan(5 * bodyMass * gravity)
  })

  it('belongs to the speed of the hips: speed is the slope of height', () => {
    const height = reportMetrics['hipy'] ?? []
    const speed = reportMetrics['vhipy'] ?? []
    for (let i = 1; i + 1 < timestamps.length; i++) {
      const slope = ((height[i + 1] ?? 0) - (height[i - 1] ?? 0)) * 15
      expect(Math.abs(slope - (speed[i] ?? 0))).toBeLessThan(0.35)
    }
  })
})

import { describe, expect, it } from 'vitest'
import { metricDefinition } from './metrics.ts'
import { EVEN, evenRange, POSSIBLE, possibleRange, sideGap } from './plausibility.ts'

const GRAVITY = 9.80665
const tables = [...Object.entries(POSSIBLE), ...Object.entries(EVEN)]

describe('the thresholds', () => {
  it('are of metrics the console knows, least before most, each with where it comes from', () => {
    for (const [activity, metrics] of tables) {
      for (const [metric, bounds] of Object.entries(metrics)) {
        expect(metricDefinition(activity, metric), `${activity} ${metric}`).not.toBeNull()
        expect(bounds.min, `${activity} ${metric}`).toBeLessThan(bounds.max)
        expect(bounds.source, `${activity} ${metric}`).toMatch(/\.$/)
      }
    }
  })

  it('judge the same metric by its activity: seconds in the air of a step are not those of a jump', () => {
    expect(possibleRange('Running', 'flight_time')?.max).toBeLessThan(
      possibleRange('Vertical Jump', 'flight_time')?.max ?? 0,
    )
  })

  it('know nothing of other metrics and activities, whatever they are called', () => {
    for (const name of ['ankle_stiffness', 'footstrike', '__proto__', 'constructor', 'toString', '']) {
      expect(possibleRange('Running', name), name).toBeNull()
      expect(evenRange('Running', name), name).toBeNull()
      expect(possibleRange(name, 'speed'), name).toBeNull()
    }
    expect(evenRange('Vertical Jump', 'rbalance')).toBeNull()
  })

  it('agree with each other: no jump inside one range is outside of another', () => {
    const { min, max } = POSSIBLE['Vertical Jump']['jump_height'] ?? { min: 0, max: 0 }
    for (const height of [min, max]) {
      const flight = Math.sqrt((8 * height) / GRAVITY)
      const velocity = Math.sqrt(2 * GRAVITY * height)
      expect(flight).toBeGreaterThan(possibleRange('Vertical Jump', 'flight_time')?.min ?? Infinity)
      expect(flight).toBeLessThan(possibleRange('Vertical Jump', 'flight_time')?.max ?? 0)
      expect(velocity).toBeGreaterThan(possibleRange('Vertical Jump', 'takeoff_velocity')?.min ?? Infinity)
      expect(velocity).toBeLessThan(possibleRange('Vertical Jump', 'takeoff_velocity')?.max ?? 0)
    }
  })

  it('let the fastest and strongest people known be possible', () => {
    const records: [string, string, number][] = [
      ['Running', 'speed', 12.42],
      ['Running', 'contact_time', 0.086],
      ['Running', 'cadence', 4.36 * 60],
      ['Running', 'stride_length', 2 * 2.7],
      ['Vertical Jump', 'jump_height', 1.17],
      ['Weightlifting', 'barbell_weight', 267],
    ]
    for (const [activity, metric, value] of records) {
      const { min, max } = possibleRange(activity, metric) ?? { min: Infinity, max: -Infinity }
      expect(value, metric).toBeGreaterThan(min)
      expect(value, metric).toBeLessThan(max)
    }
  })
})

it('the gap between the sides is counted in points, from either side', () => {
  expect([sideGap(50), sideGap(41), sideGap(59), sideGap(100)]).toEqual([0, 18, 18, 100])
})

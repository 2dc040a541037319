import { expect, it } from 'vitest'
import { readingOf } from './units.ts'

/** A number as it is shown in imperial units. */
function imperial(activity: string, name: string, value: number): string {
  const { unit, factor, decimals } = readingOf('imperial', activity, name)
  return `${decimals === null ? String(value * factor) : (value * factor).toFixed(decimals)} ${unit}`
}

it('imperial numbers are exact and tell no less than the metric ones', () => {
  // 1 mile = 1609.344 m, 1 in = 2.54 cm, 1 lb = 0.45359237 kg, 1 lbf = 4.4482216152605 N.
  expect(imperial('Running', 'speed', 0.44704 * 9)).toBe('9.00 mph')
  expect(imperial('Running', 'pace', 5 / 1.609344)).toBe('5.00 min/mi')
  expect(imperial('Running', 'stride_length', 0.3048 * 8.25)).toBe('8.25 ft')
  expect(imperial('Running', 'mass', 72.57478)).toBe('160.0 lb')
  expect(imperial('Vertical Jump', 'jump_height', 0.508)).toBe('20.00 in')
  expect(imperial('Vertical Jump', 'takeoff_velocity', 3.048)).toBe('10.00 ft/s')
  expect(imperial('Weightlifting', 'max_GRF', 4448.2216152605)).toBe('1000.0 lbf')
  expect(imperial('Weightlifting', 'bar_past_the_knee_acceleration', 3.048)).toBe('10.00 ft/s²')
  expect(imperial('Weightlifting', 'max_bar_speed', 1.524)).toBe('5.00 ft/s')
})

it('what has no imperial unit in the field stays as it is', () => {
  const same: [string, string][] = [
    ['Running', 'cadence'],
    ['Running', 'power'],
    ['Running', 'normalized_power'],
    ['Running', 'contact_angle'],
    ['Running', 'rbalance'],
    ['Running', 'contact_time'],
    ['Vertical Jump', 'rsi'],
    ['Weightlifting', 'total_time'],
  ]
  for (const [activity, name] of same) {
    expect(readingOf('imperial', activity, name), name).toEqual(readingOf('metric', activity, name))
  }
})

it('what nobody knows is shown as it was sent, whatever its name', () => {
  for (const name of ['ankle_stiffness', '__proto__', 'constructor', '']) {
    expect(readingOf('imperial', 'Running', name)).toEqual({ unit: '', factor: 1, decimals: null })
  }
  expect(readingOf('imperial', 'Rowing', 'speed')).toEqual({ unit: '', factor: 1, decimals: null })
})

import { metricDefinition } from './metrics.ts'
import type { MetricDefinition } from './metrics.ts'

export const UNIT_SYSTEMS = ['metric', 'imperial'] as const
export type UnitSystem = (typeof UNIT_SYSTEMS)[number]

export const isUnitSystem = (value: unknown): value is UnitSystem =>
  (UNIT_SYSTEMS as readonly unknown[]).includes(value)

/** How a metric's numbers are read: `factor` times the number as sent, in `unit`. `decimals` null: nobody told. */
export type Reading = {
  readonly unit: string
  readonly factor: number
  readonly decimals: number | null
}

/** Metres, exact by the international yard and pound agreement of 1959. */
const INCH = 0.0254
const FOOT = 0.3048
const MILE = 1609.344
/** Kilograms, exact by the same agreement. */
const POUND = 0.45359237
/** m/s², exact by the 3rd General Conference on Weights and Measures (1901); makes the pound-force of the pound. */
const STANDARD_GRAVITY = 9.80665

type Conversion = { readonly unit: string; readonly factor: number }

const MILES_PER_HOUR: Conversion = { unit: 'mph', factor: 3600 / MILE }
const INCHES: Conversion = { unit: 'in', factor: 1 / INCH }

const BY_UNIT: ReadonlyMap<string, Conversion> = new Map([
  ['m', { unit: 'ft', factor: 1 / FOOT }],
  ['m/s', { unit: 'ft/s', factor: 1 / FOOT }],
  ['m/s²', { unit: 'ft/s²', factor: 1 / FOOT }],
  ['min/km', { unit: 'min/mi', factor: MILE / 1000 }],
  ['kg', { unit: 'lb', factor: 1 / POUND }],
  ['N', { unit: 'lbf', factor: 1 / (POUND * STANDARD_GRAVITY) }],
])

/** Where the field uses another unit than for the same quantity elsewhere; null: it stays as it is. */
const BY_METRIC: ReadonlyMap<string, Conversion | null> = new Map([
  ['Running speed', MILES_PER_HOUR],
  ['Vertical Jump jump_height', INCHES],
  // An index: every published value is of metres and seconds.
  ['Vertical Jump rsi', null],
])

/**
 * How a metric is shown in a system of units. Seconds, degrees, percentages, steps a minute, watts and W/kg are the same
 * in both, and so is what nobody knows. A converted number has as many decimals as it takes to tell no less.
 */
export function readingOf(system: UnitSystem, activity: string, name: string): Reading {
  const definition = metricDefinition(activity, name)
  if (!definition) return { unit: '', factor: 1, decimals: null }
  const conversion = system === 'imperial' ? imperialOf(activity, name, definition) : null
  if (!conversion) return { unit: definition.unit, factor: 1, decimals: definition.decimals }
  const decimals = Math.max(0, definition.decimals - Math.floor(Math.log10(conversion.factor)))
  return { ...conversion, decimals }
}

function imperialOf(activity: string, name: string, { unit }: MetricDefinition): Conversion | null {
  const key = `${activity} ${name}`
  return (BY_METRIC.has(key) ? BY_METRIC.get(key) : BY_UNIT.get(unit)) ?? null
}

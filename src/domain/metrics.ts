import type { Activity } from './session.ts'

/** A metric's value: one number, one number per segment or jump (null where it is missing), or anything else. */
export type MetricValue =
  | { kind: 'number'; value: number }
  | { kind: 'perSegment'; values: (number | null)[] }
  | { kind: 'text'; text: string }
  | { kind: 'other'; json: unknown }

export type Metric = { name: string; value: MetricValue }

/** `decimals` as a lab report would print it. `unit` is '' for a ratio or a code. */
export type MetricDefinition = { label: string; unit: string; decimals: number }

const def = (label: string, unit: string, decimals: number): MetricDefinition => ({ label, unit, decimals })

const RUNNING: Record<string, MetricDefinition> = {
  speed: def('Speed', 'm/s', 2),
  pace: def('Pace', 'min/km', 2),
  cadence: def('Cadence', 'steps/min', 0),
  power: def('Power', 'W', 0),
  normalized_power: def('Power per mass', 'W/kg', 2),
  stride_time: def('Stride time', 's', 3),
  stride_length: def('Stride length', 'm', 2),
  contact_time: def('Ground contact time', 's', 3),
  flight_time: def('Flight time', 's', 3),
  contact_angle: def('Contact angle', '°', 1),
  push_angle: def('Push angle', '°', 1),
  rbalance: def('Right balance', '%', 1),
  distance: def('Distance', 'm', 1),
  run_duration: def('Duration', 's', 1),
  incline: def('Incline', '%', 1),
  mass: def('Body mass', 'kg', 1),
  mean_markers_validity: def('Marker validity', '', 2),
  footstrike: def('Foot strike', '', 0),
}

const VERTICAL_JUMP: Record<string, MetricDefinition> = {
  jump_height: def('Jump height', 'm', 3),
  flight_time: def('Flight time', 's', 3),
  contraction_time: def('Contraction time', 's', 3),
  rsi: def('Reactive strength index', 'm/s', 2),
  peak_power: def('Peak power', 'W', 0),
  normalized_power: def('Power per mass', 'W/kg', 1),
  max_grf_takeoff: def('Peak force, take-off', 'N', 0),
  max_grf_landing: def('Peak force, landing', 'N', 0),
  takeoff_velocity: def('Take-off velocity', 'm/s', 2),
}

const WEIGHTLIFTING: Record<string, MetricDefinition> = {
  max_bar_speed: def('Peak bar speed', 'm/s', 2),
  max_GRF: def('Peak ground reaction force', 'N', 0),
  max_power: def('Peak power', 'W', 0),
  bar_past_the_knee_speed: def('Bar speed past the knee', 'm/s', 2),
  bar_past_the_knee_acceleration: def('Bar acceleration past the knee', 'm/s²', 2),
  barbell_weight: def('Barbell mass', 'kg', 1),
  total_time: def('Total time', 'ms', 0),
  clean_time: def('Clean time', 'ms', 0),
  start_of_lifting: def('Start of the lift', 'ms', 0),
  first_pull_end: def('End of first pull', 'ms', 0),
  transition: def('Transition', 'ms', 0),
  second_pull_end: def('End of second pull', 'ms', 0),
  catch_end: def('End of catch', 'ms', 0),
  recovery_end: def('End of recovery', 'ms', 0),
}

const DEFINITIONS: Record<Activity, Record<string, MetricDefinition>> = {
  Running: RUNNING,
  'Vertical Jump': VERTICAL_JUMP,
  Weightlifting: WEIGHTLIFTING,
  'Mobility Assessment': {},
}

/**
 * What a list may show of each activity: the few metrics a coach looks at first, most telling first. Empty where
 * the activity has no metrics of its own.
 */
export const KEY_METRICS: Record<Activity, readonly string[]> = {
  Running: ['speed', 'cadence', 'contact_time'],
  'Vertical Jump': ['jump_height', 'rsi', 'peak_power'],
  Weightlifting: ['barbell_weight', 'max_bar_speed', 'max_power'],
  'Mobility Assessment': [],
}

/**
 * Label and unit of a metric by the activity it was measured in, from the vendor's documented metrics; null for a
 * metric the console does not know, which is then shown under its own name. `metricMeaning` explains it.
 */
export function metricDefinition(activity: string, name: string): MetricDefinition | null {
  const ofActivity: Record<string, MetricDefinition> | undefined = Object.hasOwn(DEFINITIONS, activity)
    ? DEFINITIONS[activity as Activity]
    : undefined
  return ofActivity && Object.hasOwn(ofActivity, name) ? (ofActivity[name] ?? null) : null
}

export type Summary = { average: number; min: number; max: number; count: number }

/** Average, least and greatest of the numbers present; null when there is none. */
export function summarize(values: readonly (number | null)[]): Summary | null {
  const present = values.filter((value): value is number => value !== null)
  if (present.length === 0) return null
  const sum = present.reduce((total, value) => total + value, 0)
  return {
    average: sum / present.length,
    min: present.reduce((least, value) => Math.min(least, value)),
    max: present.reduce((greatest, value) => Math.max(greatest, value)),
    count: present.length,
  }
}

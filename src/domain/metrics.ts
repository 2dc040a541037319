import type { Activity } from './session.ts'

/** A metric's value: one number, one number per segment or jump (null where it is missing), or anything else. */
export type MetricValue =
  | { kind: 'number'; value: number }
  | { kind: 'perSegment'; values: (number | null)[] }
  | { kind: 'text'; text: string }
  | { kind: 'other'; json: unknown }

export type Metric = { name: string; value: MetricValue }

/** `decimals` as a lab report would print it. `unit` is '' for a ratio or a code. */
export type MetricDefinition = { label: string; unit: string; decimals: number; explanation: string }

const def = (label: string, unit: string, decimals: number, explanation: string): MetricDefinition => ({
  label,
  unit,
  decimals,
  explanation,
})

const RUNNING: Record<string, MetricDefinition> = {
  speed: def('Speed', 'm/s', 2, 'Average running speed of the segment.'),
  pace: def('Pace', 'min/km', 2, 'Minutes for one kilometre at this speed.'),
  cadence: def('Cadence', 'steps/min', 0, 'Steps per minute, both feet counted.'),
  power: def('Power', 'W', 0, 'Estimated mechanical power.'),
  normalized_power: def('Power per mass', 'W/kg', 2, 'Power divided by body mass.'),
  stride_time: def('Stride time', 's', 3, 'From one contact of a foot to its next.'),
  stride_length: def('Stride length', 'm', 2, 'Distance covered in one stride (two steps).'),
  contact_time: def('Ground contact time', 's', 3, 'How long a foot stays on the ground in one step.'),
  flight_time: def('Flight time', 's', 3, 'How long neither foot is on the ground in one step.'),
  contact_angle: def('Contact angle', '°', 1, 'Leg angle at the moment of foot strike.'),
  push_angle: def('Push angle', '°', 1, 'Leg angle at the moment of toe-off.'),
  rbalance: def('Right balance', '%', 1, 'Share of the right leg; 48 to 52 % is even.'),
  distance: def('Distance', 'm', 1, 'Distance covered in the segment.'),
  run_duration: def('Duration', 's', 1, 'Duration of the segment.'),
  incline: def('Incline', '%', 1, 'Treadmill incline as entered at upload.'),
  mass: def('Body mass', 'kg', 1, 'Body mass used for power.'),
  mean_markers_validity: def('Marker validity', '', 2, 'Mean confidence of the tracked points, 0 to 1.'),
  footstrike: def('Foot strike', '', 0, 'Part of the foot that lands first.'),
}

const VERTICAL_JUMP: Record<string, MetricDefinition> = {
  jump_height: def('Jump height', 'm', 3, 'Rise of the body between take-off and apex.'),
  flight_time: def('Flight time', 's', 3, 'From take-off to landing.'),
  contraction_time: def('Contraction time', 's', 3, 'From the start of the movement to take-off.'),
  rsi: def('Reactive strength index', 'm/s', 2, 'Jump height divided by contraction time.'),
  peak_power: def('Peak power', 'W', 0, 'Highest mechanical power before take-off.'),
  normalized_power: def('Power per mass', 'W/kg', 1, 'Peak power divided by body mass.'),
  max_grf_takeoff: def('Peak force, take-off', 'N', 0, 'Highest ground reaction force before take-off.'),
  max_grf_landing: def('Peak force, landing', 'N', 0, 'Highest ground reaction force after landing.'),
  takeoff_velocity: def('Take-off velocity', 'm/s', 2, 'Vertical velocity at take-off.'),
}

const WEIGHTLIFTING: Record<string, MetricDefinition> = {
  max_bar_speed: def('Peak bar speed', 'm/s', 2, 'Highest vertical speed of the bar.'),
  max_GRF: def('Peak ground reaction force', 'N', 0, 'Highest ground reaction force of the lift.'),
  max_power: def('Peak power', 'W', 0, 'Highest mechanical power of the lift.'),
  bar_past_the_knee_speed: def('Bar speed past the knee', 'm/s', 2, 'Bar speed as it passes the knee.'),
  bar_past_the_knee_acceleration: def(
    'Bar acceleration past the knee',
    'm/s²',
    2,
    'Bar acceleration as it passes the knee.',
  ),
  barbell_weight: def('Barbell mass', 'kg', 1, 'Mass on the bar as entered at upload.'),
  total_time: def('Total time', 'ms', 0, 'From the start of the lift to the end of the recovery.'),
  clean_time: def('Clean time', 'ms', 0, 'Duration of the clean.'),
  start_of_lifting: def('Start of the lift', 'ms', 0, 'When the bar leaves the floor.'),
  first_pull_end: def('End of first pull', 'ms', 0, 'When the bar reaches the knee.'),
  transition: def('Transition', 'ms', 0, 'End of the transition to the second pull.'),
  second_pull_end: def('End of second pull', 'ms', 0, 'Full extension.'),
  catch_end: def('End of catch', 'ms', 0, 'When the bar is received.'),
  recovery_end: def('End of recovery', 'ms', 0, 'When the athlete stands again.'),
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
 * Label, unit and meaning of a metric by the activity it was measured in, from the vendor's documented metrics;
 * null for a metric the console does not know, which is then shown under its own name.
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

import type { Activity } from './session.ts'

/**
 * Where what is said of a metric comes from. `vendor`: the API's vendor documents quantity and unit; the sentence is
 * ours. `glossary`: the vendor's glossary has the quantity; that the API sends it under this name is our assumption.
 * `ours`: the vendor documents name and unit alone; how it is read is our own.
 */
export type MeaningSource = 'vendor' | 'glossary' | 'ours'

/** `formula` relates the metric to others or to physics, with who has published it where it is not a definition. */
export type MetricMeaning = {
  readonly explanation: string
  readonly source: MeaningSource
  readonly formula: string | null
  /** Counted from the start of the recording, so that it tells nothing beside another recording. */
  readonly isMoment: boolean
}

const say =
  (source: MeaningSource, isMoment = false) =>
  (explanation: string, formula: string | null = null): MetricMeaning => ({
    explanation,
    source,
    formula,
    isMoment,
  })

const vendor = say('vendor')
const glossary = say('glossary')
const ours = say('ours')
const moment = say('ours', true)

const RUNNING: Record<string, MetricMeaning> = {
  speed: vendor('Average running speed of the segment.', 'stride length / stride time'),
  pace: vendor(
    'Minutes for one kilometre, or one mile, at this speed.',
    '1000 m (a mile: 1609.344 m) / (60 × speed in m/s)',
  ),
  cadence: vendor('Steps per minute, both feet counted.', '120 / stride time in s: a stride is two steps'),
  power: vendor('Estimated mechanical power.'),
  normalized_power: vendor('Power for each kilogram of body mass.', 'power / body mass'),
  stride_time: vendor('From one contact of a foot to its next.', '120 / cadence in steps/min'),
  stride_length: vendor('Distance covered in one stride (two steps).', 'speed × stride time'),
  contact_time: vendor('How long a foot stays on the ground in one step.'),
  flight_time: vendor(
    'How long neither foot is on the ground in one step.',
    'stride time / 2 − ground contact time',
  ),
  contact_angle: ours(
    'Leg angle at the moment of foot strike. It is not documented which line it is told from, so compare it with this athlete’s own values only.',
  ),
  push_angle: ours(
    'Leg angle at the moment of toe-off. It is not documented which line it is told from, so compare it with this athlete’s own values only.',
  ),
  rbalance: vendor('Share of the right leg; 48 to 52 % is even, as the vendor says.'),
  distance: vendor('Distance covered in the segment.', 'speed × duration'),
  run_duration: vendor('Duration of the segment.'),
  incline: ours('Incline of the treadmill as entered at upload; read as a percentage.'),
  mass: vendor('Body mass used for power.'),
  mean_markers_validity: vendor('Mean confidence of the tracked points: 0 is none, 1 is full.'),
  footstrike: vendor('Part of the foot that lands first.'),
}

const VERTICAL_JUMP: Record<string, MetricMeaning> = {
  jump_height: glossary(
    'Rise of the body between take-off and apex.',
    'From ballistics: g t² / 8 for a flight time t, or v² / 2g for a take-off velocity v',
  ),
  flight_time: glossary('From take-off to landing.'),
  contraction_time: glossary('From the start of the movement to take-off.'),
  rsi: glossary(
    'How high for how quick. With a countermovement it is called RSI modified.',
    'jump height / contraction time (Ebben & Petushek 2010)',
  ),
  peak_power: glossary('Highest mechanical power before take-off.'),
  normalized_power: glossary('Peak power for each kilogram of body mass.', 'peak power / body mass'),
  max_grf_takeoff: glossary('Highest ground reaction force before take-off.'),
  max_grf_landing: glossary('Highest ground reaction force after landing.'),
  takeoff_velocity: glossary(
    'Vertical velocity at take-off.',
    'From ballistics: g t / 2 for a flight time t',
  ),
}

const WEIGHTLIFTING: Record<string, MetricMeaning> = {
  max_bar_speed: vendor('Highest vertical speed of the bar.'),
  max_GRF: vendor('Highest ground reaction force of the lift.'),
  max_power: vendor('Highest mechanical power of the lift.'),
  bar_past_the_knee_speed: vendor('Bar speed as it passes the knee.'),
  bar_past_the_knee_acceleration: vendor('Bar acceleration as it passes the knee.'),
  barbell_weight: vendor('Mass on the bar as entered at upload.'),
  total_time: ours('From the start of the lift to the end of the recovery.'),
  clean_time: ours('Duration of the clean.'),
  start_of_lifting: moment('When the bar leaves the floor, from the start of the recording.'),
  first_pull_end: moment('When the bar reaches the knee, from the start of the recording.'),
  transition: moment('End of the transition to the second pull, from the start of the recording.'),
  second_pull_end: moment('Full extension, from the start of the recording.'),
  catch_end: moment('When the bar is received, from the start of the recording.'),
  recovery_end: moment('When the athlete stands again, from the start of the recording.'),
}

/**
 * Ebben WP, Petushek EJ (2010) Using the reactive strength index modified to evaluate plyometric performance. Journal of
 * Strength and Conditioning Research 24(8):1983–1987.
 */
const MEANINGS: Record<Activity, Readonly<Record<string, MetricMeaning>>> = {
  Running: RUNNING,
  'Vertical Jump': VERTICAL_JUMP,
  Weightlifting: WEIGHTLIFTING,
  'Mobility Assessment': {},
}

/** What a metric of an activity means and who says so; null for one that the console does not know. */
export function metricMeaning(activity: string, name: string): MetricMeaning | null {
  const ofActivity = Object.hasOwn(MEANINGS, activity) ? MEANINGS[activity as Activity] : undefined
  return ofActivity && Object.hasOwn(ofActivity, name) ? (ofActivity[name] ?? null) : null
}

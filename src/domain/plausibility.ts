import type { Activity } from './session.ts'

/** From `min` to `max`, both included, in the metric's unit; `source` says where the two numbers come from. */
export type Bounds = { readonly min: number; readonly max: number; readonly source: string }

const from = (min: number, max: number, source: string): Bounds => ({ min, max, source })

const OURS = 'Margins chosen by us.'
const DEFINITION = 'By definition.'
const LEG_ANGLE = 'Geometry: a leg in front of or behind the body, told from the vertical or the horizontal.'
const JUMP_BALLISTICS = 'Ballistics, h = g t²/8 = v²/2g, for the possible jump heights.'
const RECORDING_TIME = 'Margin chosen by us: a recording of ten minutes.'

const RUNNING: Record<string, Bounds> = {
  speed: from(
    0.5,
    12.5,
    'Max: just above the top speed of the 100 m world record, 12.4 m/s (Graubner & Nixdorf 2011). Min: ours, below a slow walk.',
  ),
  pace: from(1.33, 33.4, 'The possible speeds, as minutes for 1000 m.'),
  cadence: from(
    40,
    360,
    'Max: ours, above 4.4 steps/s (262 a minute) of U. Bolt at top speed (Čoh et al. 2018) and quicker, shorter steps. Min: ours, below a slow walk.',
  ),
  power: from(10, 5000, OURS),
  normalized_power: from(0.5, 50, OURS),
  stride_time: from(0.33, 3, 'The possible cadences, as 120 / cadence.'),
  stride_length: from(
    0.2,
    6,
    'Max: ours, above 5.4 m, two steps of U. Bolt at top speed (Čoh et al. 2018). Min: ours.',
  ),
  contact_time: from(
    0.06,
    2,
    'Min: ours, below 0.086 s of U. Bolt at top speed (Čoh et al. 2018) by about a frame of video. Max: ours, above a slow walk.',
  ),
  flight_time: from(
    0,
    0.6,
    'Min: by definition. Max: ours, four times the 0.145 s of U. Bolt at top speed (Čoh et al. 2018).',
  ),
  contact_angle: from(-90, 180, LEG_ANGLE),
  push_angle: from(-90, 180, LEG_ANGLE),
  rbalance: from(0, 100, DEFINITION),
  distance: from(
    0.1,
    320_000,
    'Max: the 24-hour world record, 319.6 km (A. Sorokin 2022), rounded up. Min: ours.',
  ),
  run_duration: from(0.1, 86_400, 'Margins chosen by us: less than a step, and a day.'),
  incline: from(-50, 50, 'Margins chosen by us, above the 40 % of the steepest treadmills.'),
  mass: from(15, 300, OURS),
  mean_markers_validity: from(0, 1, DEFINITION),
}

const VERTICAL_JUMP: Record<string, Bounds> = {
  jump_height: from(
    0.01,
    1.3,
    'Max: ours, above 1.17 m (46 in), the highest of the NFL Scouting Combine (G. Sensabaugh 2005). Min: ours.',
  ),
  flight_time: from(0.09, 1.03, JUMP_BALLISTICS),
  contraction_time: from(0.08, 5, OURS),
  rsi: from(0.005, 6, OURS),
  peak_power: from(50, 15_000, OURS),
  normalized_power: from(1, 150, OURS),
  max_grf_takeoff: from(
    150,
    15_000,
    'Min: leaving the ground takes more than the weight of the lightest body mass (15 kg). Max: ours.',
  ),
  max_grf_landing: from(150, 25_000, OURS),
  takeoff_velocity: from(0.44, 5.05, JUMP_BALLISTICS),
}

const WEIGHTLIFTING: Record<string, Bounds> = {
  max_bar_speed: from(
    0.1,
    4,
    'Max: ours; a bar that fast would fly on for 0.8 m by itself (h = v²/2g). Min: ours.',
  ),
  max_GRF: from(150, 15_000, OURS),
  max_power: from(10, 15_000, OURS),
  bar_past_the_knee_speed: from(0.05, 4, 'As the peak bar speed. Min: ours.'),
  bar_past_the_knee_acceleration: from(
    -20,
    30,
    'Margins chosen by us, wide: an acceleration is derived twice from positions in a video.',
  ),
  barbell_weight: from(
    0,
    300,
    'Max: ours, above the clean and jerk world record of 267 kg (L. Talakhadze 2021). Min: by definition, 0 for a stick.',
  ),
  total_time: from(200, 600_000, 'Margins chosen by us: 0.2 s, and a recording of ten minutes.'),
  clean_time: from(200, 60_000, 'Margins chosen by us: 0.2 s, and a minute.'),
  start_of_lifting: from(0, 600_000, RECORDING_TIME),
  first_pull_end: from(0, 600_000, RECORDING_TIME),
  transition: from(0, 600_000, RECORDING_TIME),
  second_pull_end: from(0, 600_000, RECORDING_TIME),
  catch_end: from(0, 600_000, RECORDING_TIME),
  recovery_end: from(0, 600_000, RECORDING_TIME),
}

/**
 * What a human body can do, by activity and metric. Wide on purpose: outside of it something went wrong with the
 * measuring or the typing, while an unusual athlete stays inside. A metric that is not here is never judged.
 *
 * Graubner R, Nixdorf E (2011) Biomechanical analysis of the sprint and hurdles events at the 2009 IAAF World
 * Championships in Athletics. New Studies in Athletics 26(1/2):19–53.
 * Čoh M et al. (2018) Kinematics of Usain Bolt's maximal sprint velocity. Kinesiology 50(2):172–180.
 */
export const POSSIBLE: Record<Activity, Readonly<Record<string, Bounds>>> = {
  Running: RUNNING,
  'Vertical Jump': VERTICAL_JUMP,
  Weightlifting: WEIGHTLIFTING,
  'Mobility Assessment': {},
}

/**
 * How far the share of one side (%) may be from a half, by activity and metric: metrics that tell left from right.
 *
 * Parkinson AO et al. (2021) The calculation, thresholds and reporting of inter-limb strength asymmetry. Journal of
 * Sports Science and Medicine 20:594–617: most studies use 10 to 15 %, which the evidence does not always support.
 * So this is a reason to look and no finding.
 */
export const EVEN: Partial<Record<Activity, Readonly<Record<string, Bounds>>>> = {
  Running: {
    rbalance: from(
      45,
      55,
      'Left and right differ by 10 % of both together at most, the lower end of the usual 10 to 15 % (Parkinson et al. 2021). The vendor calls 48 to 52 % even.',
    ),
  },
}

/** The humanly possible range of a metric; null where nothing is known to be impossible. */
export const possibleRange = (activity: string, metric: string): Bounds | null =>
  find(POSSIBLE, activity, metric)

/** The range within which left and right count as even; null for a metric that does not tell them apart. */
export const evenRange = (activity: string, metric: string): Bounds | null => find(EVEN, activity, metric)

/** By how many percentage points left and right differ when one of them has this share (%). */
export const sideGap = (share: number): number => Math.abs(2 * share - 100)

function find(
  table: Readonly<Record<string, Readonly<Record<string, Bounds>>>>,
  activity: string,
  metric: string,
): Bounds | null {
  const ofActivity = Object.hasOwn(table, activity) ? table[activity] : undefined
  return ofActivity && Object.hasOwn(ofActivity, metric) ? (ofActivity[metric] ?? null) : null
}

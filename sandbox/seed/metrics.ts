import type { Activity, JsonObject } from '../store/schema.ts'
import { rounded, type Random } from './random.ts'

/** Standard gravity, m/s². */
const GRAVITY = 9.80665

/**
 * Numbers as an analysis of this activity reports them, of a size a person can reach and in agreement with each
 * other. Running and jumps: one number for each segment or jump; lifts: single numbers; mobility: none.
 */
export function metricsFor(
  activity: Activity,
  exercise: string | null,
  segments: number,
  random: Random,
): JsonObject {
  switch (activity) {
    case 'Running':
      return runningMetrics(segments, random)
    case 'Vertical Jump':
      return jumpMetrics(exercise, segments, random)
    case 'Weightlifting':
      return liftMetrics(exercise, random)
    case 'Mobility Assessment':
      return {}
  }
}

/**
 * A stride is two steps: cadence = 120 / stride time, speed = stride length / stride time, and a step is one
 * contact and one flight. Running takes about 1.04 W/kg for each m/s on the level.
 */
function runningMetrics(segments: number, random: Random): JsonObject {
  const mass = rounded(random.between(52, 88), 1)
  const incline = random.chance(0.8) ? 0 : random.whole(1, 6)
  const usualSpeed = random.between(2.9, 4.9)
  const rows = Array.from({ length: segments }, () => {
    const speed = usualSpeed * random.between(0.96, 1.05)
    const strideTime = 0.74 - 0.025 * (speed - 3) + random.between(-0.015, 0.015)
    const contactTime = Math.min(
      strideTime / 2 - 0.04,
      0.29 - 0.028 * (speed - 2.5) + random.between(-0.01, 0.01),
    )
    const normalizedPower = 1.04 * speed * (1 + incline * 0.035) * random.between(0.98, 1.02)
    const duration = random.between(18, 42)
    return {
      speed: rounded(speed, 3),
      pace: rounded(1000 / 60 / speed, 3),
      cadence: rounded(120 / strideTime, 1),
      power: rounded(normalizedPower * mass, 1),
      normalized_power: rounded(normalizedPower, 3),
      stride_time: rounded(strideTime, 4),
      stride_length: rounded(speed * strideTime, 3),
      contact_time: rounded(contactTime, 4),
      flight_time: rounded(strideTime / 2 - contactTime, 4),
      contact_angle: rounded(random.between(6, 16), 1),
      push_angle: rounded(random.between(22, 33), 1),
      rbalance: rounded(random.between(47.6, 52.4), 1),
      distance: rounded(speed * duration, 2),
      run_duration: rounded(duration, 2),
      incline,
      mass,
      mean_markers_validity: rounded(random.between(0.86, 0.99), 3),
    }
  })
  return { ...columns(rows), footstrike: random.pick(['heel', 'heel', 'midfoot', 'forefoot']) }
}

/**
 * Ballistics: height = g t² / 8 and take-off velocity = g t / 2 for a flight time t; RSI = height / contraction
 * time. Peak power by Sayers et al. 1999: 60.7 × height (cm) + 45.3 × mass (kg) − 2055 W.
 */
function jumpMetrics(exercise: string | null, segments: number, random: Random): JsonObject {
  const mass = rounded(random.between(52, 95), 1)
  const usualFlight = random.between(0.44, 0.62)
  const rows = Array.from({ length: segments }, () => {
    const flight = usualFlight * random.between(0.97, 1.03)
    const height = (GRAVITY * flight ** 2) / 8
    const contraction = exercise === 'Drop Jump' ? random.between(0.18, 0.28) : random.between(0.62, 0.88)
    const peakPower = 60.7 * height * 100 + 45.3 * mass - 2055
    return {
      jump_height: rounded(height, 4),
      flight_time: rounded(flight, 4),
      contraction_time: rounded(contraction, 4),
      rsi: rounded(height / contraction, 3),
      peak_power: rounded(peakPower, 0),
      normalized_power: rounded(peakPower / mass, 2),
      max_grf_takeoff: rounded(mass * GRAVITY * random.between(2.1, 2.7), 0),
      max_grf_landing: rounded(mass * GRAVITY * random.between(3.1, 5.4), 0),
      takeoff_velocity: rounded((GRAVITY * flight) / 2, 3),
    }
  })
  return columns(rows)
}

/** Times in ms from the start of the recording, in the order in which a lift passes them. */
function liftMetrics(exercise: string | null, random: Random): JsonObject {
  const snatch = exercise === 'snatch'
  const weight = random.whole(snatch ? 16 : 20, snatch ? 44 : 56) * 2.5
  const barSpeed = snatch ? random.between(1.65, 2.1) : random.between(1.25, 1.7)
  const start = random.whole(600, 1400)
  const firstPullEnd = start + random.whole(420, 620)
  const transition = firstPullEnd + random.whole(110, 190)
  const secondPullEnd = transition + random.whole(130, 220)
  const catchEnd = secondPullEnd + random.whole(280, 460)
  const recoveryEnd = catchEnd + random.whole(1200, 2600)
  const kneeSpeed = barSpeed * random.between(0.55, 0.68)
  return {
    barbell_weight: weight,
    max_bar_speed: rounded(barSpeed, 2),
    max_GRF: rounded(weight * GRAVITY + random.between(1100, 1900), 0),
    max_power: rounded(weight * (GRAVITY + random.between(5, 8)) * barSpeed * random.between(0.85, 0.95), 0),
    bar_past_the_knee_speed: rounded(kneeSpeed, 2),
    bar_past_the_knee_acceleration: rounded(random.between(1.2, 4.2), 2),
    start_of_lifting: start,
    first_pull_end: firstPullEnd,
    transition,
    second_pull_end: secondPullEnd,
    catch_end: catchEnd,
    clean_time: catchEnd - start,
    recovery_end: recoveryEnd,
    total_time: recoveryEnd + random.whole(200, 900),
  }
}

function columns(rows: Record<string, number>[]): Record<string, number[]> {
  const names = Object.keys(rows[0] ?? {})
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] ?? NaN)]))
}

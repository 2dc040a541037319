import type { Motion } from '../media/motion/body.ts'
import { jumping } from '../media/motion/jumping.ts'
import { mobility } from '../media/motion/mobility.ts'
import { running, runningGait } from '../media/motion/running.ts'
import { weightlifting } from '../media/motion/weightlifting.ts'

/** Metrics of a report that have a left and a right side. */
export const SIDED_METRICS = {
  'Knee Flexion': 'knee_flexion',
  'Hip Flexion': 'hip_flexion',
  'Ankle Dorsiflexion': 'ankle_flexion',
  'Shoulder Flexion': 'shoulder_flexion',
  'Elbow Flexion': 'elbow_flexion',
} as const

export type SidedMetric = keyof typeof SIDED_METRICS

export type Exercise = {
  id: string
  name: string
  motion: Motion
  /** Seconds of the motion after which it begins anew without a jump. */
  cycle: number
  /** Seconds of one repetition: a stride, a jump, a lift, a squat. */
  repetition: number
  /** Fewest and most repetitions of a recording. */
  repetitions: readonly [least: number, most: number]
  /** How far the arms move, as a share of the motion's own. */
  arms: number
  /** Degrees that a good repetition reaches (our assumption); a joint without one is not scored. */
  targets: Partial<Record<SidedMetric, number>>
}

const { strideTime } = runningGait
const run = { motion: running, cycle: 8 * strideTime, repetition: strideTime, arms: 1 } as const
const jump = { motion: jumping, cycle: 8, repetition: 8 / 3, repetitions: [1, 6], arms: 1 } as const
const squat = { motion: mobility, cycle: 7, repetition: 3.5, repetitions: [2, 6], arms: 1 } as const

/** The exercises that were recorded, made of the motions of the sample films. */
export const EXERCISES: readonly [Exercise, ...Exercise[]] = [
  {
    ...squat,
    id: 'EX-014',
    name: 'Overhead Squat',
    targets: { 'Knee Flexion': 126, 'Hip Flexion': 125, 'Ankle Dorsiflexion': 39, 'Shoulder Flexion': 206 },
  },
  {
    ...squat,
    id: 'EX-015',
    name: 'Bodyweight Squat',
    arms: 0.1,
    targets: { 'Knee Flexion': 125, 'Hip Flexion': 120 },
  },
  {
    ...jump,
    id: 'EX-021',
    name: 'Countermovement Jump',
    targets: { 'Knee Flexion': 100, 'Hip Flexion': 115, 'Ankle Dorsiflexion': 38 },
  },
  { ...jump, id: 'EX-022', name: 'Squat Jump', arms: 0.15, targets: { 'Knee Flexion': 98 } },
  { ...jump, id: 'EX-023', name: 'Drop Jump', repetitions: [1, 3], targets: { 'Knee Flexion': 95 } },
  {
    ...run,
    id: 'EX-031',
    name: 'Treadmill Run',
    repetitions: [12, 45],
    targets: { 'Knee Flexion': 108, 'Hip Flexion': 45 },
  },
  { ...run, id: 'EX-032', name: 'Short Run', repetitions: [7, 14], targets: {} },
  {
    id: 'EX-041',
    name: 'Power Clean',
    motion: weightlifting,
    cycle: weightlifting.duration,
    repetition: weightlifting.duration,
    repetitions: [1, 1],
    arms: 1,
    targets: { 'Knee Flexion': 125, 'Elbow Flexion': 150 },
  },
]

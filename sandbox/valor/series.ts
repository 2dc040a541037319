import { rounded } from '../seed/random.ts'
import { ARM_JOINTS, centralAngles, sideFlexion } from './joints.ts'
import { SAMPLE_RATE, type Recording } from './recordings.ts'

/** Angles by joint name, degrees, one per sample at 60 Hz, not rounded. */
export type JointAngles = Record<string, number[]>

/** The joint angles of a recording, from the same motion as the sample films; `{}` where nothing was measured. */
export function jointAngles(recording: Recording): JointAngles {
  const { exercise, samples, pace, reach, asymmetry, measured } = recording
  const angles: JointAngles = {}
  if (measured === 'nothing') return angles
  const put = (joint: string, sample: number, value: number) =>
    void ((angles[joint] ??= new Array<number>(samples))[sample] = value)
  for (let sample = 0; sample < samples; sample++) {
    const pose = exercise.motion.poseAt(((sample / SAMPLE_RATE) * pace) % exercise.cycle)
    for (const side of measured === 'left' ? (['left'] as const) : (['left', 'right'] as const)) {
      const uneven = side === 'left' ? 0 : asymmetry
      for (const [joint, angle] of Object.entries(sideFlexion(pose[side]))) {
        // An arm overhead is at its end: nobody raises it a tenth further.
        const share = isArm(joint) ? exercise.arms * (1 + uneven / 4) : reach * (1 + uneven)
        put(`${side}_${joint}`, sample, angle * share)
      }
    }
    for (const [joint, angle] of Object.entries(centralAngles(pose))) put(joint, sample, angle * reach)
  }
  return angles
}

/**
 * What `/ikData` answers: `time` in seconds, and for each joint its angle in degrees with `_vel` in °/s and `_acc`
 * in °/s², by central differences. Null where nothing was measured.
 */
export function ikData(recording: Recording): Record<string, number[]> | null {
  const angles = Object.entries(jointAngles(recording))
  if (angles.length === 0) return null
  const body: Record<string, number[]> = {
    time: Array.from({ length: recording.samples }, (_, sample) => rounded(sample / SAMPLE_RATE, 4)),
  }
  for (const [joint, angle] of angles) {
    const velocity = slopes(angle)
    body[joint] = angle.map((value) => rounded(value, 3))
    body[`${joint}_vel`] = velocity.map((value) => rounded(value, 2))
    body[`${joint}_acc`] = slopes(velocity).map((value) => rounded(value, 1))
  }
  return body
}

/** Rate of change per second of samples at 60 Hz: over both neighbours, at the ends over the only one. */
function slopes(values: readonly number[]): number[] {
  const last = values.length - 1
  return values.map((_, i) => {
    const before = Math.max(0, i - 1)
    const after = Math.min(last, i + 1)
    return (((values[after] ?? 0) - (values[before] ?? 0)) / Math.max(1, after - before)) * SAMPLE_RATE
  })
}

const isArm = (joint: string): boolean => (ARM_JOINTS as readonly string[]).includes(joint)

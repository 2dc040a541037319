import { add, degrees, subtract, type Point, type Pose, type Side } from '../media/motion/body.ts'
import { turnAt } from '../media/motion/limbs.ts'

/** Joints that hang on the arms; an exercise may hold them still. */
export const ARM_JOINTS = ['shoulder_flexion', 'elbow_flexion'] as const

/** Hip to hip in metres, from which the pelvis's turn is read (our assumption). */
const PELVIS_WIDTH = 0.26

/**
 * Flexion of the joints of one side in degrees, not rounded. As the vendor's model is calibrated, 0 is standing
 * upright with hanging arms; flexion (at the ankle dorsiflexion) is positive.
 */
export function sideFlexion(side: Side): Record<string, number> {
  const { shoulder, elbow, wrist, hip, knee, ankle, heel, ball } = side
  return {
    knee_flexion: 180 - turnAt(knee, hip, ankle),
    hip_flexion: 180 - turnAt(hip, knee, shoulder),
    ankle_flexion: 90 - turnAt(ankle, add(ankle, subtract(ball, heel)), knee),
    shoulder_flexion: turnAt(shoulder, hip, elbow, -120),
    elbow_flexion: 180 - turnAt(elbow, wrist, shoulder),
  }
}

/**
 * Joints in the middle of the body, degrees: turn of the pelvis (positive: left hip ahead), lean of the trunk and
 * flexion of the neck against it (positive: forward).
 */
export function centralAngles({ pelvis, neck, head, left, right }: Pose): Record<string, number> {
  const ahead = (left.hip.x - right.hip.x) / PELVIS_WIDTH
  const trunk = leanOf(pelvis, neck)
  return {
    waist_rotation: degrees(Math.asin(Math.max(-1, Math.min(1, ahead)))),
    trunk_flexion: trunk,
    neck_flexion: leanOf(neck, head) - trunk,
  }
}

const leanOf = (from: Point, to: Point): number => degrees(Math.atan2(to.x - from.x, to.y - from.y))

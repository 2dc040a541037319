import { add, hanging, leaning, lengths, radians, type Motion, type Side } from './body.ts'
import { keyed, type Key } from './curves.ts'
import { armFromAngles, footOnBall, legOnFoot } from './limbs.ts'

/** Each overhead squat: start, lowest point reached, rise begun, upright again; seconds in the film. */
export const squats = [
  { start: 0.3, low: 1.9, rise: 2.3, end: 3.45 },
  { start: 3.65, low: 5.2, rise: 5.6, end: 6.75 },
] as const

const course = (upright: number, lowest: readonly [number, number]): ((t: number) => number) =>
  keyed(
    squats.flatMap((squat, i): Key[] => {
      const depth = lowest[i] ?? upright
      // A person keeps sinking a little while waiting at the bottom.
      const almost = depth + (upright - depth) * 0.02
      return [
        [squat.start, upright],
        [squat.low, almost],
        [squat.rise, depth],
        [squat.end, upright],
      ]
    }),
  )

const hipY = course(0.9415, [0.43, 0.415])
const hipX = course(0, [-0.215, -0.22])
const lean = course(radians(2), [radians(31), radians(32)])
const barX = course(0.02, [0.075, 0.08])

/** Two slow overhead squats with a dowel held above the feet. */
export const mobility: Motion = {
  duration: 7,
  fps: 30,
  poseAt(t) {
    const pelvis = { x: hipX(t), y: hipY(t) }
    const neck = add(pelvis, leaning(lengths.trunk, lean(t)))
    const elbowBend = radians(5)
    const reach = lengths.upperArm + lengths.forearm + lengths.grip
    const upright = Math.PI - Math.asin((barX(t) - neck.x) / reach)
    const arm = armFromAngles(neck, upright - 0.4 * elbowBend, elbowBend)
    const side = (footX: number): Side => ({
      ...legOnFoot(pelvis, footOnBall({ x: footX + lengths.ankleToBall, y: 0 }, 0)),
      ...arm,
    })
    return {
      pelvis,
      neck,
      head: add(neck, leaning(lengths.neckToHead, 0.5 * lean(t) + radians(6))),
      headTilt: 0.15 * lean(t),
      right: side(0),
      left: side(-0.025),
      bar: add(arm.wrist, hanging(lengths.grip, upright + elbowBend)),
    }
  },
}

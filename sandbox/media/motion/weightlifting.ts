import { add, hanging, leaning, lengths, radians, type Motion, type Point, type Side } from './body.ts'
import { keyed, rise, slopeOf, type Key } from './curves.ts'
import { armFromAngles, footOnBall, legOnFoot, twoBones } from './limbs.ts'

/**
 * Ends of the phases of the clean, seconds in the film. Order and share of the phases follow Enoka, The pull in
 * Olympic weightlifting (Med Sci Sports 1979); the times are our own.
 */
export const cleanPhases = {
  liftOff: 0.9,
  firstPull: 1.42,
  transition: 1.66,
  secondPull: 1.83,
  racked: 2.24,
  catch: 2.5,
  recovery: 4.3,
} as const

const { liftOff, firstPull, transition, secondPull, racked, recovery } = cleanPhases
export const plateRadius = 0.225
const elbowsTurn = 2.05
const armLength = lengths.upperArm + lengths.forearm + lengths.grip

const hipX = keyed([
  [0.25, -0.27],
  [liftOff - 0.1, -0.31],
  [firstPull, -0.27],
  [transition, -0.1],
  [secondPull, 0.055],
  [1.95, 0],
  [racked, -0.165],
  [cleanPhases.catch, -0.19],
  [2.8, -0.19],
  [recovery, 0.0],
])
const hipY = keyed([
  [0.2, 0.6],
  [liftOff - 0.15, 0.573],
  [liftOff, 0.578],
  [firstPull, 0.83],
  [transition, 0.845],
  [secondPull, 0.998],
  [1.87, 1.004],
  [1.97, 0.93],
  [racked, 0.53],
  [cleanPhases.catch, 0.4],
  [2.72, 0.41],
  [3.6, 0.76],
  [recovery, 0.935],
])
const lean = keyed([
  [0.2, 57],
  [liftOff - 0.15, 53],
  [liftOff + 0.1, 52],
  [firstPull, 48],
  [transition, 18],
  [secondPull, -9],
  [2.0, 2],
  [cleanPhases.catch, 16],
  [2.72, 18],
  [3.3, 20],
  [recovery, 1],
])
const heelLift = keyed([
  [transition + 0.02, 0],
  [secondPull, -42],
  [1.9, -36],
  [2.06, 0],
])

/** Path of the bar in the pull: back towards the shin, then away from the thigh as the hips meet it. */
const pullX = keyed([
  [liftOff, 0.075],
  [firstPull, 0.045],
  [transition, 0.07],
  [secondPull, 0.105],
])

const pelvisAt = (t: number): Point => ({ x: hipX(t), y: hipY(t) })
const neckAt = (t: number): Point => add(pelvisAt(t), leaning(lengths.trunk, radians(lean(t))))

type ArmAngles = { upperArm: number; elbowBend: number; wristBend: number }

/** Upper arm and forearm to a bar in hanging hands, the elbow to the back. */
function armToBar(t: number, bar: Point): ArmAngles {
  const shoulder = neckAt(t)
  const [elbow, hand] = twoBones(shoulder, bar, lengths.upperArm, lengths.forearm + lengths.grip, -1)
  const upperArm = Math.atan2(elbow.x - shoulder.x, shoulder.y - elbow.y)
  const forearm = Math.atan2(hand.x - elbow.x, elbow.y - hand.y)
  return { upperArm, elbowBend: forearm - upperArm, wristBend: 0 }
}

/** Until the end of the second pull the arms are ropes: the bar hangs as low as they are long. */
function pullingBar(t: number): Point {
  const shoulder = neckAt(t)
  const hangs = shoulder.y - Math.sqrt(armLength ** 2 - (pullX(t) - shoulder.x) ** 2)
  return { x: pullX(t), y: Math.max(plateRadius, hangs) }
}

const pullingArm = (t: number): ArmAngles => armToBar(t, pullingBar(t))

const barAtExtension = pullingBar(secondPull).y

/** The bar flies on from the second pull, slower and slower, while the body already sinks under it. */
const flyingY = keyed(
  [
    [secondPull, barAtExtension],
    [1.96, barAtExtension + 0.185],
    [elbowsTurn, barAtExtension + 0.275],
  ],
  slopeOf((t) => pullingBar(t).y, secondPull - 0.002),
  0.45,
)
const flyingX = keyed([
  [secondPull, 0.105],
  [elbowsTurn, 0.1],
])

const flyingArm = (t: number): ArmAngles => armToBar(t, { x: flyingX(t), y: flyingY(t) })

/** From there to the rack the elbows whip around the bar and point forward. */
function turnoverCourse(): (t: number) => ArmAngles {
  const course = (name: keyof ArmAngles, inner: readonly Key[]): ((t: number) => number) => {
    const flying = (t: number): number => flyingArm(t)[name]
    const keys = inner.map(([t, angle]): Key => [t, radians(angle)])
    return keyed([[elbowsTurn, flying(elbowsTurn)], ...keys], slopeOf(flying, elbowsTurn - 0.002))
  }
  const upperArm = course('upperArm', [
    [racked, 66],
    [2.5, 74],
    [recovery, 66],
  ])
  const elbowBend = course('elbowBend', [
    [racked, 150],
    [2.5, 151],
    [recovery, 149],
  ])
  const wristBend = course('wristBend', [
    [racked, 88],
    [2.5, 97],
  ])
  return (t) => ({ upperArm: upperArm(t), elbowBend: elbowBend(t), wristBend: wristBend(t) })
}

const turnover = turnoverCourse()

const armAngles = (t: number): ArmAngles =>
  t < secondPull ? pullingArm(t) : t < elbowsTurn ? flyingArm(t) : turnover(t)

function sideAt(t: number, footX: number): Side {
  const arm = armAngles(t)
  const foot = footOnBall({ x: footX + lengths.ankleToBall, y: 0 }, radians(heelLift(t)))
  return { ...legOnFoot(pelvisAt(t), foot), ...armFromAngles(neckAt(t), arm.upperArm, arm.elbowBend) }
}

/** Centre of the bar in the hands, metres. */
export function barAt(t: number): Point {
  const { upperArm, elbowBend, wristBend } = armAngles(t)
  const { wrist } = armFromAngles(neckAt(t), upperArm, elbowBend)
  return add(wrist, hanging(lengths.grip, upperArm + elbowBend + wristBend))
}

/** Height of the hips, metres. */
export const liftHipHeight = hipY

/** A clean from the floor to standing. */
export const weightlifting: Motion = {
  duration: 5.6,
  fps: 30,
  poseAt(t) {
    const trunkLean = radians(lean(t))
    const neck = neckAt(t)
    const up = 0.45 * trunkLean - radians(3) * rise(t, 2.2, 2.6)
    return {
      pelvis: pelvisAt(t),
      neck,
      head: add(neck, leaning(lengths.neckToHead, up + radians(5))),
      headTilt: 0.2 * trunkLean - radians(5),
      right: sideAt(t, 0),
      left: sideAt(t, 0.012),
      bar: barAt(t),
    }
  },
}

import { add, degrees, hanging, lengths, rotate, subtract, type Point, type Side } from './body.ts'

export type Leg = Pick<Side, 'hip' | 'knee' | 'ankle' | 'heel' | 'ball' | 'toe'>
export type Foot = Pick<Side, 'ankle' | 'heel' | 'ball' | 'toe'>
export type Arm = Pick<Side, 'shoulder' | 'elbow' | 'wrist'>

/** Angles of a free leg in radians: thigh from the vertical, knee and ankle bent from straight and square. */
export type LegAngles = { thigh: number; kneeBend: number; plantarFlexion: number; toeBend: number }

const heelFromBall: Point = { x: -(lengths.heelToAnkle + lengths.ankleToBall), y: 0 }
const ankleFromBall: Point = { x: -lengths.ankleToBall, y: lengths.ankleHeight }

/** The foot around its ball: `pitch` lifts the toes (+) or the heel (−), `toePitch` is the toes' own slope. */
export function footOnBall(ball: Point, pitch: number, toePitch = 0): Foot {
  return {
    ball,
    heel: add(ball, rotate(heelFromBall, pitch)),
    ankle: add(ball, rotate(ankleFromBall, pitch)),
    toe: add(ball, rotate({ x: lengths.toe, y: 0 }, toePitch)),
  }
}

/** The foot rolling over its heel, toes up. */
export function footOnHeel(heel: Point, pitch: number): Foot {
  return footOnBall(subtract(heel, rotate(heelFromBall, pitch)), pitch, pitch)
}

/**
 * Two bones from a root to a target: returns the joint between them, bent to the front (`side` 1) or to the back
 * (−1), and the end that was reached: the target, or the nearest point to it within reach.
 */
export function twoBones(
  root: Point,
  target: Point,
  upper: number,
  lower: number,
  side: 1 | -1,
): [Point, Point] {
  const offset = subtract(target, root)
  const wanted = Math.hypot(offset.x, offset.y)
  const reach = Math.min(Math.max(wanted, Math.abs(upper - lower) + 1e-6), (upper + lower) * 0.99995)
  const end = add(root, { x: (offset.x * reach) / wanted, y: (offset.y * reach) / wanted })
  const atRoot = Math.acos((upper ** 2 + reach ** 2 - lower ** 2) / (2 * upper * reach))
  const along = { x: (offset.x / wanted) * upper, y: (offset.y / wanted) * upper }
  return [add(root, rotate(along, side * atRoot)), end]
}

/** A leg that stands on a foot that is already in its place. */
export function legOnFoot(hip: Point, foot: Foot): Leg {
  const [knee] = twoBones(hip, foot.ankle, lengths.thigh, lengths.shank, 1)
  return { hip, knee, ...foot }
}

/** A free leg, hung from the hip by its angles. */
export function legFromAngles(hip: Point, angles: LegAngles): Leg {
  const shank = angles.thigh - angles.kneeBend
  const knee = add(hip, hanging(lengths.thigh, angles.thigh))
  const ankle = add(knee, hanging(lengths.shank, shank))
  const pitch = shank - angles.plantarFlexion
  const ball = subtract(ankle, rotate(ankleFromBall, pitch))
  return { hip, knee, ...footOnBall(ball, pitch, pitch + angles.toeBend) }
}

/** The angles that `legFromAngles` needs to draw this very leg. */
export function anglesOfLeg(leg: Leg): LegAngles {
  const thigh = Math.atan2(leg.knee.x - leg.hip.x, leg.hip.y - leg.knee.y)
  const shank = Math.atan2(leg.ankle.x - leg.knee.x, leg.knee.y - leg.ankle.y)
  const pitch = Math.atan2(leg.ball.y - leg.heel.y, leg.ball.x - leg.heel.x)
  const toePitch = Math.atan2(leg.toe.y - leg.ball.y, leg.toe.x - leg.ball.x)
  return { thigh, kneeBend: thigh - shank, plantarFlexion: shank - pitch, toeBend: toePitch - pitch }
}

/** An arm by its angles: upper arm from the vertical (forward positive), elbow bent from straight. */
export function armFromAngles(shoulder: Point, upperArm: number, elbowBend: number): Arm {
  const elbow = add(shoulder, hanging(lengths.upperArm, upperArm))
  return { shoulder, elbow, wrist: add(elbow, hanging(lengths.forearm, upperArm + elbowBend)) }
}

/** An arm that holds its wrist at a point, elbow to the back (−1) or to the front (1) of the line to it. */
export function armToWrist(shoulder: Point, target: Point, side: 1 | -1 = -1): Arm {
  const [elbow, wrist] = twoBones(shoulder, target, lengths.upperArm, lengths.forearm, side)
  return { shoulder, elbow, wrist }
}

/**
 * Angle at a joint in degrees, turned counter-clockwise from the bone towards `from` to the bone towards `to`,
 * in the turn [low, low + 360).
 */
export function turnAt(joint: Point, from: Point, to: Point, low = 0): number {
  const a = subtract(from, joint)
  const b = subtract(to, joint)
  const turn = degrees(Math.atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y))
  return ((((turn - low) % 360) + 360) % 360) + low
}

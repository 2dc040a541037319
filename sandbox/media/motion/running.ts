import { add, gravity, leaning, lengths, radians, type Motion, type Point, type Side } from './body.ts'
import { keyed, slopeOf, type Key } from './curves.ts'
import { anglesOfLeg, armFromAngles, footOnBall, footOnHeel, legFromAngles, legOnFoot } from './limbs.ts'
import type { Leg, LegAngles } from './limbs.ts'

/** Rate, contact and speed of a steady run: 171 steps per minute, 231 ms of contact, 12 km/h. */
export const runningGait = { strideTime: 0.7, contactTime: 0.231, speed: 3.3 } as const

const { strideTime, contactTime, speed } = runningGait
const stepTime = strideTime / 2
const flightTime = stepTime - contactTime
const touchdownSpeed = (gravity * flightTime) / 2
const hipAtContact = 0.916
const ballAhead = 0.39
const firstContact = 0.12
const swingTime = strideTime - contactTime

const cycle = (t: number, period: number): number => ((t % period) + period) % period
const swingOf = (t: number): number => Math.cos((2 * Math.PI * (t + 0.03)) / strideTime)

/**
 * Hip height in metres, t in seconds after a foot strike: a parabola in flight; in contact a half-sine ground
 * reaction force (Alexander 1989) whose impulse turns the landing speed into the take-off speed.
 */
export function runningHipHeight(t: number): number {
  const s = cycle(t, stepTime)
  if (s >= contactTime) {
    const f = s - contactTime
    return hipAtContact + touchdownSpeed * f - (gravity * f * f) / 2
  }
  const w = Math.PI / contactTime
  const peak = (w / 2) * gravity * stepTime
  return hipAtContact - touchdownSpeed * s + peak * (s / w - Math.sin(w * s) / w ** 2) - (gravity * s * s) / 2
}

/** The pelvis turns with the leg in front; the hip of that side is a little ahead. */
const hipAt = (t: number): Point => ({ x: 0.02 * swingOf(t), y: runningHipHeight(t) })

const heelDown = 0.04
const heelUp = 0.075

function stanceLeg(t: number): Leg {
  const ball = { x: ballAhead - speed * t, y: 0 }
  if (t < heelDown) {
    const heel = { x: ball.x - lengths.heelToAnkle - lengths.ankleToBall, y: 0 }
    return legOnFoot(hipAt(t), footOnHeel(heel, radians(11) * (1 - t / heelDown) ** 2))
  }
  const u = Math.max(0, (t - heelUp) / (contactTime - heelUp))
  return legOnFoot(hipAt(t), footOnBall(ball, -radians(62) * u ** 2.1))
}

/**
 * The free leg between toe-off and the next strike. Keys (share of the swing, degrees) follow the sagittal curves
 * of Novacheck, The biomechanics of running (Gait and Posture 1998); both ends continue the leg on the ground.
 */
function swingCourse(): (t: number) => LegAngles {
  const keys: Record<keyof LegAngles, readonly Key[]> = {
    thigh: [
      [0.1, -25],
      [0.42, 12],
      [0.66, 41],
      [0.8, 44],
    ],
    kneeBend: [
      [0.2, 72],
      [0.42, 108],
      [0.62, 92],
      [0.86, 26],
    ],
    plantarFlexion: [
      [0.12, 24],
      [0.45, 8],
      [0.72, -2],
      [0.9, -5],
    ],
    toeBend: [
      [0.14, 20],
      [0.3, 6],
      [0.9, 0],
    ],
  }
  const course = (name: keyof LegAngles): ((t: number) => number) => {
    const onGround = (t: number): number => anglesOfLeg(stanceLeg(t))[name]
    const inner = keys[name].map(([share, angle]): Key => [contactTime + share * swingTime, radians(angle)])
    return keyed(
      [[contactTime, onGround(contactTime)], ...inner, [strideTime, onGround(0)]],
      slopeOf(onGround, contactTime - 0.002),
      slopeOf(onGround, 0.002),
    )
  }
  const thigh = course('thigh')
  const kneeBend = course('kneeBend')
  const plantarFlexion = course('plantarFlexion')
  const toeBend = course('toeBend')
  return (t) => ({
    thigh: thigh(t),
    kneeBend: kneeBend(t),
    plantarFlexion: plantarFlexion(t),
    toeBend: toeBend(t),
  })
}

const swing = swingCourse()

function legAt(t: number): Leg {
  const s = cycle(t, strideTime)
  return s < contactTime ? stanceLeg(s) : legFromAngles(hipAt(s), swing(s))
}

function sideAt(t: number, trunk: Point, lean: number): Side {
  const counter = swingOf(t)
  const shoulder = add({ x: -0.035 * counter, y: runningHipHeight(t) }, trunk)
  const upperArm = lean * 0.4 + radians(-20 - 33 * swingOf(t - 0.02))
  const elbowBend = radians(98 - 14 * swingOf(t - 0.08))
  return { ...legAt(t), ...armFromAngles(shoulder, upperArm, elbowBend) }
}

/** Seconds from the start to the strikes of the right foot that end a stride within the film. */
export function strideEnds(duration: number): number[] {
  const count = Math.floor((duration - firstContact) / strideTime)
  return Array.from({ length: count }, (_, i) => firstContact + (i + 1) * strideTime)
}

/** Steady running on a treadmill; the belt moves at `runningGait.speed`, the left foot half a stride later. */
export const running: Motion = {
  duration: 6,
  fps: 30,
  poseAt(time) {
    const t = time - firstContact
    const pelvis = { x: 0, y: runningHipHeight(t) }
    const lean = radians(7 + 1.5 * Math.sin((4 * Math.PI * t) / strideTime))
    const trunk = leaning(lengths.trunk, lean)
    const neck = add(pelvis, trunk)
    return {
      pelvis,
      neck,
      head: add(neck, leaning(lengths.neckToHead, lean + radians(7))),
      headTilt: radians(3) - 0.3 * (lean - radians(7)),
      right: sideAt(t, trunk, lean),
      left: sideAt(t + stepTime, trunk, lean),
    }
  },
}

import { add, gravity, leaning, lengths, radians, type Motion, type Point, type Side } from './body.ts'
import { between, keyed, slopeOf, type Course, type Key } from './curves.ts'
import { anglesOfLeg, armFromAngles, footOnBall, legFromAngles, legOnFoot } from './limbs.ts'
import type { Leg, LegAngles } from './limbs.ts'

/** One countermovement jump: seconds in the film, speed in m/s, heights of the hip in metres. */
export type Jump = {
  descent: number
  bottom: number
  takeoff: number
  landing: number
  absorbed: number
  end: number
  takeoffSpeed: number
}

const standing = 0.938
const takeoffPitch = radians(-50)
const landingPitch = radians(-41)
const atTakeoff: Point = { x: 0.1, y: 0.996 }
/** Nobody jumps quite evenly: the left foot stands 3 cm back, its leg bends a little more in the air (degrees). */
const leftBehind = 0.03
const leftMoreBent = 4

const plan = [
  { start: 0.05, depth: 0.33, takeoffSpeed: 2.6 },
  { start: 2.68, depth: 0.35, takeoffSpeed: 2.74 },
  { start: 5.34, depth: 0.34, takeoffSpeed: 2.66 },
] as const

function course(start: number, depth: number, takeoffSpeed: number): Jump & { hip: (t: number) => Course } {
  const descent = start + 0.28
  const bottom = descent + 0.62
  const takeoff = bottom + 0.285
  const landing = takeoff + (2 * takeoffSpeed) / gravity
  const absorbed = landing + 0.21
  const end = absorbed + 0.68
  const still = { value: standing, speed: 0, acceleration: 0 }
  const low = { value: standing - depth, speed: 0, acceleration: 12 }
  const soft = { value: standing - 0.27, speed: 0, acceleration: 9 }
  const leave = { value: atTakeoff.y, speed: takeoffSpeed, acceleration: -gravity }
  const touch = { ...leave, speed: -takeoffSpeed }
  const pieces: readonly (readonly [until: number, piece: (t: number) => Course])[] = [
    [descent, () => still],
    [bottom, between(descent, still, bottom, low)],
    [takeoff, between(bottom, low, takeoff, leave)],
    [landing, (t) => flight(t - takeoff, takeoffSpeed)],
    [absorbed, between(landing, touch, absorbed, soft)],
    [end, between(absorbed, soft, end, still)],
  ]
  const hip = (t: number): Course => (pieces.find(([until]) => t < until)?.[1] ?? (() => still))(t)
  return { descent, bottom, takeoff, landing, absorbed, end, takeoffSpeed, hip }
}

const flight = (s: number, takeoffSpeed: number): Course => ({
  value: atTakeoff.y + takeoffSpeed * s - (gravity * s * s) / 2,
  speed: takeoffSpeed - gravity * s,
  acceleration: -gravity,
})

const courses = plan.map((jump) => course(jump.start, jump.depth, jump.takeoffSpeed))

/** The three jumps of the film, in order. */
export const jumps: readonly Jump[] = courses

const jumpAt = (t: number): (typeof courses)[number] =>
  courses.find((jump) => t < jump.end) ?? (courses.at(-1) as (typeof courses)[number])

/**
 * Height (m), speed (m/s) and acceleration (m/s²) of the hips. In flight it is the parabola of free fall; on the
 * ground fifth-degree courses whose depth and duration follow McMahon et al., Understanding the key phases of the
 * countermovement jump (Strength and Conditioning Journal 2018).
 */
export const hipCourse = (t: number): Course => jumpAt(t).hip(t)

type Posture = { hipX: number; lean: number; upperArm: number; elbowBend: number }

/** Keys of the upper body, degrees and metres: times are relative to the jump's own phases. */
function postureOf(jump: Jump): (t: number) => Posture {
  const { descent, bottom, takeoff, landing, absorbed, end } = jump
  const apex = (takeoff + landing) / 2
  const hipX = keyed([
    [descent, 0],
    [bottom, -0.235],
    [takeoff, 0.1],
    [landing, 0.075],
    [absorbed, -0.19],
    [end, 0],
  ])
  const lean = keyed([
    [descent, 3],
    [bottom - 0.02, 46],
    [takeoff, 7],
    [apex, 1],
    [landing, 11],
    [absorbed + 0.05, 39],
    [end, 3],
  ])
  const upperArm = keyed([
    [descent - 0.1, 2],
    [bottom - 0.16, -52],
    [takeoff - 0.02, 152],
    [takeoff + 0.08, 163],
    [apex, 150],
    [landing, 84],
    [absorbed + 0.1, 12],
    [end, 2],
  ])
  const elbowBend = keyed([
    [descent, 14],
    [bottom - 0.1, 22],
    [bottom + 0.15, 42],
    [takeoff, 18],
    [apex, 22],
    [landing, 34],
    [absorbed + 0.1, 40],
    [end, 14],
  ])
  return (t) => ({
    hipX: hipX(t),
    lean: radians(lean(t)),
    upperArm: radians(upperArm(t)),
    elbowBend: radians(elbowBend(t)),
  })
}

const postures = new Map(courses.map((jump) => [jump, postureOf(jump)]))

/** Slope of the sole on the ground: the heel leaves last of all before take-off and comes down first after it. */
function pitchOnGround(jump: Jump, t: number): number {
  if (t <= jump.takeoff) return takeoffPitch * Math.max(0, 1 - (jump.takeoff - t) / 0.165) ** 1.6
  return landingPitch * Math.max(0, 1 - (t - jump.landing) / 0.09) ** 1.6
}

function legAt(t: number, footX: number): Leg {
  const jump = jumpAt(t)
  const posture = postures.get(jump) as (t: number) => Posture
  const hipAt = (time: number): Point => ({ x: posture(time).hipX, y: jump.hip(time).value })
  const grounded = (time: number): Leg =>
    legOnFoot(hipAt(time), footOnBall({ x: footX + lengths.ankleToBall, y: 0 }, pitchOnGround(jump, time)))
  if (t <= jump.takeoff || t >= jump.landing) return grounded(t)
  const airborne = (name: keyof LegAngles, middle: readonly Key[]): number => {
    const onGround = (time: number): number => anglesOfLeg(grounded(time))[name]
    const inner = middle.map(([s, v]): Key => [jump.takeoff + s * (jump.landing - jump.takeoff), radians(v)])
    const keys: Key[] = [
      [jump.takeoff, onGround(jump.takeoff)],
      ...inner,
      [jump.landing, onGround(jump.landing)],
    ]
    return keyed(keys, slopeOf(onGround, jump.takeoff - 0.002), slopeOf(onGround, jump.landing + 0.002))(t)
  }
  const bent = footX < 0 ? leftMoreBent : 0
  return legFromAngles(hipAt(t), {
    thigh: airborne('thigh', [
      [0.2, -4],
      [0.55, 3 + bent],
      [0.85, 9 - bent],
    ]),
    kneeBend: airborne('kneeBend', [
      [0.12, 6],
      [0.55, 17 + 1.5 * bent],
      [0.85, 15],
    ]),
    plantarFlexion: airborne('plantarFlexion', [
      [0.15, 47],
      [0.6, 36],
      [0.85, 36],
    ]),
    toeBend: airborne('toeBend', [
      [0.2, 8],
      [0.6, 6],
      [0.85, 26],
    ]),
  })
}

/** Three countermovement jumps with an arm swing, on the spot. */
export const jumping: Motion = {
  duration: 8,
  fps: 30,
  poseAt(t) {
    const jump = jumpAt(t)
    const { hipX, lean, upperArm, elbowBend } = (postures.get(jump) as (t: number) => Posture)(t)
    const pelvis = { x: hipX, y: jump.hip(t).value }
    const neck = add(pelvis, leaning(lengths.trunk, lean))
    const side = (footX: number, armAhead: number): Side => ({
      ...legAt(t, footX),
      ...armFromAngles(neck, upperArm + armAhead, elbowBend - armAhead),
    })
    return {
      pelvis,
      neck,
      head: add(neck, leaning(lengths.neckToHead, 0.55 * lean + radians(5))),
      headTilt: 0.3 * lean - radians(2),
      right: side(0, 0),
      left: side(-leftBehind, radians(5)),
    }
  },
}

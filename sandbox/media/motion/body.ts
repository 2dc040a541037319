/** Metres in the plane of movement: x points the way the athlete faces, y up from the floor (or belt). */
export type Point = { x: number; y: number }

/** The bones of one side. `heel`, `ball` (metatarsal heads) and `toe` lie on the sole of the shoe. */
export type Side = {
  shoulder: Point
  elbow: Point
  wrist: Point
  hip: Point
  knee: Point
  ankle: Point
  heel: Point
  ball: Point
  toe: Point
}

/** One moment of the figure. `neck` is the trunk's upper end between the shoulders, `head` the skull's centre. */
export type Pose = {
  pelvis: Point
  neck: Point
  head: Point
  /** Tilt of the head, radians, positive nods forward. */
  headTilt: number
  left: Side
  right: Side
  /** Centre of the barbell or of the dowel, where there is one. */
  bar?: Point
}

/** A movement from its first to its last moment. `poseAt` is pure and defined for 0 ≤ t < duration. */
export type Motion = { duration: number; fps: number; poseAt: (t: number) => Pose }

export const stature = 1.78
export const bodyMass = 75
export const gravity = 9.81

/**
 * Segment lengths in metres: fractions of stature from Winter, Biomechanics and Motor Control of Human
 * Movement (4th ed. 2009, fig. 4.1, after Drillis & Contini 1966). The foot's length and the height of the ankle
 * are Winter's; where ankle and toe joint lie along the foot is our assumption.
 */
export const lengths = {
  thigh: 0.245 * stature,
  shank: 0.246 * stature,
  trunk: 0.288 * stature,
  upperArm: 0.186 * stature,
  forearm: 0.146 * stature,
  /** Wrist to the middle of the closed hand: half of Winter's hand. */
  grip: 0.045 * stature,
  neckToHead: 0.117 * stature,
  head: 0.13 * stature,
  ankleHeight: 0.039 * stature,
  heelToAnkle: 0.037 * stature,
  ankleToBall: 0.07 * stature,
  toe: 0.045 * stature,
} as const

export const radians = (degrees: number): number => (degrees * Math.PI) / 180
export const degrees = (angle: number): number => (angle * 180) / Math.PI

export const add = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y })
export const subtract = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y })
export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** Turns a vector counter-clockwise. */
export const rotate = (v: Point, angle: number): Point => ({
  x: v.x * Math.cos(angle) - v.y * Math.sin(angle),
  y: v.x * Math.sin(angle) + v.y * Math.cos(angle),
})

/** A vector that hangs straight down at 0 and swings forward with a growing angle. */
export const hanging = (length: number, angle: number): Point => ({
  x: length * Math.sin(angle),
  y: -length * Math.cos(angle),
})

/** A vector that stands upright at 0 and leans forward with a growing angle. */
export const leaning = (length: number, angle: number): Point => ({
  x: length * Math.sin(angle),
  y: length * Math.cos(angle),
})

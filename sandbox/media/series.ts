import { add, bodyMass, gravity, subtract, type Motion, type Pose, type Side } from './motion/body.ts'
import { slopeOf } from './motion/curves.ts'
import { hipCourse, jumping, jumps } from './motion/jumping.ts'
import { turnAt } from './motion/limbs.ts'
import { mobility, squats } from './motion/mobility.ts'
import { running, strideEnds } from './motion/running.ts'
import { barAt, cleanPhases, liftHipHeight, weightlifting } from './motion/weightlifting.ts'
import { phoneFrameStarts, phoneFrameTicks, phoneTimescale } from './phoneTimes.ts'

/** What is done in front of the camera. */
export type MediaKind = 'running' | 'jumping' | 'weightlifting' | 'mobility'

/** A sample film: one of each kind, and runs that are a phone's at a variable frame rate, and a faster one. */
export type Film = MediaKind | 'variable' | 'faster'

/** How many times as fast as in the usual film the legs of the faster run go. */
export const FASTER = 1.25

/**
 * What the analysis of one sample film found. Every array of `angles` and `reportMetrics` has one value per frame;
 * `timestamps[i]` is the presentation time of frame i in seconds.
 */
export type MediaSeries = {
  /** Seconds from the first frame's beginning to the last one's end. */
  duration: number
  timestamps: number[]
  angles: Record<string, number[]>
  reportMetrics: Record<string, number[]>
  /** Last frame of each stride, jump, lift or repetition. */
  endFrames: number[]
  segments: number
}

export const mediaKinds: readonly MediaKind[] = ['running', 'jumping', 'weightlifting', 'mobility']
export const films: readonly Film[] = [...mediaKinds, 'variable', 'faster']

export const kindOf = (film: Film): MediaKind => (film === 'variable' || film === 'faster' ? 'running' : film)

const motions: Record<MediaKind, Motion> = { running, jumping, weightlifting, mobility }

/** When each frame of a film begins, in seconds. */
function frameTimes(film: Film): number[] {
  if (film === 'variable') return phoneFrameStarts().map((ticks) => ticks / phoneTimescale)
  const { duration, fps } = motions[kindOf(film)]
  return Array.from({ length: Math.round(duration * fps) }, (_, frame) => frame / fps)
}

function durationOf(film: Film): number {
  if (film === 'variable') return phoneFrameTicks.reduce((sum, ticks) => sum + ticks, 0) / phoneTimescale
  return frameTimes(film).length / motions[kindOf(film)].fps
}

export const frameCount = (film: Film): number => mediaSeries(film).timestamps.length

/** The figure `t` seconds after a film's beginning, in metres: what both the drawing and the series are made from. */
export const poseAt = (film: Film, t: number): Pose => motions[kindOf(film)].poseAt(motionTime(film, t))

/** How far the motion has gone `t` seconds after a film's beginning, in seconds of the usual film. */
export const motionTime = (film: Film, t: number): number => (film === 'faster' ? t * FASTER : t)

export const poseOfFrame = (film: Film, frame: number): Pose =>
  poseAt(film, mediaSeries(film).timestamps[frame] ?? 0)

const sideAngles: Record<string, (side: Side) => number> = {
  ank: ({ ankle, knee, heel, ball }) => turnAt(ankle, add(ankle, subtract(ball, heel)), knee),
  kne: ({ knee, hip, ankle }) => turnAt(knee, hip, ankle),
  hip: ({ hip, knee, shoulder }) => turnAt(hip, knee, shoulder),
  sho: ({ shoulder, hip, elbow }) => turnAt(shoulder, hip, elbow, -120),
  elb: ({ elbow, wrist, shoulder }) => turnAt(elbow, wrist, shoulder),
}

/**
 * Joint angles of one frame in degrees, one decimal, from the joint positions that are drawn. Included angles in
 * the plane of movement: knee and elbow 180 = straight; hip between thigh and trunk, 180 = straight, more than 180
 * = extended behind the trunk; ankle between shank and sole, 90 = standing, more = plantar flexed; shoulder between
 * trunk and upper arm, 0 = hanging along the trunk, positive forward, negative behind it.
 */
export function jointAngles(pose: Pose): Record<string, number> {
  const named = Object.entries(sideAngles).flatMap(([joint, angle]) => [
    [`l${joint}_angle`, oneDecimal(angle(pose.left))] as const,
    [`r${joint}_angle`, oneDecimal(angle(pose.right))] as const,
  ])
  return Object.fromEntries(named)
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

/**
 * Series of the report. Jump: hip height m, speed m/s, acceleration m/s² (from the course of the hips, taken for
 * the centre of mass), `grf` = mass × (g + acceleration) in N with 75 kg, 0 in flight; right toe height m and speed
 * m/s. Lift: height of the bar m and vertical speed of the hips m/s.
 */
function reportMetrics(kind: MediaKind, timestamps: number[]): Record<string, number[]> {
  const perFrame = (value: (t: number) => number): number[] => timestamps.map((t) => rounded(value(t)))
  if (kind === 'jumping') {
    const toeHeight = (t: number): number => jumping.poseAt(t).right.toe.y
    return {
      hipy: perFrame((t) => hipCourse(t).value),
      vhipy: perFrame((t) => hipCourse(t).speed),
      ahipy: perFrame((t) => hipCourse(t).acceleration),
      grf: perFrame((t) => Math.max(0, bodyMass * (gravity + hipCourse(t).acceleration))),
      toey: perFrame(toeHeight),
      vtoey: perFrame((t) => slopeOf(toeHeight, t)),
    }
  }
  if (kind === 'weightlifting') {
    return { bar: perFrame((t) => barAt(t).y), vhipy: perFrame((t) => slopeOf(liftHipHeight, t)) }
  }
  return {}
}

const segmentEnds: Record<MediaKind, number[]> = {
  running: strideEnds(running.duration),
  jumping: jumps.map((jump) => jump.absorbed),
  weightlifting: [cleanPhases.recovery],
  mobility: squats.map((squat) => squat.end),
}

const segmentEndsOf = (film: Film): number[] =>
  film === 'faster'
    ? strideEnds(running.duration * FASTER).map((end) => end / FASTER)
    : segmentEnds[kindOf(film)]

const made = new Map<Film, MediaSeries>()

/** The series of one sample film, computed from the same motion as its pictures; made once, then kept. */
export function mediaSeries(film: Film): MediaSeries {
  const kept = made.get(film)
  if (kept) return kept
  const kind = kindOf(film)
  const timestamps = frameTimes(film)
  const perFrame = timestamps.map((t) => jointAngles(poseAt(film, t)))
  const names = Object.keys(perFrame[0] ?? {})
  const angles = Object.fromEntries(names.map((name) => [name, perFrame.map((frame) => frame[name] ?? 0)]))
  const endFrames = segmentEndsOf(film).map((end) => timestamps.filter((t) => t <= end).length - 1)
  const series = {
    duration: durationOf(film),
    timestamps,
    angles,
    reportMetrics: reportMetrics(kind, timestamps),
    endFrames,
    segments: endFrames.length,
  }
  made.set(film, series)
  return series
}

import { describe, expect, it } from 'vitest'
import { distance, gravity, lengths, type Pose, type Side } from './motion/body.ts'
import { hipCourse, jumping, jumps } from './motion/jumping.ts'
import { running, runningGait, runningHipHeight } from './motion/running.ts'
import { barAt, cleanPhases, plateRadius, weightlifting } from './motion/weightlifting.ts'
import { frameCount, mediaKinds, poseOfFrame, type MediaKind } from './series.ts'

const posesOf = (kind: MediaKind): Pose[] =>
  Array.from({ length: frameCount(kind) }, (_, frame) => poseOfFrame(kind, frame))
const lowest = (side: Side): number => Math.min(side.heel.y, side.ball.y, side.toe.y)

describe.each(mediaKinds)('the figure of the %s film', (kind) => {
  it('has bones that keep their length', () => {
    const bones: readonly (readonly [from: keyof Side, to: keyof Side, length: number])[] = [
      ['hip', 'knee', lengths.thigh],
      ['knee', 'ankle', lengths.shank],
      ['shoulder', 'elbow', lengths.upperArm],
      ['elbow', 'wrist', lengths.forearm],
      ['ankle', 'ball', Math.hypot(lengths.ankleToBall, lengths.ankleHeight)],
      ['ankle', 'heel', Math.hypot(lengths.heelToAnkle, lengths.ankleHeight)],
      ['ball', 'toe', lengths.toe],
    ]
    for (const pose of posesOf(kind)) {
      expect(distance(pose.pelvis, pose.neck)).toBeCloseTo(lengths.trunk, 6)
      expect(distance(pose.neck, pose.head)).toBeCloseTo(lengths.neckToHead, 6)
      for (const side of [pose.left, pose.right]) {
        for (const [from, to, length] of bones) expect(distance(side[from], side[to])).toBeCloseTo(length, 4)
      }
    }
  })

  it('never sinks into the floor', () => {
    for (const pose of posesOf(kind)) {
      expect(lowest(pose.left)).toBeGreaterThan(-0.001)
      expect(lowest(pose.right)).toBeGreaterThan(-0.001)
    }
  })

  it('moves without jerks: no joint passes 12 m/s or jumps from one frame to the next', () => {
    const poses = posesOf(kind)
    for (const name of ['elbow', 'wrist', 'knee', 'ankle', 'toe'] as const) {
      poses.forEach((pose, i) => {
        const before = poses[i - 1]
        if (!before) return
        expect(distance(pose.right[name], before.right[name])).toBeLessThan(12 / 30)
        expect(distance(pose.left[name], before.left[name])).toBeLessThan(12 / 30)
      })
    }
  })
})

describe('running', () => {
  const moment = (t: number): Pose => running.poseAt(t)

  it('alternates: the left leg is where the right one was half a stride ago', () => {
    for (let t = 1; t < 2; t += 0.05) {
      const now = moment(t).left
      const then = moment(t - runningGait.strideTime / 2).right
      expect(now.knee.x).toBeCloseTo(then.knee.x, 6)
      expect(now.toe.y).toBeCloseTo(then.toe.y, 6)
    }
    expect(Math.abs(moment(1).left.knee.x - moment(1).right.knee.x)).toBeGreaterThan(0.1)
  })

  it('has one foot on the belt in contact, none in flight, and never both', () => {
    const times = Array.from({ length: 700 }, (_, i) => 1 + i / 1000)
    const feet = times.map(
      (t) => [moment(t).left, moment(t).right].filter((side) => lowest(side) < 0.0005).length,
    )
    expect(Math.max(...feet)).toBe(1)
    const inFlight = feet.filter((count) => count === 0).length / feet.length
    expect(inFlight).toBeCloseTo(1 - (2 * runningGait.contactTime) / runningGait.strideTime, 1)
  })

  it('carries a flat foot back with the belt, without sliding', () => {
    for (let t = 0.17; t < 0.33; t += 0.01) {
      const moved = moment(t + 0.01).right.ball.x - moment(t).right.ball.x
      expect(moved).toBeCloseTo(-runningGait.speed * 0.01, 6)
    }
  })

  it('falls freely between the contacts', () => {
    const middle = runningGait.contactTime + 0.05
    const h = 0.01
    const acceleration =
      (runningHipHeight(middle + h) - 2 * runningHipHeight(middle) + runningHipHeight(middle - h)) / h ** 2
    expect(acceleration).toBeCloseTo(-gravity, 4)
  })
})

describe('jumping', () => {
  it.each(jumps)('reaches the height that its flight time allows (take-off at $takeoffSpeed m/s)', (jump) => {
    const flightTime = jump.landing - jump.takeoff
    const apex = hipCourse((jump.takeoff + jump.landing) / 2).value
    const heightFromFlight = (gravity * flightTime ** 2) / 8
    expect(apex - hipCourse(jump.takeoff - 1e-9).value).toBeCloseTo(heightFromFlight, 5)
    expect(heightFromFlight).toBeGreaterThan(0.3)
    expect(heightFromFlight).toBeLessThan(0.45)
  })

  it.each(jumps)('leaves the floor at take-off and is back at landing ($takeoffSpeed m/s)', (jump) => {
    const clear = (t: number): number =>
      Math.min(lowest(jumping.poseAt(t).left), lowest(jumping.poseAt(t).right))
    expect(clear(jump.takeoff - 0.01)).toBeCloseTo(0, 4)
    expect(clear(jump.landing + 0.01)).toBeCloseTo(0, 4)
    for (let t = jump.takeoff + 0.02; t < jump.landing - 0.02; t += 0.01)
      expect(clear(t)).toBeGreaterThan(0.005)
  })

  it('keeps the drawn hips on the course of the series', () => {
    for (let t = 0; t < jumping.duration; t += 0.1) {
      expect(jumping.poseAt(t).right.hip.y).toBeCloseTo(hipCourse(t).value, 9)
    }
  })
})

describe('weightlifting', () => {
  it('starts with the plates on the floor, and the bar only rises until the elbows turn', () => {
    expect(barAt(0).y).toBeCloseTo(plateRadius, 3)
    for (let t = cleanPhases.liftOff; t < 2; t += 0.02)
      expect(barAt(t + 0.02).y).toBeGreaterThan(barAt(t).y - 0.001)
  })

  it('keeps the bar in the hands', () => {
    for (let t = 0; t < weightlifting.duration; t += 0.05) {
      const pose = weightlifting.poseAt(t)
      expect(distance(pose.right.wrist, pose.bar ?? pose.head)).toBeCloseTo(lengths.grip, 6)
    }
  })

  it('ends upright with the bar at the shoulders', () => {
    const pose = weightlifting.poseAt(cleanPhases.recovery + 0.5)
    expect(Math.abs((pose.bar?.y ?? 0) - pose.neck.y)).toBeLessThan(0.1)
    expect(pose.pelvis.y).toBeGreaterThan(0.9)
  })
})

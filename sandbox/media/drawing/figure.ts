import { lengths, subtract, type Point, type Pose, type Side } from '../motion/body.ts'
import { across, far, fillLocal, fillPart, flipped, near, shadeUnder, type Palette } from './parts.ts'
import * as shapes from './shapes.ts'
import type { Profile } from './shapes.ts'
import { moved, type Brush } from './view.ts'

/** A pose in pixels, the left side already moved away from the camera. */
export type DrawnPose = Pose & { scale: number }

function drawShoe(brush: Brush, side: Side, scale: number, palette: Palette): void {
  const pitch = Math.atan2(side.heel.y - side.ball.y, side.ball.x - side.heel.x)
  const toePitch = Math.atan2(side.ball.y - side.toe.y, side.toe.x - side.ball.x)
  const toeBox = [
    [-0.012, 0.004],
    [-0.02, 0.052],
    [0.02, 0.048],
    [0.06, 0.042],
    [0.084, 0.026],
    [0.086, 0.008],
  ] as const
  const toeSole = [
    [-0.014, 0],
    [-0.014, 0.022],
    [0.06, 0.02],
    [0.09, 0.018],
    [0.092, 0.008],
    [0.08, 0],
  ] as const
  brush.fillStyle = palette.shoe
  fillLocal(brush, side.ball, toePitch, scale, toeBox)
  fillLocal(brush, side.ball, pitch, scale, shapes.shoe)
  brush.fillStyle = palette.trim
  fillLocal(brush, side.ball, pitch, scale, [
    [-0.02, 0.036],
    [-0.05, 0.074],
    [-0.068, 0.084],
    [-0.07, 0.05],
    [-0.1, 0.036],
  ])
  fillLocal(brush, side.ball, pitch, scale, [
    [-0.178, 0.07],
    [-0.178, 0.104],
    [-0.192, 0.109],
    [-0.2, 0.085],
    [-0.196, 0.06],
  ])
  brush.fillStyle = palette.sole
  fillLocal(brush, side.ball, toePitch, scale, toeSole)
  fillLocal(brush, side.ball, pitch, scale, shapes.sole)
}

function drawLeg(brush: Brush, side: Side, scale: number, palette: Palette): void {
  const { thigh, shank } = lengths
  const skin = palette.skin
  fillPart(brush, scale, {
    from: side.knee,
    to: side.ankle,
    profile: shapes.shank,
    length: shank,
    tone: skin,
  })
  drawShoe(brush, side, scale, palette)
  fillPart(brush, scale, { from: side.hip, to: side.knee, profile: shapes.thigh, length: thigh, tone: skin })
  fillPart(brush, scale, {
    from: side.hip,
    to: side.knee,
    profile: shapes.shortsLeg,
    length: thigh,
    tone: palette.shorts,
  })
}

function drawArm(brush: Brush, side: Side, hand: Point, scale: number, palette: Palette): void {
  const { upperArm, forearm } = lengths
  fillPart(brush, scale, {
    from: side.elbow,
    to: side.wrist,
    profile: shapes.forearm,
    length: forearm,
    tone: palette.skin,
  })
  drawHand(brush, side.wrist, hand, scale, palette)
  fillPart(brush, scale, {
    from: side.shoulder,
    to: side.elbow,
    profile: shapes.upperArm,
    length: upperArm,
    tone: palette.skin,
  })
  fillPart(brush, scale, {
    from: side.shoulder,
    to: side.elbow,
    profile: shapes.sleeve,
    length: upperArm,
    tone: palette.shirt,
  })
}

/** A loosely closed hand between the wrist and the knuckles. */
function drawHand(brush: Brush, wrist: Point, hand: Point, scale: number, palette: Palette): void {
  const profile: Profile = [
    [-0.1, 0.02, 0.02],
    [0.2, 0.028, 0.028],
    [0.7, 0.042, 0.032],
    [1.2, 0.04, 0.034],
    [1.5, 0.022, 0.022],
  ]
  fillPart(brush, scale, { from: wrist, to: hand, profile, length: lengths.grip, tone: palette.skin })
}

function drawHead(brush: Brush, pose: DrawnPose): void {
  const { head, neck, scale } = pose
  const base = { x: neck.x - 0.012 * scale, y: neck.y + 0.03 * scale }
  const profile: Profile = [
    [0, 0.062, 0.075],
    [0.45, 0.052, 0.06],
    [1, 0.055, 0.055],
  ]
  fillPart(brush, scale, {
    from: head,
    to: base,
    profile: [...profile].reverse().map(([u, f, b]) => [1 - u, f, b]),
    length: lengths.neckToHead,
    tone: { ...near.skin, light: near.skin.base, base: near.skin.dark },
  })
  const turn = -pose.headTilt
  brush.fillStyle = across(
    brush,
    { x: head.x, y: head.y - 10 },
    { x: head.x, y: head.y + 10 },
    0.1 * scale,
    near.skin,
  )
  fillLocal(brush, head, turn, scale, shapes.head)
  brush.fillStyle = near.hair
  fillLocal(brush, head, turn, scale, shapes.hair)
  brush.fillStyle = near.skin.base
  fillLocal(brush, head, turn, scale, shapes.ear)
  brush.fillStyle = 'rgba(53, 39, 31, 0.75)'
  fillLocal(brush, head, turn, scale, [
    [0.052, 0.035],
    [0.068, 0.04],
    [0.08, 0.036],
    [0.068, 0.033],
  ])
  fillLocal(brush, head, turn, scale, [
    [0.064, 0.017],
    [0.071, 0.021],
    [0.077, 0.015],
    [0.07, 0.011],
  ])
}

/** Where the knuckles are: at the bar, or straight on from the forearm. */
export function handOf(side: Side, bar: Point | undefined, scale: number): Point {
  if (bar) return bar
  const axis = subtract(side.wrist, side.elbow)
  const reach = (lengths.grip * scale) / Math.hypot(axis.x, axis.y)
  return moved(side.wrist, { x: axis.x * reach, y: axis.y * reach })
}

/** The figure, far side first; `bars` are the points that its two hands hold, where there is a bar. */
export function drawFigure(
  brush: Brush,
  pose: DrawnPose,
  bars: { far?: Point | undefined; near?: Point | undefined },
): void {
  const { scale, left, right } = pose
  drawArm(brush, left, handOf(left, bars.far, scale), scale, far)
  drawLeg(brush, left, scale, far)
  drawHead(brush, pose)
  fillPart(brush, scale, {
    from: pose.neck,
    to: pose.pelvis,
    profile: flipped(shapes.trunk),
    length: lengths.trunk,
    tone: near.shirt,
  })
  shadeUnder(brush, [right.hip, right.knee], 0.2 * scale, 0.25)
  drawSeat(brush, pose)
  drawLeg(brush, right, scale, near)
  shadeUnder(brush, [right.shoulder, right.elbow, right.wrist], 0.11 * scale, 0.3)
  drawArm(brush, right, handOf(right, bars.near, scale), scale, near)
}

/** The seat of the shorts, up to the waistband. */
function drawSeat(brush: Brush, pose: DrawnPose): void {
  const seat: Profile = [
    [-0.12, 0.06, 0.085],
    [0.0, 0.1, 0.117],
    [0.1, 0.104, 0.112],
    [0.19, 0.102, 0.1],
  ]
  fillPart(brush, pose.scale, {
    from: pose.neck,
    to: pose.pelvis,
    profile: flipped(seat),
    length: lengths.trunk,
    tone: near.shorts,
  })
}

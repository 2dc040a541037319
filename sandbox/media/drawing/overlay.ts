import type { Point, Side } from '../motion/body.ts'
import type { MediaSeries } from '../series.ts'
import type { DrawnPose } from './figure.ts'
import { disc, plate, type Brush } from './view.ts'

/** Fixed colours of the sides: Okabe & Ito's blue and orange, lightened for a dark ground. */
export const sideColours = { left: '#5cb0ff', right: '#ffb02e' } as const

const ink = '#f5f3ef'
const quiet = '#b9b4ac'
const ground = 'rgba(18, 19, 21, 0.82)'
const family = '"Liberation Sans", Arial, sans-serif'
const measured = ['hip', 'knee', 'ankle'] as const
type Measured = (typeof measured)[number]
const keyOf: Record<Measured, string> = { hip: 'hip', knee: 'kne', ankle: 'ank' }
type SideName = 'left' | 'right'

/** The angle of a joint as the series has it at this frame, one decimal: the only source of a printed number. */
function printed(series: MediaSeries, frame: number, side: SideName, joint: Measured): string {
  const value = series.angles[`${side === 'left' ? 'l' : 'r'}${keyOf[joint]}_angle`]?.[frame]
  return value === undefined ? '–' : value.toFixed(1)
}

function bones(side: Side, hand: Point): Point[][] {
  return [
    [side.shoulder, side.elbow, side.wrist, hand],
    [side.shoulder, side.hip, side.knee, side.ankle],
    [side.ankle, side.heel, side.ball, side.toe],
    [side.ankle, side.ball],
  ]
}

function strokeLine(brush: Brush, points: readonly Point[]): void {
  brush.beginPath()
  points.forEach((p, i) => (i ? brush.lineTo(p.x, p.y) : brush.moveTo(p.x, p.y)))
  brush.stroke()
}

/** Bones and joints of one side; a dark edge keeps them apart from the picture. */
export function drawSkeleton(brush: Brush, side: Side, hand: Point, colour: string): void {
  brush.lineJoin = brush.lineCap = 'round'
  for (const [style, width] of [
    ['rgba(10, 11, 12, 0.55)', 8],
    [colour, 4],
  ] as const) {
    brush.strokeStyle = style
    brush.lineWidth = width
    for (const line of bones(side, hand)) strokeLine(brush, line)
  }
  for (const joint of [side.shoulder, side.elbow, side.wrist, side.hip, side.knee, side.ankle, side.ball]) {
    brush.fillStyle = '#141517'
    disc(brush, joint, 7)
    brush.fillStyle = colour
    disc(brush, joint, 5.2)
  }
}

/** The arc whose angle is printed, between the two bones that make it. */
export function drawArcs(brush: Brush, side: Side, colour: string): void {
  const alongSole = {
    x: side.ankle.x + side.ball.x - side.heel.x,
    y: side.ankle.y + side.ball.y - side.heel.y,
  }
  const arcs: readonly (readonly [joint: Point, from: Point, to: Point, radius: number])[] = [
    [side.hip, side.knee, side.shoulder, 36],
    [side.knee, side.hip, side.ankle, 34],
    [side.ankle, alongSole, side.knee, 30],
  ]
  for (const [joint, from, to, radius] of arcs) {
    // Counter-clockwise on the screen, as the angles are counted.
    const start = Math.atan2(from.y - joint.y, from.x - joint.x)
    const end = Math.atan2(to.y - joint.y, to.x - joint.x)
    brush.strokeStyle = colour
    brush.lineWidth = 2.5
    brush.beginPath()
    brush.arc(joint.x, joint.y, radius, start, end, true)
    brush.stroke()
  }
}

export type LabelPlaces = Record<SideName, { x: number; y: Record<Measured, number> }>

const labelWidth = 132
const labelHeight = 38

/** The angle beside its joint on a dark plate: left side behind the figure, right side in front of it. */
export function drawLabels(
  brush: Brush,
  pose: DrawnPose,
  series: MediaSeries,
  frame: number,
  places: LabelPlaces,
): void {
  for (const side of ['left', 'right'] as const) {
    const place = places[side]
    for (const joint of measured) {
      const y = place.y[joint]
      const x = side === 'left' ? place.x - labelWidth : place.x
      const edge = { x: place.x, y }
      brush.strokeStyle = `${sideColours[side]}99`
      brush.lineWidth = 1.5
      strokeLine(brush, [edge, pose[side][joint]])
      brush.fillStyle = ground
      plate(brush, x, y - labelHeight / 2, labelWidth, labelHeight, 7)
      brush.fillStyle = sideColours[side]
      plate(brush, side === 'left' ? place.x - 4 : x, y - labelHeight / 2, 4, labelHeight, 2)
      brush.textBaseline = 'middle'
      brush.textAlign = 'left'
      brush.font = `bold 22px ${family}`
      brush.fillText(side === 'left' ? 'L' : 'R', x + 12, y + 1)
      brush.fillStyle = ink
      brush.textAlign = 'right'
      brush.font = `bold 27px ${family}`
      brush.fillText(`${printed(series, frame, side, joint)}°`, x + labelWidth - 9, y + 1)
    }
  }
}

/** Time, frame and the angles of both sides in columns. */
export function drawPanel(brush: Brush, series: MediaSeries, frame: number): void {
  const x = 16
  const width = 252
  const right = x + width - 16
  brush.fillStyle = ground
  plate(brush, x, 16, width, 288, 12)
  brush.textBaseline = 'alphabetic'
  text(brush, (series.timestamps[frame] ?? 0).toFixed(3), right - 22, 64, `bold 40px ${family}`, ink, 'right')
  text(brush, 's', right, 64, `26px ${family}`, quiet, 'right')
  text(brush, 'frame', x + 16, 102, `24px ${family}`, quiet, 'left')
  text(brush, String(frame), right - 22, 102, `bold 27px ${family}`, ink, 'right')
  rule(brush, x + 16, 119, width - 32)
  text(brush, 'L', x + 157, 153, `bold 25px ${family}`, sideColours.left, 'right')
  text(brush, 'R', right, 153, `bold 25px ${family}`, sideColours.right, 'right')
  text(brush, 'angle °', x + 16, 153, `22px ${family}`, quiet, 'left')
  measured.forEach((joint, row) => {
    const y = 196 + row * 42
    text(
      brush,
      joint === 'hip' ? 'Hip' : joint === 'knee' ? 'Knee' : 'Ankle',
      x + 16,
      y,
      `25px ${family}`,
      ink,
      'left',
    )
    text(brush, printed(series, frame, 'left', joint), x + 157, y, `bold 27px ${family}`, ink, 'right')
    text(brush, printed(series, frame, 'right', joint), right, y, `bold 27px ${family}`, ink, 'right')
  })
}

function rule(brush: Brush, x: number, y: number, width: number): void {
  brush.fillStyle = 'rgba(255, 255, 255, 0.16)'
  brush.fillRect(x, y, width, 1.5)
}

function text(
  brush: Brush,
  words: string,
  x: number,
  y: number,
  font: string,
  colour: string,
  align: CanvasTextAlign,
): void {
  brush.font = font
  brush.fillStyle = colour
  brush.textAlign = align
  brush.fillText(words, x, y)
}

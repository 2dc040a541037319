import { blocksOf, frameBlocks } from '../frameBlocks.ts'
import type { Point, Pose, Side } from '../motion/body.ts'
import { plateRadius } from '../motion/weightlifting.ts'
import { kindOf, mediaSeries, motionTime, poseAt, poseOfFrame, type Film, type MediaKind } from '../series.ts'
import { drawFigure, handOf, type DrawnPose } from './figure.ts'
import { drawArcs, drawLabels, drawPanel, drawSkeleton, sideColours, type LabelPlaces } from './overlay.ts'
import { drawDowel, drawMat, drawPlates, drawPlatform, drawTreadmill } from './props.ts'
import { drawRoom, drawShadow } from './scene.ts'
import {
  disc,
  farSide,
  frameHeight,
  frameWidth,
  moved,
  toPixel,
  views,
  type Brush,
  type View,
} from './view.ts'

export type MediaVariant = 'original' | 'analyzed'

const newLayer = (): OffscreenCanvasRenderingContext2D => {
  const brush = new OffscreenCanvas(frameWidth, frameHeight).getContext('2d')
  if (!brush) throw new Error('This browser has no 2D canvas')
  return brush
}

function inPixels(view: View, pose: Pose): DrawnPose {
  const side = (joints: Side, by: Point): Side =>
    Object.fromEntries(
      Object.entries(joints).map(([name, point]) => [name, moved(toPixel(view, point), by)]),
    ) as Side
  return {
    scale: view.scale,
    pelvis: toPixel(view, pose.pelvis),
    neck: toPixel(view, pose.neck),
    head: toPixel(view, pose.head),
    headTilt: pose.headTilt,
    left: side(pose.left, farSide),
    right: side(pose.right, { x: 0, y: 0 }),
    ...(pose.bar && { bar: toPixel(view, pose.bar) }),
  }
}

const rooms = new Map<MediaKind, OffscreenCanvas>()

function roomOf(kind: MediaKind): OffscreenCanvas {
  const kept = rooms.get(kind)
  if (kept) return kept
  const brush = newLayer()
  drawRoom(brush, views[kind])
  if (kind === 'jumping') drawMat(brush, views[kind])
  if (kind === 'weightlifting' || kind === 'mobility') drawPlatform(brush, views[kind])
  rooms.set(kind, brush.canvas)
  return brush.canvas
}

function drawShadows(brush: Brush, view: View, pose: Pose): void {
  const ground = view.y
  for (const [side, by] of [
    [pose.left, farSide],
    [pose.right, { x: 0, y: 0 }],
  ] as const) {
    const height = Math.min(side.heel.y, side.ball.y, side.toe.y)
    const middle = (side.heel.x + side.toe.x) / 2
    drawShadow(brush, view.x + middle * view.scale + by.x, ground + by.y + 3, 0.2 * view.scale, height)
  }
  drawShadow(
    brush,
    view.x + (0.5 * pose.pelvis.x + 0.06) * view.scale,
    ground - 2,
    0.4 * view.scale,
    pose.pelvis.y - 0.7,
  )
}

/** A veil for the overlay to stand on: heavier on the room, lighter on the figure. */
const veil = { room: 'rgba(22, 22, 24, 0.66)', figure: 'rgba(22, 22, 24, 0.4)' } as const

function drawProp(brush: Brush, kind: MediaKind, bar: Point | undefined, end: 'near' | 'far'): void {
  if (bar && kind === 'weightlifting') drawPlates(brush, views[kind], bar, end)
  if (bar && kind === 'mobility') drawDowel(brush, bar, end)
}

function drawScene(brush: Brush, film: Film, frame: number, drawn: DrawnPose, veiled: boolean): void {
  const kind = kindOf(film)
  const view = views[kind]
  const pose = poseOfFrame(film, frame)
  brush.drawImage(roomOf(kind), 0, 0)
  if (kind === 'running') {
    drawShadow(brush, view.x - 6, view.floor + 2, 250, 0.1)
    drawTreadmill(brush, view, motionTime(film, mediaSeries(film).timestamps[frame] ?? 0))
  }
  drawShadows(brush, view, pose)
  if (kind === 'weightlifting' && pose.bar) {
    drawShadow(brush, toPixel(view, pose.bar).x - 6, view.y + 12, 0.26 * view.scale, pose.bar.y - plateRadius)
  }
  const layer = newLayer()
  drawProp(layer, kind, drawn.bar, 'far')
  drawFigure(layer, drawn, { far: drawn.bar && moved(drawn.bar, farSide), near: drawn.bar })
  drawProp(layer, kind, drawn.bar, 'near')
  if (veiled) {
    brush.fillStyle = veil.room
    brush.fillRect(0, 0, frameWidth, frameHeight)
    layer.globalCompositeOperation = 'source-atop'
    layer.fillStyle = veil.figure
    layer.fillRect(0, 0, frameWidth, frameHeight)
  }
  brush.drawImage(layer.canvas, 0, 0)
}

/** Labels follow their joint's mean height over a stretch of film, so that they can be read while it moves. */
function labelPlaces(film: Film, frame: number): LabelPlaces {
  const kind = kindOf(film)
  const view = views[kind]
  const reach = kind === 'running' ? 21 : 8
  const gap = 43
  const { timestamps } = mediaSeries(film)
  const now = timestamps[frame] ?? 0
  const last = timestamps.at(-1) ?? 0
  const poses = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    inPixels(view, poseAt(film, Math.min(last, Math.max(0, now + (i - reach) / 30)))),
  )
  const mean = (name: 'left' | 'right', joint: 'hip' | 'knee' | 'ankle'): number =>
    poses.reduce((sum, pose) => sum + pose[name][joint].y, 0) / poses.length
  const place = (name: 'left' | 'right', x: number): LabelPlaces['left'] => {
    const ankle = Math.min(mean(name, 'ankle') - 8, view.floor - 30)
    const knee = Math.min(mean(name, 'knee'), ankle - gap)
    return { x, y: { ankle, knee, hip: Math.min(mean(name, 'hip'), knee - gap) } }
  }
  const away = kind === 'running' ? 158 : kind === 'weightlifting' ? 150 : 146
  return { left: place('left', view.x - away), right: place('right', view.x + away) }
}

function drawAnalysis(brush: Brush, film: Film, frame: number, drawn: DrawnPose): void {
  const series = mediaSeries(film)
  for (const side of ['left', 'right'] as const) {
    drawArcs(brush, drawn[side], sideColours[side])
    const bar = drawn.bar && moved(drawn.bar, side === 'left' ? farSide : { x: 0, y: 0 })
    drawSkeleton(brush, drawn[side], handOf(drawn[side], bar, drawn.scale), sideColours[side])
  }
  if (drawn.bar) drawBarPath(brush, kindOf(film), frame)
  drawLabels(brush, drawn, series, frame, labelPlaces(film, frame))
  drawPanel(brush, series, frame)
}

/** Where the bar has been so far. */
function drawBarPath(brush: Brush, kind: MediaKind, frame: number): void {
  if (kind !== 'weightlifting') return
  const path = Array.from({ length: frame + 1 }, (_, i) =>
    toPixel(views[kind], poseOfFrame(kind, i).bar as Point),
  )
  brush.strokeStyle = 'rgba(255, 255, 255, 0.85)'
  brush.lineWidth = 2
  brush.beginPath()
  path.forEach((p, i) => (i ? brush.lineTo(p.x, p.y) : brush.moveTo(p.x, p.y)))
  brush.stroke()
  brush.fillStyle = '#ffffff'
  disc(brush, path.at(-1) as Point, 4)
}

function drawBlocks(brush: Brush, frame: number, variant: MediaVariant): void {
  const { x, y, size } = frameBlocks
  blocksOf(frame).forEach((light, i) => {
    if (variant === 'analyzed') brush.fillStyle = light ? '#ffffff' : '#000000'
    else brush.fillStyle = light ? '#dcd7ce' : '#aca498'
    brush.fillRect(x + i * size, y, size, size)
  })
}

/** Draws one frame of a sample film, 960 × 540. The same arguments give the same pixels. */
export function drawPicture(brush: Brush, film: Film, variant: MediaVariant, frame: number): void {
  const drawn = inPixels(views[kindOf(film)], poseOfFrame(film, frame))
  drawScene(brush, film, frame, drawn, variant === 'analyzed')
  if (variant === 'analyzed') drawAnalysis(brush, film, frame, drawn)
  drawBlocks(brush, frame, variant)
}

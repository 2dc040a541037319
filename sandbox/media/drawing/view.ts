import type { Point } from '../motion/body.ts'
import type { MediaKind } from '../series.ts'

export const frameWidth = 960
export const frameHeight = 540

/** How metres become pixels: `scale` px per metre, `x` and `y` the pixel of the origin, `floor` the room's floor. */
export type View = { scale: number; x: number; y: number; floor: number }

export const views: Record<MediaKind, View> = {
  running: { scale: 226, x: 566, y: 462, floor: 500 },
  jumping: { scale: 182, x: 566, y: 500, floor: 500 },
  weightlifting: { scale: 236, x: 570, y: 492, floor: 492 },
  mobility: { scale: 208, x: 566, y: 492, floor: 492 },
}

export const toPixel = (view: View, point: Point): Point => ({
  x: view.x + point.x * view.scale,
  y: view.y - point.y * view.scale,
})

/** The left side stands further from the camera, which looks slightly down: shown a little higher and ahead. */
export const farSide: Point = { x: 5, y: -9 }

export const moved = (point: Point, by: Point): Point => ({ x: point.x + by.x, y: point.y + by.y })

export type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Traces a closed curve through points (Catmull-Rom as Bézier pieces). */
export function traceClosed(brush: Brush, points: readonly Point[], tension = 1 / 6): void {
  const n = points.length
  const at = (i: number): Point => points[(i + n) % n] as Point
  brush.beginPath()
  brush.moveTo(at(0).x, at(0).y)
  for (let i = 0; i < n; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    brush.bezierCurveTo(
      p1.x + (p2.x - p0.x) * tension,
      p1.y + (p2.y - p0.y) * tension,
      p2.x - (p3.x - p1.x) * tension,
      p2.y - (p3.y - p1.y) * tension,
      p2.x,
      p2.y,
    )
  }
  brush.closePath()
}

export function disc(brush: Brush, centre: Point, radius: number): void {
  brush.beginPath()
  brush.arc(centre.x, centre.y, radius, 0, 2 * Math.PI)
  brush.fill()
}

export function plate(
  brush: Brush,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): void {
  brush.beginPath()
  brush.roundRect(x, y, width, height, radius)
  brush.fill()
}

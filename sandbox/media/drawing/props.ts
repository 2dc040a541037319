import type { Point } from '../motion/body.ts'
import { runningGait } from '../motion/running.ts'
import { plateRadius } from '../motion/weightlifting.ts'
import { disc, moved, plate, type Brush, type View } from './view.ts'

/** A treadmill: deck, moving belt with marks, uprights and console in front of the runner. */
export function drawTreadmill(brush: Brush, view: View, time: number): void {
  const left = view.x - 1.02 * view.scale
  const right = view.x + 0.92 * view.scale
  const belt = view.y
  const depth = 15

  // Uprights and console: behind the runner's plane, so drawn first.
  brush.lineCap = 'round'
  brush.strokeStyle = '#8d857b'
  brush.lineWidth = 13
  brush.beginPath()
  brush.moveTo(right - 34, belt + 4)
  brush.lineTo(right + 2, belt - 1.02 * view.scale)
  brush.stroke()
  brush.strokeStyle = '#6f6860'
  brush.lineWidth = 9
  brush.beginPath()
  brush.moveTo(right + 1, belt - 0.98 * view.scale)
  brush.lineTo(right - 78, belt - 0.9 * view.scale)
  brush.stroke()
  brush.save()
  brush.translate(right + 4, belt - 1.06 * view.scale)
  brush.rotate(-0.35)
  brush.fillStyle = '#5a544d'
  plate(brush, -13, -34, 22, 68, 8)
  brush.fillStyle = '#9fb7b2'
  plate(brush, -13, -26, 5, 40, 2)
  brush.restore()

  // Top of the belt, seen at a flat angle, with marks that show its speed.
  brush.fillStyle = '#4b4743'
  brush.beginPath()
  brush.moveTo(left + 12, belt - depth + 4)
  brush.lineTo(right - 8, belt - depth + 4)
  brush.lineTo(right + 2, belt + 3)
  brush.lineTo(left + 2, belt + 3)
  brush.closePath()
  brush.fill()
  brush.save()
  brush.clip()
  const gap = 0.66
  const shift = (runningGait.speed * time) % gap
  brush.fillStyle = 'rgba(255, 250, 240, 0.16)'
  for (let x = -1.6; x < 1.8; x += gap) {
    const px = view.x + (x + gap - shift) * view.scale
    brush.beginPath()
    brush.moveTo(px + 3, belt - depth)
    brush.lineTo(px + 25, belt - depth)
    brush.lineTo(px + 22, belt + 4)
    brush.lineTo(px, belt + 4)
    brush.fill()
  }
  brush.restore()

  // Deck and feet.
  const side = brush.createLinearGradient(0, belt, 0, view.floor)
  side.addColorStop(0, '#8f877d')
  side.addColorStop(0.25, '#79726a')
  side.addColorStop(1, '#5d5750')
  brush.fillStyle = side
  plate(brush, left - 8, belt + 2, right - left + 26, 24, 10)
  brush.fillStyle = 'rgba(255, 255, 255, 0.22)'
  plate(brush, left + 2, belt + 3.5, right - left + 6, 2, 1)
  brush.fillStyle = '#4c4741'
  plate(brush, left + 14, view.floor - 12, 44, 12, 4)
  plate(brush, right - 62, view.floor - 12, 44, 12, 4)
}

/** A thin force mat under the jumper. */
export function drawMat(brush: Brush, view: View): void {
  const half = 0.62 * view.scale
  brush.fillStyle = '#a39b90'
  brush.beginPath()
  brush.moveTo(view.x - half + 22, view.floor - 22)
  brush.lineTo(view.x + half - 10, view.floor - 22)
  brush.lineTo(view.x + half + 14, view.floor + 10)
  brush.lineTo(view.x - half - 2, view.floor + 10)
  brush.closePath()
  brush.fill()
  brush.fillStyle = '#7f776d'
  plate(brush, view.x - half - 2, view.floor + 9, 2 * half + 16, 7, 2)
  brush.strokeStyle = 'rgba(255, 255, 255, 0.28)'
  brush.lineWidth = 1.5
  brush.beginPath()
  brush.moveTo(view.x - half + 20, view.floor - 20)
  brush.lineTo(view.x + half - 11, view.floor - 20)
  brush.stroke()
}

/** A lifting platform: wood between two rubber fields, seen at a flat angle. */
export function drawPlatform(brush: Brush, view: View): void {
  const half = 1.3 * view.scale
  const top = view.floor - 26
  const bottom = view.floor + 22
  brush.fillStyle = '#968d82'
  brush.beginPath()
  brush.moveTo(view.x - half + 24, top)
  brush.lineTo(view.x + half - 24, top)
  brush.lineTo(view.x + half + 6, bottom)
  brush.lineTo(view.x - half - 6, bottom)
  brush.closePath()
  brush.fill()
  brush.fillStyle = '#746c62'
  plate(brush, view.x - half - 6, bottom - 1, 2 * half + 12, 6, 2)
}

/** The bar's ends stick out towards the camera and away from it. */
const barEnds = { near: { x: -12, y: 22 }, far: { x: 14, y: -24 } } as const

/** The bar from its middle to one end, with a stack of bumper plates seen from its face. */
export function drawPlates(brush: Brush, view: View, centre: Point, end: 'near' | 'far'): void {
  const at = moved(centre, barEnds[end])
  const r = plateRadius * view.scale
  brush.lineCap = 'butt'
  brush.strokeStyle = end === 'far' ? '#8b857c' : '#b9b3aa'
  brush.lineWidth = 7
  brush.beginPath()
  brush.moveTo(centre.x, centre.y)
  brush.lineTo(at.x, at.y)
  brush.stroke()
  const tone = (light: string, dark: string): CanvasGradient => {
    const gradient = brush.createLinearGradient(at.x - r * 0.5, at.y - r, at.x + r * 0.5, at.y + r)
    gradient.addColorStop(0, light)
    gradient.addColorStop(1, dark)
    return gradient
  }
  // The tread of the tyre behind the face gives the stack its thickness.
  brush.fillStyle = end === 'far' ? '#242220' : '#262422'
  disc(brush, moved(at, { x: 3, y: -6 }), r)
  brush.fillStyle = end === 'far' ? tone('#3d3935', '#292624') : tone('#5b564f', '#34312d')
  disc(brush, at, r)
  if (end === 'far') return
  brush.strokeStyle = 'rgba(255, 250, 240, 0.16)'
  brush.lineWidth = 2
  for (const share of [0.97, 0.78, 0.42]) {
    brush.beginPath()
    brush.arc(at.x, at.y, r * share, 0, 2 * Math.PI)
    brush.stroke()
  }
  brush.fillStyle = '#8f8981'
  disc(brush, at, r * 0.2)
  brush.fillStyle = '#d5d0c8'
  disc(brush, at, r * 0.115)
  brush.fillStyle = '#6d675f'
  disc(brush, at, r * 0.05)
}

/** A wooden dowel from its middle to one end. */
export function drawDowel(brush: Brush, centre: Point, end: 'near' | 'far'): void {
  const at = moved(centre, barEnds[end])
  brush.lineCap = 'round'
  brush.strokeStyle = end === 'far' ? '#8a6c49' : '#a98457'
  brush.lineWidth = 10
  brush.beginPath()
  brush.moveTo(centre.x, centre.y)
  brush.lineTo(at.x, at.y)
  brush.stroke()
  if (end === 'far') return
  brush.fillStyle = '#d9bd93'
  disc(brush, at, 4.5)
}

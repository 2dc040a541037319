import type { Brush, View } from './view.ts'
import { frameHeight, frameWidth } from './view.ts'

/** The lab: a warm wall with a pool of light and a height scale, and a floor that catches the light. */
export function drawRoom(brush: Brush, view: View): void {
  const horizon = view.floor - 46
  const wall = brush.createLinearGradient(0, 0, 0, horizon)
  wall.addColorStop(0, '#d9d4cc')
  wall.addColorStop(1, '#e6e2db')
  brush.fillStyle = wall
  brush.fillRect(0, 0, frameWidth, horizon)

  const pool = brush.createRadialGradient(view.x + 40, 210, 40, view.x + 40, 210, 520)
  pool.addColorStop(0, 'rgba(255, 252, 246, 0.75)')
  pool.addColorStop(1, 'rgba(255, 252, 246, 0)')
  brush.fillStyle = pool
  brush.fillRect(0, 0, frameWidth, horizon)

  // Panels of the wall: seams a shade darker with a lit edge.
  for (const x of [96, 352, 608, 864]) {
    brush.fillStyle = 'rgba(96, 86, 74, 0.13)'
    brush.fillRect(x, 0, 1.5, horizon)
    brush.fillStyle = 'rgba(255, 255, 255, 0.35)'
    brush.fillRect(x + 1.5, 0, 1.5, horizon)
  }
  drawHeightScale(brush, view, horizon)

  const floor = brush.createLinearGradient(0, horizon, 0, frameHeight)
  floor.addColorStop(0, '#b9b1a5')
  floor.addColorStop(0.35, '#c6bfb3')
  floor.addColorStop(1, '#cfc9be')
  brush.fillStyle = floor
  brush.fillRect(0, horizon, frameWidth, frameHeight - horizon)
  const sheen = brush.createRadialGradient(view.x, horizon + 40, 20, view.x, horizon + 40, 430)
  sheen.addColorStop(0, 'rgba(255, 250, 240, 0.4)')
  sheen.addColorStop(1, 'rgba(255, 250, 240, 0)')
  brush.fillStyle = sheen
  brush.fillRect(0, horizon, frameWidth, frameHeight - horizon)

  // Skirting board.
  brush.fillStyle = '#cbc4b9'
  brush.fillRect(0, horizon - 11, frameWidth, 11)
  brush.fillStyle = 'rgba(255, 255, 255, 0.5)'
  brush.fillRect(0, horizon - 11, frameWidth, 1.5)
  brush.fillStyle = 'rgba(70, 60, 48, 0.22)'
  brush.fillRect(0, horizon - 1, frameWidth, 2)
}

/** Marks on the wall every 10 cm of the movement's plane, numbered every half metre. */
function drawHeightScale(brush: Brush, view: View, horizon: number): void {
  const x = 908
  brush.textAlign = 'right'
  brush.textBaseline = 'middle'
  brush.font = '15px "Liberation Sans", Arial, sans-serif'
  for (let tenth = 0; tenth <= 28; tenth++) {
    const y = Math.round(view.y - (tenth / 10) * view.scale)
    if (y > horizon - 14 || y < 12) continue
    const half = tenth % 5 === 0
    brush.fillStyle = half ? 'rgba(84, 74, 62, 0.62)' : 'rgba(84, 74, 62, 0.32)'
    brush.fillRect(x - (half ? 20 : 9), y - 1, half ? 20 : 9, 2)
    if (half) brush.fillText(`${(tenth / 10).toFixed(1)} m`, x - 27, y)
  }
  brush.fillStyle = 'rgba(84, 74, 62, 0.32)'
  brush.fillRect(x, 12, 2, horizon - 38)
}

/** A soft shadow on the ground, the fainter the higher its owner is (metres). */
export function drawShadow(brush: Brush, x: number, y: number, width: number, height: number): void {
  const lifted = Math.max(0, height)
  const strength = 0.34 / (1 + 3.2 * lifted)
  const spread = width * (1 + 0.5 * lifted)
  brush.save()
  brush.translate(x, y)
  brush.scale(1, 0.13)
  const shade = brush.createRadialGradient(0, 0, spread * 0.1, 0, 0, spread)
  shade.addColorStop(0, `rgba(46, 36, 26, ${strength.toFixed(4)})`)
  shade.addColorStop(0.55, `rgba(46, 36, 26, ${(strength * 0.5).toFixed(4)})`)
  shade.addColorStop(1, 'rgba(46, 36, 26, 0)')
  brush.fillStyle = shade
  brush.beginPath()
  brush.arc(0, 0, spread, 0, 2 * Math.PI)
  brush.fill()
  brush.restore()
}

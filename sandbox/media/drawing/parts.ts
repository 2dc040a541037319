import { rotate, subtract, type Point } from '../motion/body.ts'
import type { Profile } from './shapes.ts'
import { traceClosed, type Brush } from './view.ts'

/** Colours of one material: towards the light, in between, and away from it. */
export type Tone = { light: string; base: string; dark: string }
export type Palette = {
  skin: Tone
  shirt: Tone
  shorts: Tone
  shoe: string
  sole: string
  trim: string
  hair: string
}

export const near: Palette = {
  skin: { light: '#d69f7c', base: '#c58a66', dark: '#a46c4c' },
  shirt: { light: '#23877c', base: '#16746a', dark: '#0c574f' },
  shorts: { light: '#3c4147', base: '#2e3237', dark: '#202327' },
  shoe: '#f4f1ec',
  sole: '#fffefb',
  trim: '#16746a',
  hair: '#35271f',
}
export const far: Palette = {
  skin: { light: '#a97757', base: '#99694c', dark: '#855940' },
  shirt: { light: '#0f5c54', base: '#0c5049', dark: '#093f3a' },
  shorts: { light: '#25282c', base: '#1f2225', dark: '#181a1d' },
  shoe: '#cfcac2',
  sole: '#dbd7d0',
  trim: '#0c5049',
  hair: '#35271f',
}

/** A limb's outline in pixels: front side down, back side up. */
function outline(from: Point, to: Point, profile: Profile, scale: number, length: number): Point[] {
  const axis = subtract(to, from)
  const size = Math.hypot(axis.x, axis.y)
  const along = { x: axis.x / size, y: axis.y / size }
  // Right of a limb that points down the screen is the figure's front.
  const front = { x: along.y, y: -along.x }
  const at = (share: number, width: number): Point => ({
    x: from.x + (along.x * share * length + front.x * width) * scale,
    y: from.y + (along.y * share * length + front.y * width) * scale,
  })
  return [...profile.map(([u, w]) => at(u, w)), ...profile.map(([u, , w]) => at(u, -w)).reverse()]
}

/** Light from the front: a tone across the limb, from its front edge to its back edge. */
export function across(brush: Brush, from: Point, to: Point, width: number, tone: Tone): CanvasGradient {
  const axis = subtract(to, from)
  const size = Math.hypot(axis.x, axis.y)
  const reach = { x: (axis.y / size) * width, y: (-axis.x / size) * width }
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const gradient = brush.createLinearGradient(
    middle.x + reach.x,
    middle.y + reach.y,
    middle.x - reach.x,
    middle.y - reach.y,
  )
  gradient.addColorStop(0, tone.light)
  gradient.addColorStop(0.42, tone.base)
  gradient.addColorStop(1, tone.dark)
  return gradient
}

/** One tapered piece of the body between two joints, `length` metres long. */
export type Part = { from: Point; to: Point; profile: Profile; length: number; tone: Tone }

export function fillPart(brush: Brush, scale: number, { from, to, profile, length, tone }: Part): void {
  brush.fillStyle = across(brush, from, to, 0.09 * scale, tone)
  traceClosed(brush, outline(from, to, profile, scale, length), 0.15)
  brush.fill()
}

/** Fills an outline in metres around a point, turned counter-clockwise by `turn`. */
export function fillLocal(
  brush: Brush,
  origin: Point,
  turn: number,
  scale: number,
  points: readonly (readonly [number, number])[],
): void {
  traceClosed(
    brush,
    points.map(([x, y]) => {
      const p = rotate({ x, y }, turn)
      return { x: origin.x + p.x * scale, y: origin.y - p.y * scale }
    }),
  )
  brush.fill()
}

/** What already is on the layer grows darker around a limb that passes in front of it. */
export function shadeUnder(brush: Brush, points: readonly Point[], width: number, strength: number): void {
  brush.save()
  brush.globalCompositeOperation = 'source-atop'
  brush.filter = 'blur(5px)'
  brush.strokeStyle = `rgba(20, 16, 12, ${String(strength)})`
  brush.lineWidth = width
  brush.lineJoin = brush.lineCap = 'round'
  brush.beginPath()
  points.forEach((p, i) => (i ? brush.lineTo(p.x, p.y) : brush.moveTo(p.x, p.y)))
  brush.stroke()
  brush.restore()
}

/** A profile for a bone that is named from its lower end. */
export const flipped = (profile: Profile): Profile =>
  [...profile].reverse().map(([u, front, back]) => [1 - u, front, back])

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createRepaint } from './repaint.ts'
import type { Repaint } from './repaint.ts'

let now: number
let drawn: string[]
let coming: FrameRequestCallback | null

beforeEach(() => {
  now = 0
  coming = null
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    coming = callback
    return 1
  })
})

afterEach(() => vi.unstubAllGlobals())

/** Lanes to be drawn; the pointer is over the one named `over`. */
const lanes = (repaint: Repaint, names: string, over?: string) =>
  [...names].map((name) => repaint.add({ draw: () => void drawn.push(name), isFirst: () => name === over }))

/** What the animation frame draws that comes so long (ms) after the one before. */
function frameAfter(ms: number): string {
  drawn = []
  now += ms
  const callback = coming
  coming = null
  callback?.(now)
  return drawn.join('')
}

const framesAfter = (...gaps: number[]) => gaps.map(frameAfter)

it('draws more and more in an animation frame where that is quick, and nothing once all is drawn', () => {
  const repaint = createRepaint()
  const told = vi.fn()
  repaint.subscribe(told)
  lanes(repaint, 'abcdef')
  expect(framesAfter(16, 16, 16, 16)).toEqual(['a', 'bc', 'def', ''])
  repaint.ask()
  repaint.ask()
  expect(framesAfter(900, 16)).toEqual(['abcd', 'ef'])
  repaint.ask()
  expect(framesAfter(900)).toEqual(['abcdef'])
  expect(told).toHaveBeenCalledTimes(2)
})

it('draws one at a time where that takes long, the lane under the pointer first', () => {
  const repaint = createRepaint()
  lanes(repaint, 'abcde', 'd')
  expect(framesAfter(16, 33, 33, 33, 33, 33)).toEqual(['d', 'a', 'b', 'c', 'e', ''])
})

it('draws less once it has become slow', () => {
  const repaint = createRepaint()
  lanes(repaint, 'abcdefgh')
  expect(framesAfter(16, 16, 50, 50)).toEqual(['a', 'bc', 'd', 'e'])
})

it('comes to every lane while the wheel goes on turning', () => {
  const repaint = createRepaint()
  lanes(repaint, 'abc', 'a')
  const turns = [33, 33, 33, 33, 33].map((gap) => {
    repaint.ask()
    return frameAfter(gap)
  })
  expect(new Set(turns.join(''))).toEqual(new Set('abc'))
})

it('forgets a lane that has gone', () => {
  const repaint = createRepaint()
  const [, takeB] = lanes(repaint, 'abc')
  expect(frameAfter(16)).toBe('a')
  takeB?.()
  expect(framesAfter(33, 33)).toEqual(['c', ''])
})

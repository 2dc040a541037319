// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest'
import { MOST_EVENTS } from '../../domain/sessionEvent.ts'
import { filmStore, PLAIN_FILM, withEvent, withoutEvent, withZeroAt } from './filmStore.ts'

const OWNER = { account: 'u1', source: 'lab', session: 's1' }
const KEY = 'motion-console:film:u1:lab:s1'
const TAKE_OFF = { id: 'e1', name: 'Take-off', time: 1.5 }
const LANDING = { id: 'e2', name: 'Landing', time: 2 }

afterEach(() => localStorage.clear())

const stored = (value: unknown) => {
  localStorage.setItem(KEY, JSON.stringify({ version: 1, value }))
  return filmStore.get(OWNER).value
}

it('the zero of the clock goes with its event, and moves with it', () => {
  const zeroed = withZeroAt(withEvent(withEvent(PLAIN_FILM, LANDING), TAKE_OFF), 'e1')
  expect(zeroed.events).toEqual([TAKE_OFF, LANDING])
  const moved = withEvent(zeroed, { ...TAKE_OFF, time: 3 })
  expect(moved).toMatchObject({ events: [LANDING, { time: 3 }], zeroAt: 'e1' })
  expect(withoutEvent(zeroed, 'e2')).toMatchObject({ events: [TAKE_OFF], zeroAt: 'e1' })
  expect(withoutEvent(zeroed, 'e1')).toMatchObject({ events: [LANDING], zeroAt: null })
})

it('what is not readable is left out, and the rest is kept', () => {
  expect(
    stored({
      captureFactor: -8,
      frameRate: 'x',
      events: [LANDING, null, { id: 'x', name: ' ', time: 1 }, { ...TAKE_OFF, time: -1 }, TAKE_OFF, LANDING],
      zeroAt: 'gone',
    }),
  ).toEqual({ ...PLAIN_FILM, events: [TAKE_OFF, LANDING] })
  expect(stored({ captureFactor: 8, frameRate: 60, events: 7, zeroAt: null })).toEqual({
    ...PLAIN_FILM,
    captureFactor: 8,
    frameRate: 60,
  })
  expect(stored(7)).toEqual(PLAIN_FILM)
})

it.each([
  [1e-300, 1e-300],
  [0.5, 0.5],
  [1e9, 1e9],
])('a capture factor of %d or a frame rate of %d is none', (captureFactor, frameRate) => {
  expect(stored({ ...PLAIN_FILM, captureFactor, frameRate })).toEqual(PLAIN_FILM)
})

it('takes no room when nothing is set any more', () => {
  filmStore.change(OWNER, (settings) => withZeroAt(withEvent(settings, TAKE_OFF), 'e1'))
  filmStore.change(OWNER, (settings) => withoutEvent(settings, 'e1'))
  expect(localStorage).toHaveLength(0)
})

it('drops none of what is kept, however many', () => {
  const events = Array.from({ length: MOST_EVENTS + 9 }, (_, index) => ({ ...LANDING, id: `e${index}` }))
  expect(stored({ ...PLAIN_FILM, events }).events).toHaveLength(MOST_EVENTS + 9)
})

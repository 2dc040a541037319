import { expect, it } from 'vitest'
import { cleanEventName, eventAtOrBefore, inOrderOfTime } from './sessionEvent.ts'

const EVENTS = [
  { id: 'b', name: 'Landing', time: 2 },
  { id: 'a', name: 'Take-off', time: 1.533334 },
]

it('events stand in the order of time', () => {
  expect(inOrderOfTime(EVENTS).map(({ id }) => id)).toEqual(['a', 'b'])
})

it('the event at a time or before it is the last one that has happened by then', () => {
  expect(eventAtOrBefore(EVENTS, 1)).toBeNull()
  expect(eventAtOrBefore(EVENTS, 1.533333)?.id).toBe('a')
  expect(eventAtOrBefore(EVENTS, 1.9)?.id).toBe('a')
  expect(eventAtOrBefore(EVENTS, 7)?.id).toBe('b')
})

it('a name is one line of at most sixty characters', () => {
  expect(cleanEventName('  Left\n foot\u0007 strike ')).toBe('Left foot strike')
  expect([...cleanEventName('🦶'.repeat(100))]).toHaveLength(60)
  expect(cleanEventName(' \n ')).toBe('')
})

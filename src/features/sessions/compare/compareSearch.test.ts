import { expect, it } from 'vitest'
import { align } from '../../../domain/alignment.ts'
import { readMomentAddress } from '../film/moment.ts'
import { readCompareAddress, writeCompareAddress } from './compareAddress.ts'
import { searchOf, searchSwapped, searchWithoutSecond } from './compareSearch.ts'

const EVENTS = { first: { first: 1, second: 2 }, second: { first: 0.5, second: 1.3 } }
const MOMENT = { time: 1.5, rate: 0.5, loop: { start: 1, end: 2 } }

it('what is written is what is read: the moment, the events of both, and where the second stands', () => {
  const search = searchOf(MOMENT, { events: EVENTS, free: 0.75 })
  expect(search).toBe('?t=1.5&rate=0.5&a=1&b=2&e1=1&e2=2&o1=0.5&o2=1.3&free=0.75')
  expect(readCompareAddress(search)).toEqual({ events: EVENTS, free: 0.75 })
  expect(readMomentAddress(search)).toEqual({ time: 1.5, rate: 0.5, loop: { start: 1, end: 2 } })
})

it('malformed times are as if they were not there', () => {
  const none = { first: null, second: null }
  expect(readCompareAddress('?e1=-1&e2=1e3&o1=x&free=&o2=2')).toEqual({
    events: { first: none, second: { first: null, second: 2 } },
    free: null,
  })
})

it('an address that says it already stays as it is, whatever the order', () => {
  const search = '?free=0.75&e1=1&x=%20y&e2=2.0&t=1&o1=0.5&o2=1.3'
  expect(writeCompareAddress(search, { events: EVENTS, free: 0.75 })).toBe(search)
  expect(writeCompareAddress(search, { events: EVENTS, free: null })).toBe(
    '?x=+y&t=1&e1=1&e2=2&o1=0.5&o2=1.3',
  )
})

it('swapped, both show what they showed and the loop goes over the same movement', () => {
  const alignment = align(EVENTS.first, EVENTS.second)
  const swapped = searchSwapped(MOMENT, 0.9, { events: EVENTS, free: null }, alignment)
  expect(swapped).toBe('?t=0.9&rate=0.5&a=0.5&b=1.3&e1=0.5&e2=1.3&o1=1&o2=2')
  // Unlinked, each keeps its own place.
  expect(searchSwapped(MOMENT, 0.2, { events: EVENTS, free: 0.2 }, alignment)).toContain('t=0.2&')
  expect(searchSwapped(MOMENT, 0.2, { events: EVENTS, free: 0.2 }, alignment)).toContain('&free=1.5')
})

it('another second session begins without what was marked in the one before', () => {
  expect(searchWithoutSecond(MOMENT, { events: EVENTS, free: 0.75 })).toBe(
    '?t=1.5&rate=0.5&a=1&b=2&e1=1&e2=2',
  )
})

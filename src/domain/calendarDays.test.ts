import { expect, it } from 'vitest'
import { addDays, daysBefore, todayHere } from './calendarDays.ts'

it('today is the device’s own day, whatever day it is in Greenwich', () => {
  expect(todayHere(new Date(2026, 0, 1, 0, 1))).toBe('2026-01-01')
  expect(todayHere(new Date(2026, 10, 21, 23, 59))).toBe('2026-11-21')
})

it.each([
  ['2026-11-21', -6, '2026-11-15'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2028-03-01', -1, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-10-25', 1, '2026-10-26'], // a day of 25 hours in much of Europe
  ['2026-11-21', -1_000_000, '0001-01-01'],
  ['2026-11-21', 4_000_000, '9999-12-31'],
])('%s and %i days is %s', (day, count, then) => {
  expect(addDays(day, count)).toBe(then)
})

it('counts the days back, also to a day that is still to come and to the first year', () => {
  expect(daysBefore('2026-11-15', '2026-11-21')).toBe(6)
  expect(daysBefore('2026-11-21', '2026-11-21')).toBe(0)
  expect(daysBefore('2026-12-01', '2026-11-21')).toBe(-10)
  expect(addDays('2026-11-21', -daysBefore('0001-01-01', '2026-11-21'))).toBe('0001-01-01')
})

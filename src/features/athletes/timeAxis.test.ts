import { describe, expect, it } from 'vitest'
import { dateTicks, dayNumber, spanAround, xOf } from './timeAxis.ts'

const span = (from: string, to: string) => ({
  from: dayNumber(`${from}T00:00`),
  to: dayNumber(`${to}T00:00`),
})
const labels = (from: string, to: string, most: number) =>
  dateTicks(span(from, to), most).map(({ label }) => label)

describe('the calendar of an athlete’s page', () => {
  it('places a time by its digits, whatever zone it is of', () => {
    expect(dayNumber('1970-01-02T12:00')).toBe(1.5)
    expect(dayNumber('1970-01-02T12:00Z')).toBe(1.5)
    expect(dayNumber('1970-01-02Z')).toBe(1)
    expect(xOf({ from: 10, to: 20 }, 15, 300)).toBe(150)
  })

  it('leaves room at both ends, and has a week where there is one day', () => {
    expect(spanAround([100, 200])).toEqual({ from: 98, to: 202 })
    expect(spanAround([100])).toEqual({ from: 97, to: 103 })
  })

  it('has ticks at round dates, as fine as there is room for', () => {
    expect(labels('2026-02-27', '2026-03-02', 8)).toEqual([
      ...['27 Feb 2026', '28 Feb 2026', '1 Mar 2026', '2 Mar 2026'],
    ])
    // Mondays.
    expect(labels('2026-11-01', '2026-11-30', 5)).toEqual([
      ...['2 Nov 2026', '9 Nov 2026', '16 Nov 2026', '23 Nov 2026', '30 Nov 2026'],
    ])
    expect(labels('2025-12-20', '2026-07-01', 4)).toEqual(['Jan 2026', 'Mar 2026', 'May 2026', 'Jul 2026'])
    expect(labels('2019-05-01', '2026-05-01', 8)).toEqual([
      ...['2020', '2021', '2022', '2023', '2024', '2025', '2026'],
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { dayBefore, filterDay, readRecordedAt, writeRecordedAt } from './dates.ts'

describe('the three date forms of the API', () => {
  it('read the second of March as the second of March', () => {
    expect(readRecordedAt({ date: '02/03/2026', time: '04:39 PM' })).toBe('2026-03-02T16:39')
    expect(filterDay('2026-03-02')).toBe('02/03/2026')
    expect(writeRecordedAt('2026-03-02T16:39')).toBe('2026-03-02 16:39:00')
  })

  it('come back unchanged for every minute of a day and every day of a leap year', () => {
    const two = (value: number) => String(value).padStart(2, '0')
    for (let minute = 0; minute < 1_440; minute++) {
      const hour = Math.floor(minute / 60)
      const time = `${two(hour % 12 === 0 ? 12 : hour % 12)}:${two(minute % 60)} ${hour < 12 ? 'AM' : 'PM'}`
      expect(readRecordedAt({ date: '29/02/2028', time })).toBe(`2028-02-29T${two(hour)}:${two(minute % 60)}`)
    }
    for (let day = '2028-12-31'; day >= '2028-01-01'; day = dayBefore(day)) {
      expect(readRecordedAt({ date: filterDay(day), time: '12:00 AM' })).toBe(`${day}T00:00`)
    }
  })

  it.each([
    [{ date: '31/02/2026', time: '04:39 PM' }],
    [{ date: '2026-03-02', time: '04:39 PM' }],
    [{ date: '02/03/2026', time: '16:39' }],
    [{ date: '02/03/2026', time: '13:00 PM' }],
    [{ date: '02/03/2026', time: '00:10 AM' }],
    [{ date: '02/03/2026' }],
    ['02/03/2026'],
    [null],
    [42],
  ])('give nothing for %j', (json) => {
    expect(readRecordedAt(json)).toBeNull()
  })

  it('step over the ends of months and years', () => {
    expect(dayBefore('2026-03-01')).toBe('2026-02-28')
    expect(dayBefore('2026-01-01')).toBe('2025-12-31')
  })
})

import { describe, expect, it } from 'vitest'
import { formatRecordedAt, joinRecordedAt, parseRecordedAt, parseRecordedDay } from './recordedAt.ts'

describe('a recorded time', () => {
  it('reads as people write it, at noon and midnight too', () => {
    expect(formatRecordedAt('2026-11-15T16:39')).toBe('15 Nov 2026, 4:39 PM')
    expect(formatRecordedAt('2026-01-02T00:05')).toBe('2 Jan 2026, 12:05 AM')
    expect(formatRecordedAt('2026-01-02T12:05')).toBe('2 Jan 2026, 12:05 PM')
  })

  it('says UTC only where the source does', () => {
    expect(formatRecordedAt('2026-11-15T16:39Z')).toBe('15 Nov 2026, 4:39 PM UTC')
  })

  it('that is a day alone is given no time', () => {
    expect(formatRecordedAt(parseRecordedDay('2026-11-14') ?? '')).toBe('14 Nov 2026 UTC')
    expect(parseRecordedDay('2026-02-29')).toBeNull()
    expect(parseRecordedDay('2026-02-2')).toBeNull()
  })

  it('is refused when the day or the time does not exist', () => {
    for (const text of [
      '2026-02-29T10:00',
      '2026-13-01T10:00',
      '2026-00-10T10:00',
      '2026-01-01T24:00',
      '2026-01-01',
    ]) {
      expect(parseRecordedAt(text), text).toBeNull()
    }
    expect(parseRecordedAt('2028-02-29T10:00')).toBe('2028-02-29T10:00')
  })

  it('is joined from what date and time fields give, seconds dropped', () => {
    expect(joinRecordedAt('2026-03-02', '16:39:27')).toBe('2026-03-02T16:39')
    expect(joinRecordedAt('', '16:39')).toBeNull()
  })
})

import { isCalendarDay, joinRecordedAt, timeOf, dayOf } from '../../domain/recordedAt.ts'
import type { RecordedAt } from '../../domain/recordedAt.ts'
import { asObject, asText, field } from '../json.ts'

/**
 * The API writes one moment in three ways: reads give `DD/MM/YYYY` and `HH:MM AM`, filters take `dd/mm/yyyy`,
 * updates take `YYYY-MM-DD HH:MM:SS`. None has a zone, and none is ever shifted.
 */
const READ_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
const READ_TIME = /^(\d{1,2}):(\d{2})\s*([AP])\.?M\.?$/i

/** `{ date: '02/03/2026', time: '04:39 PM' }` is the 2nd of March; null when it is no moment that exists. */
export function readRecordedAt(json: unknown): RecordedAt | null {
  const object = asObject(json)
  if (!object) return null
  const date = READ_DATE.exec(asText(field(object, 'date'))?.trim() ?? '')
  const time = READ_TIME.exec(asText(field(object, 'time'))?.trim() ?? '')
  if (!date || !time) return null
  const [day, month, year] = [Number(date[1]), Number(date[2]), Number(date[3])]
  const hour = Number(time[1])
  if (!isCalendarDay(year, month, day) || hour < 1 || hour > 12) return null
  const hour24 = (hour % 12) + (time[3]?.toUpperCase() === 'P' ? 12 : 0)
  const two = (value: number) => String(value).padStart(2, '0')
  return joinRecordedAt(`${year}-${two(month)}-${two(day)}`, `${two(hour24)}:${time[2]}`)
}

/** `2026-03-02` as filters want it: `02/03/2026`. */
export function filterDay(day: string): string {
  return day.split('-').reverse().join('/')
}

/** As updates want it: `2026-03-02 16:39:00`. */
export function writeRecordedAt(at: RecordedAt): string {
  return `${dayOf(at)} ${timeOf(at)}:00`
}

/** The day before, `YYYY-MM-DD`. Days are counted in UTC only to have 24 hours each. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

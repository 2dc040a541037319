/**
 * A time exactly as it was recorded: `YYYY-MM-DDTHH:MM`, 24-hour wall clock, with a trailing `Z` only where
 * the source says UTC; `YYYY-MM-DDZ` where it tells the day alone. It is text on purpose: turning it into a `Date` would move it by the reader's zone.
 */
export type RecordedAt = string

const RECORDED = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(Z?)$/
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Whether year, month (1–12) and day (1–31) name a day that exists in the calendar. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= (lengths[month - 1] ?? 0)
}

/** Reads `YYYY-MM-DDTHH:MM` with an optional `Z`; null when it is not a moment that exists. */
export function parseRecordedAt(text: string): RecordedAt | null {
  const match = RECORDED.exec(text)
  if (!match) return null
  const [, year, month, day, hour, minute] = match.map(Number)
  if (!isCalendarDay(year ?? 0, month ?? 0, day ?? 0)) return null
  return (hour ?? 24) < 24 && (minute ?? 60) < 60 ? text : null
}

/** Reads a day of the UTC calendar, `YYYY-MM-DD`, of which no time is told; null when it does not exist. */
export function parseRecordedDay(day: string): RecordedAt | null {
  return parseRecordedAt(`${day}T00:00`) && `${day}Z`
}

/** Joins a day (`YYYY-MM-DD`) and a 24-hour time (`HH:MM`), as native date and time fields give them. */
export function joinRecordedAt(day: string, time: string): RecordedAt | null {
  return parseRecordedAt(`${day}T${time.slice(0, 5)}`)
}

/** The day `YYYY-MM-DD` of a recorded time. */
export const dayOf = (at: RecordedAt): string => at.slice(0, 10)

/** The 24-hour time `HH:MM` of a recorded time; empty where the day alone is told. */
export const timeOf = (at: RecordedAt): string => at.slice(11, 16)

/** A day as people read it: `15 Nov 2026`. Takes `YYYY-MM-DD`. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? '?'} ${year}`
}

/**
 * A recorded time as people read it: `15 Nov 2026, 4:39 PM`, with ` UTC` where the source says so; the day alone where it
 * tells no time.
 */
export function formatRecordedAt(at: RecordedAt): string {
  if (timeOf(at) === '') return `${formatDay(dayOf(at))} UTC`
  const hour = Number(at.slice(11, 13))
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}:${at.slice(14, 16)} ${hour < 12 ? 'AM' : 'PM'}`
  return `${formatDay(dayOf(at))}, ${clock}${at.endsWith('Z') ? ' UTC' : ''}`
}

/** The three forms in which the API gives and takes dates; times are wall clock, no zone is ever applied. */

/** Reads `dd/mm/yyyy` as `YYYY-MM-DD`; null when it is no day of the calendar. */
export function dayFromFilter(text: string): string | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? []
  if (!day || !month || !year || !isDay(Number(year), Number(month), Number(day))) return null
  return `${year}-${month}-${day}`
}

/** Reads `YYYY-MM-DD HH:MM:SS` and keeps the minute, as the API does; null when there is no such moment. */
export function minuteFromUpdate(text: string): string | null {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/.exec(text) ?? []
  if (!isDay(Number(year), Number(month), Number(day))) return null
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return `${year}-${month}-${day} ${hour}:${minute}:00`
}

/** Writes a stored `YYYY-MM-DD HH:MM:SS` as `{ date: 'DD/MM/YYYY', time: 'HH:MM AM/PM' }`. */
export function recordedAt(stored: string): { date: string; time: string } {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})/.exec(stored) ?? []
  const hours = Number(hour)
  const shown = String(hours % 12 || 12).padStart(2, '0')
  return { date: `${day}/${month}/${year}`, time: `${shown}:${minute} ${hours < 12 ? 'AM' : 'PM'}` }
}

function isDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return false
  const lastDay = new Date(Date.UTC(2000, month, 0))
  lastDay.setUTCFullYear(year, month, 0)
  return day <= lastDay.getUTCDate()
}

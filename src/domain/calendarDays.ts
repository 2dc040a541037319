const DAY_MS = 86_400_000
const FIRST = '0001-01-01'
const LAST = '9999-12-31'

const two = (count: number) => String(count).padStart(2, '0')

/** Today as this device's calendar has it, `YYYY-MM-DD`. */
export function todayHere(now = new Date()): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The moment as this device's clock shows it, without a zone: `YYYY-MM-DDTHH:MM`. */
export function nowHere(now = new Date()): string {
  return `${todayHere(now)}T${two(now.getHours())}:${two(now.getMinutes())}`
}

/** Midnight UTC of a day, so that every day is as long as any other; nothing of it is shown. */
const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** The day `count` days after `day` (before, where negative), both `YYYY-MM-DD`; stays within the years 1 to 9999. */
export function addDays(day: string, count: number): string {
  const at = Math.min(Math.max(midnight(day) + count * DAY_MS, midnight(FIRST)), midnight(LAST))
  return new Date(at).toISOString().slice(0, 10)
}

/** How many days `day` lies before `today`; negative when it is still to come. */
export function daysBefore(day: string, today: string): number {
  return Math.round((midnight(today) - midnight(day)) / DAY_MS)
}

import { dayOf, formatDay, timeOf } from '../../domain/recordedAt.ts'
import type { RecordedAt } from '../../domain/recordedAt.ts'

const DAY_MS = 86_400_000

/**
 * Days since 1970 began, by the calendar as it was recorded: a time that is UTC stands where its digits say, a day without
 * a time at its beginning.
 */
export const dayNumber = (at: RecordedAt): number =>
  Date.parse(`${dayOf(at)}T${timeOf(at) || '00:00'}Z`) / DAY_MS

/** A stretch of the calendar, in days since 1970. */
export type DaySpan = { readonly from: number; readonly to: number }

/** What holds all of these days with room at both ends; a week around a single one. */
export function spanAround(days: readonly number[]): DaySpan {
  const [least, most] = [Math.min(...days), Math.max(...days)]
  const room = Math.max((most - least) * 0.02, most - least < 6 ? 3 : 0)
  return { from: least - room, to: most + room }
}

/** Where a day stands in `width` pixels that show the span; outside of them where it is outside of it. */
export const xOf = ({ from, to }: DaySpan, day: number, width: number): number =>
  ((day - from) / (to - from)) * width

export type DateTick = { readonly day: number; readonly label: string }

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]
const DAYS_A_MONTH = 30.4
/** 1970 began on a Thursday: weeks are told from its first Monday. */
const FIRST_MONDAY = 4

/** At most so many ticks at days, Mondays, months or years, whichever is the finest that fits. */
export function dateTicks({ from, to }: DaySpan, most: number): DateTick[] {
  const least = (to - from) / Math.max(1, most)
  const days = [1, 2, 7, 14].find((step) => step >= least)
  if (days !== undefined) {
    const offset = days >= 7 ? FIRST_MONDAY : 0
    const first = Math.ceil((from - offset) / days)
    const last = Math.floor((to - offset) / days)
    return range(first, last).map((index) => {
      const day = index * days + offset
      return { day, label: formatDay(dayText(day)) }
    })
  }
  const months = MONTH_STEPS.find((step) => step * DAYS_A_MONTH >= least) ?? 1200
  const monthOf = (day: number) => {
    const date = new Date(day * DAY_MS)
    return date.getUTCFullYear() * 12 + date.getUTCMonth()
  }
  return range(Math.floor(monthOf(from) / months), Math.ceil(monthOf(to) / months))
    .map((index) => {
      const month = index * months
      const day = Date.UTC(Math.floor(month / 12), month % 12) / DAY_MS
      const label = months >= 12 ? dayText(day).slice(0, 4) : formatDay(dayText(day)).replace(/^\d+ /, '')
      return { day, label }
    })
    .filter(({ day }) => day >= from && day <= to)
}

const dayText = (day: number): string => new Date(Math.floor(day) * DAY_MS).toISOString().slice(0, 10)

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

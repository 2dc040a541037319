import { todayHere } from '../../../domain/calendarDays.ts'
import { ACTIVITIES } from '../../../domain/session.ts'
import { exportFileText as text } from '../../../messages/export.ts'
import type { WalkEnd } from '../../../queries/allSessions.ts'
import type { ListQuery } from '../../../queries/sessions.ts'
import type { FilterWords } from '../filterWords.ts'
import type { ExportOffer } from './exportOffer.ts'

export type ExportChoice = {
  rows: 'selected' | 'loaded' | 'all'
  columns: 'visible' | 'all'
  format: 'csv' | 'json'
}

/** `sessions 2026-11-22 running.csv`: of words that any file system takes, and without anybody's name. */
export function exportFileName(
  { rows, format }: ExportChoice,
  query: ListQuery,
  today = todayHere(),
): string {
  const activity = ACTIVITIES.find((one) => one === query.activity)?.toLowerCase()
  const words = ['sessions', today, rows === 'all' ? '' : rows, activity, ...(query.status ?? [])]
  return `${words.filter(Boolean).join(' ')}.${format}`
}

/** A filter as a file says it: days as a program reads them. */
const valueOf = ({ name, value }: FilterWords, query: ListQuery): string | null => {
  if (name === 'unseen') return `${query.unseen}Z`
  return name === 'from' || name === 'to' ? (query[name] ?? null) : value
}

/** Which sessions these are, as the last column of a CSV says it: `Activity: Running; From: 2026-11-01`. */
export function filtersLine(
  words: readonly FilterWords[],
  { query, loaded, total }: ExportOffer,
  { rows }: ExportChoice,
  incompleteDays: readonly string[],
): string {
  const parts = words.map((word) => text.filter(word.label, valueOf(word, query)))
  if (rows === 'selected') parts.unshift(text.rows.selected)
  if (rows === 'loaded') parts.unshift(text.rows.loaded(loaded.length, total))
  if (incompleteDays.length > 0) parts.push(text.incompleteDays(incompleteDays))
  return parts.join('; ') || text.noFilters
}

/** The same for a program, with what else a JSON file says of itself. */
export function describeExport(
  words: readonly FilterWords[],
  { query }: ExportOffer,
  choice: ExportChoice,
  { found, incompleteDays, leftOut }: Pick<WalkEnd<unknown>, 'found' | 'incompleteDays' | 'leftOut'>,
) {
  return {
    filters: words.map((word) => ({
      filter: word.name,
      label: word.label,
      value: valueOf(word, query),
      ...(word.name === 'athlete' || word.name === 'uploader' ? { id: query[word.name] } : {}),
    })),
    rows: choice.rows,
    columns: choice.columns,
    count: found,
    incompleteDays,
    recordsWithoutId: leftOut,
  }
}

import { daysBefore } from '../../domain/calendarDays.ts'
import { viewsText } from '../../messages/views.ts'
import type { ListQuery } from '../../queries/sessions.ts'
import { writeListAddress } from './listAddress.ts'
import type { ColumnId } from './listLayout.ts'
import { cleanName, LONGEST_NAME, updateView } from './savedViews.ts'
import type { MovingDays, SavedView, SavedViews, ViewContent } from './savedViews.ts'

/** A menu stays readable, and the device's storage is shared with other work. */
export const MOST_VIEWS = 100

/** What is on the screen, as a view keeps it. `move`: its days move with `today` (`YYYY-MM-DD`). */
export function presentContent(
  query: ListQuery,
  columns: ColumnId[],
  move: boolean,
  today: string,
): ViewContent {
  const days = move ? movingDays(query, today) : null
  const kept = days ? { ...query, from: '', to: '' } : query
  return { search: writeListAddress(kept), days, columns }
}

/** A query's days as days before today; null when it has none. */
export function movingDays({ from, to }: ListQuery, today: string): MovingDays | null {
  if (!from && !to) return null
  return { from: from ? daysBefore(from, today) : null, to: to ? daysBefore(to, today) : null }
}

const fold = (name: string) => cleanName(name).normalize('NFC').toLowerCase()

/** The saved view of this name, upper and lower case alike. */
export const viewNamed = ({ views }: SavedViews, name: string): SavedView | null =>
  views.find((view) => fold(view.name) === fold(name)) ?? null

const isBuiltInName = (name: string) =>
  Object.values(viewsText.builtIn).some((builtIn) => fold(builtIn) === fold(name))

export type NameProblem = 'missing' | 'too-long' | 'built-in' | 'taken'

/** Why a view cannot have this name; null when it can. `except`: the view that is being renamed. */
export function nameProblem(saved: SavedViews, name: string, except?: string): NameProblem | null {
  const clean = cleanName(name)
  if (clean === '') return 'missing'
  if ([...clean].length > LONGEST_NAME) return 'too-long'
  if (isBuiltInName(clean)) return 'built-in'
  const taken = viewNamed(saved, clean)
  return taken && taken.id !== except ? 'taken' : null
}

/** The name, or `Name (2)` where it is taken. */
export function freeName(saved: SavedViews, name: string, except?: string): string {
  for (let count = 1; ; count++) {
    const mark = count === 1 ? '' : ` (${count})`
    const free =
      [...cleanName(name)]
        .slice(0, LONGEST_NAME - mark.length)
        .join('')
        .trim() + mark
    const problem = nameProblem(saved, free, except)
    if (problem !== 'taken' && problem !== 'built-in') return free
  }
}

/** Adds a view unless there are `MOST_VIEWS`. A name that was taken meanwhile, in another tab, gets a number. */
export function addView(saved: SavedViews, name: string, content: ViewContent, atStart: boolean): SavedViews {
  if (saved.views.length >= MOST_VIEWS) return saved
  const id = `v${1 + Math.max(0, ...saved.views.map((view) => Number(view.id.slice(1))))}`
  const view = { id, name: freeName(saved, name), ...content }
  return { views: [...saved.views, view], startId: atStart ? id : saved.startId }
}

export function renameView(saved: SavedViews, id: string, name: string): SavedViews {
  return updateView(saved, id, { name: freeName(saved, name, id) })
}

/** Without the view; a list that started with it starts with all sessions. */
export function removeView(saved: SavedViews, id: string): SavedViews {
  return {
    views: saved.views.filter((view) => view.id !== id),
    startId: saved.startId === id ? null : saved.startId,
  }
}

export function setStart(saved: SavedViews, id: string): SavedViews {
  return { ...saved, startId: id === 'all' ? null : id }
}

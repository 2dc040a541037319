import { withoutDirectionMarks } from '../../domain/directionMarks.ts'
import { FILTER_NAMES } from '../../domain/source.ts'
import type { FilterName, SessionSource } from '../../domain/source.ts'
import { addDays } from '../../domain/calendarDays.ts'
import { createOwnStore } from '../../lib/ownStore.ts'
import { viewsText } from '../../messages/views.ts'
import type { ListQuery } from '../../queries/sessions.ts'
import { readListAddress, writeListAddress } from './listAddress.ts'
import { readColumns } from './listLayout.ts'
import type { ColumnId } from './listLayout.ts'
import { momentNow } from './seen.ts'

export const LONGEST_NAME = 60
const LONGEST_SEARCH = 4_000
/** More than the calendar's years have, so that any two days can be told apart by a count. */
const MOST_DAYS = 4_000_000

/** The first and the last day as days before today: a view that moves with the calendar. Null: no such end. */
export type MovingDays = { from: number | null; to: number | null }

/** A list worth coming back to. `search` is the address's, without the days where they move. */
export type View = {
  id: string
  name: string
  search: string
  days: MovingDays | null
  /** Null: the columns and the page size stay as they are. */
  columns: ColumnId[] | null
}

export type SavedView = View & { columns: ColumnId[] }

export type ViewContent = Pick<SavedView, 'search' | 'days' | 'columns'>

/** `startId` may name a built-in view; null starts with all sessions. */
export type SavedViews = { views: SavedView[]; startId: string | null }

export const NO_VIEWS: SavedViews = { views: [], startId: null }

export const ALL_FILTERS: ReadonlySet<FilterName> = new Set(FILTER_NAMES)
const readSearch = (search: string): ListQuery => readListAddress(new URLSearchParams(search), ALL_FILTERS)

const names = viewsText.builtIn
const BUILT_IN_IDS: readonly string[] = Object.keys(names)

/** The views everybody has, as far as the source offers their filters. */
export function builtInViews(userId: string, offered: ReadonlySet<FilterName>): View[] {
  const builtIn = (
    id: keyof typeof names,
    query: Partial<ListQuery>,
    days: MovingDays | null = null,
  ): View => ({
    id,
    name: names[id],
    search: writeListAddress({ ...readSearch(''), ...query }),
    days,
    columns: null,
  })
  return [
    builtIn('all', {}),
    ...(offered.has('status') ? [builtIn('attention', { attention: true })] : []),
    ...(offered.has('status') ? [builtIn('processing', { status: ['processing', 'queued'] })] : []),
    ...(offered.has('uploader') ? [builtIn('mine', { uploader: userId })] : []),
    // No last day: a recording whose clock runs ahead is of these days too.
    ...(offered.has('from') ? [builtIn('last7Days', {}, { from: 6, to: null })] : []),
  ]
}

/**
 * What a view shows today (`YYYY-MM-DD`). `size`: rows a page where the view leaves them as they are. One that hides
 * what was seen hides what was seen by `moment`, now unless it is given.
 */
export function viewQuery(view: View, today: string, size?: number, moment = momentNow()): ListQuery {
  const query = readSearch(view.search)
  return {
    ...query,
    ...(typeof view.days?.from === 'number' ? { from: addDays(today, -view.days.from) } : {}),
    ...(typeof view.days?.to === 'number' ? { to: addDays(today, -view.days.to) } : {}),
    ...(query.unseen ? { unseen: moment } : {}),
    size: view.columns === null && size !== undefined ? size : query.size,
  }
}

/** The search part of the address a view leads to today, `''` or beginning with `?`. */
export const viewAddress = (view: View, today: string, size?: number, moment?: string): string =>
  writeListAddress(viewQuery(view, today, size, moment))

export const sameColumns = (view: View, columns: readonly ColumnId[]): boolean =>
  view.columns === null || view.columns.join() === columns.join()

/** The view that is on the screen; one whose columns are other ones only where no view fits in full. */
export function currentView(
  views: readonly View[],
  query: ListQuery,
  columns: readonly ColumnId[],
  today: string,
): View | null {
  const address = writeListAddress(query)
  const fitting = views.filter((view) => viewAddress(view, today, query.size, query.unseen) === address)
  const own = fitting.filter((view) => view.columns !== null)
  return (
    own.find((view) => sameColumns(view, columns)) ??
    fitting.find((view) => view.columns === null) ??
    own[0] ??
    null
  )
}

/**
 * Where an account's list begins, and with which columns; null columns stay as they are. `moment` as `viewQuery` has
 * it.
 */
export function startView(
  account: string,
  source: Pick<SessionSource, 'id' | 'filters'>,
  today: string,
  moment?: string,
): { search: string; columns: ColumnId[] | null } {
  const { views, startId } = viewsStore.get({ account, source: source.id }).value
  const start = [...builtInViews(account, source.filters), ...views].find(({ id }) => id === startId)
  if (!start) return { search: '', columns: null }
  return { search: viewAddress(start, today, undefined, moment), columns: start.columns }
}

/** A name as it is kept: one line, without marks that turn the direction of what stands around it. */
export const cleanName = (name: string): string =>
  withoutDirectionMarks(name)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** Reads one view, kept or from a file; null when it is none. The id is the reader's to give. */
export function readView(json: unknown): Omit<SavedView, 'id'> | null {
  if (typeof json !== 'object' || json === null) return null
  const { name, search, days, columns } = json as Record<string, unknown>
  if (typeof name !== 'string' || typeof search !== 'string' || search.length > LONGEST_SEARCH) return null
  const clean = cleanName(name)
  const shown = readColumns(columns)
  if (clean === '' || [...clean].length > LONGEST_NAME || !shown) return null
  const moving = readDays(days)
  const { from, to, ...rest } = readSearch(search)
  const fixed = moving ? {} : { ...(from ? { from } : {}), ...(to ? { to } : {}) }
  return { name: clean, search: writeListAddress({ ...rest, ...fixed }), days: moving, columns: shown }
}

function readDays(json: unknown): MovingDays | null {
  if (typeof json !== 'object' || json === null) return null
  const count = (value: unknown) =>
    Number.isInteger(value) && Math.abs(value as number) <= MOST_DAYS ? (value as number) : null
  const { from, to } = json as Record<string, unknown>
  const days = { from: count(from), to: count(to) }
  return days.from === null && days.to === null ? null : days
}

function readViews(json: unknown): SavedViews | null {
  if (typeof json !== 'object' || json === null || !('views' in json) || !Array.isArray(json.views))
    return null
  const views: SavedView[] = []
  for (const entry of json.views as unknown[]) {
    const view = readView(entry)
    const id = view && (entry as { id?: unknown }).id
    if (!view || typeof id !== 'string' || !/^v\d{1,9}$/.test(id)) continue
    if (!views.some((other) => other.id === id)) views.push({ id, ...view })
  }
  const startId = 'startId' in json ? json.startId : null
  const known = [...BUILT_IN_IDS, ...views.map(({ id }) => id)]
  return { views, startId: known.find((id) => id === startId) ?? null }
}

/** Each account's own views of a source, on this device. */
export const viewsStore = createOwnStore({ name: 'views', version: 1, empty: NO_VIEWS, read: readViews })

/** Replaces what a view shows, or its name; its place stays. */
export function updateView(
  saved: SavedViews,
  id: string,
  change: Partial<ViewContent & Pick<SavedView, 'name'>>,
): SavedViews {
  return { ...saved, views: saved.views.map((view) => (view.id === id ? { ...view, ...change } : view)) }
}

import { readView } from './savedViews.ts'
import type { SavedView, SavedViews } from './savedViews.ts'
import { addView, MOST_VIEWS } from './viewChanges.ts'

const FORMAT = 'motion-console-views'
const VERSION = 1
/** A hundred views take a small part of it. */
export const LARGEST_FILE = 1_000_000
export const VIEWS_FILE_NAME = 'motion-console-views.json'

export type ViewsFileProblem =
  'too-large' | 'unreadable' | 'not-json' | 'not-views' | 'newer' | 'other-source' | 'nothing'

/** Views as they come out of a file, and how many entries could not be read. */
export type FiledViews = { views: Omit<SavedView, 'id'>[]; skipped: number }

/** The text of a file with these views; a view's athletes and uploaders are ids of this source. */
export function writeViewsFile(views: readonly SavedView[], source: string): string {
  const entries = views.map(({ name, search, days, columns }) => ({ name, search, days, columns }))
  return `${JSON.stringify({ format: FORMAT, version: VERSION, source, views: entries }, null, 2)}\n`
}

/** Reads a file somebody chose, or says why it cannot be used. Nothing of it is more than text. */
export async function readViewsFile(file: Blob, source: string): Promise<FiledViews | ViewsFileProblem> {
  if (file.size > LARGEST_FILE) return 'too-large'
  try {
    return parseViewsFile(await file.text(), source)
  } catch {
    return 'unreadable' // gone or changed since it was chosen
  }
}

export function parseViewsFile(text: string, source: string): FiledViews | ViewsFileProblem {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return 'not-json'
  }
  if (typeof json !== 'object' || json === null) return 'not-views'
  const file = json as Record<string, unknown>
  if (file.format !== FORMAT || typeof file.version !== 'number') return 'not-views'
  if (file.version > VERSION) return 'newer'
  if (!Array.isArray(file.views)) return 'not-views'
  if (file.source !== source) return 'other-source'
  const views = file.views.map(readView).filter((view) => view !== null)
  return views.length === 0 ? 'nothing' : { views, skipped: file.views.length - views.length }
}

/** What an import did: views added, those there already, those beyond `MOST_VIEWS`. */
export type Import = { saved: SavedViews; added: number; same: number; beyond: number }

/** Adds views of a file. One that is there already is not doubled, a taken name gets a number. */
export function importViews(saved: SavedViews, views: FiledViews['views']): Import {
  const result: Import = { saved, added: 0, same: 0, beyond: 0 }
  for (const { name, ...content } of views) {
    if (result.saved.views.some((view) => isThere(view, { name, ...content }))) result.same += 1
    else if (result.saved.views.length >= MOST_VIEWS) result.beyond += 1
    else {
      result.saved = addView(result.saved, name, content, false)
      result.added += 1
    }
  }
  return result
}

/** The same content under the same name, or under the name that an import gave it before. */
const isThere = (view: SavedView, filed: Omit<SavedView, 'id'>): boolean =>
  view.name.replace(/ \(\d+\)$/, '') === filed.name.replace(/ \(\d+\)$/, '') &&
  view.search === filed.search &&
  view.columns.join() === filed.columns.join() &&
  view.days?.from === filed.days?.from &&
  view.days?.to === filed.days?.to

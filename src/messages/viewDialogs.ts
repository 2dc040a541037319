import { withoutDirectionMarks } from '../domain/directionMarks.ts'

const quoted = (name: string) => `“${withoutDirectionMarks(name)}”`
const views = (count: number) => (count === 1 ? '1 view' : `${count} views`)
const verb = (count: number, one: string, several: string) => `${views(count)} ${count === 1 ? one : several}`

/** Words of the dialogs that save and manage views. */
export const saveViewText = {
  title: 'Save view',
  name: 'Name',
  filters: 'Filters',
  noFilters: 'None: all sessions',
  columns: 'Columns',
  rows: 'Rows per page',
  days: 'Days',
  keepDays: 'Keep these days',
  moveDays: 'Move with today',
  fixedDays: (from: string | null, to: string | null) => range(from, to),
  movingDays: (from: number | null, to: number | null) =>
    range(from === null ? null : daysAgo(from), to === null ? null : daysAgo(to)),
  atStart: 'Open this view at the start',
  save: 'Save',
  replace: (name: string) => `Replace ${quoted(name)}`,
  saved: (name: string) => `Saved view ${quoted(name)}.`,
  full: (most: number) => `There are ${most} saved views already. Delete one to save another.`,
} as const

export const nameProblemText = {
  missing: 'A view needs a name.',
  'too-long': 'At most 60 characters.',
  'built-in': 'A built-in view has this name.',
  taken: 'There is a view with this name already.',
} as const

export const manageViewsText = {
  title: 'Saved views',
  where: 'Kept on this device, for this account only.',
  start: 'The chosen view opens when you come to the list.',
  startWith: (name: string) => `Start with ${withoutDirectionMarks(name)}`,
  none: 'No saved views yet. Set filters or columns, then choose Save view…',
  rename: (name: string) => `Rename ${withoutDirectionMarks(name)}`,
  newName: 'New name',
  renameShort: 'Rename',
  remove: (name: string) => `Delete ${withoutDirectionMarks(name)}`,
  removeSure: (name: string) => `Delete ${quoted(name)}?`,
  removeShort: 'Delete',
  removed: (name: string, wasStart: boolean) =>
    wasStart
      ? `Deleted ${quoted(name)}. The list starts with all sessions again.`
      : `Deleted ${quoted(name)}.`,
  renamed: (name: string) => `Renamed to ${quoted(name)}.`,
  exportViews: 'Export views',
  nothingToExport: 'There is no saved view to export.',
  importViews: 'Import views',
  imported: (added: number, same: number, skipped: number, beyond: number, most: number) =>
    [
      added > 0 || same === 0 ? `${verb(added, 'was', 'were')} added.` : 'Nothing new.',
      same > 0 ? `${verb(same, 'was', 'were')} here already.` : '',
      skipped > 0 ? `${verb(skipped, 'was', 'were')} left out: not readable.` : '',
      beyond > 0 ? `${verb(beyond, 'was', 'were')} left out: at most ${most} views are kept.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  notImported: (reason: string) => `Not imported: ${reason} Your views are as they were.`,
  fileProblem: {
    'too-large': 'the file is larger than 1 MB, so it is no views file.',
    unreadable: 'the file could not be read.',
    'not-json': 'the file is not JSON, or it is damaged.',
    'not-views': 'the file holds something else than views of this console.',
    newer: 'the file comes from a newer version of this console.',
    'other-source': 'the file holds views of another source.',
    nothing: 'the file holds no view that can be read.',
  },
} as const

function daysAgo(count: number): string {
  if (count === 0) return 'today'
  if (Math.abs(count) === 1) return count > 0 ? 'yesterday' : 'tomorrow'
  return count > 0 ? `${count} days ago` : `in ${-count} days`
}

function range(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return from === to ? from : `${from} to ${to}`
  return from === null ? `until ${to}` : `from ${from} on`
}

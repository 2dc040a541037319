import { countSessions, formatCount } from './counts.ts'

/** Words of the export's dialog. */
export const exportText = {
  title: 'Export sessions',
  rows: 'Rows',
  selected: (count: number) => `Selected (${formatCount(count)})`,
  loaded: (count: number) => `Loaded (${formatCount(count)})`,
  loadedHint: 'The rows this page has read so far.',
  all: (total: number | null) => (total === null ? 'All matching' : `All matching (${formatCount(total)})`),
  noFilters: 'No filters: every session.',
  columns: 'Columns',
  visible: 'Visible columns',
  everything: 'All columns',
  everythingHint: 'With every metric, each in a column named with its unit.',
  format: 'Format',
  formats: { csv: 'CSV', json: 'JSON' },
  formatHints: { csv: 'For a spreadsheet. Metrics as averages.', json: 'For a program. Metrics in full.' },
  start: 'Export',
  running: 'Exporting…',
  progress: 'Export progress',
  readOf: (count: number, total: number | null) =>
    total === null ? formatCount(count) : `${formatCount(count)} of ${formatCount(total)}`,
  /** Where only some of what is read is exported. */
  foundOf: (found: number, read: string) => `${formatCount(found)} found · ${read} looked at`,
  noneYet: 'Reading the first sessions…',
  stopped: 'Stopped. No file was made.',
  nothing: 'No session matches any more, so no file was made.',
  failed: 'Not exported',
  done: (count: number) => `Exported ${countSessions(count)}.`,
  leftOut: (count: number) =>
    count === 1 ? '1 record without an id was left out.' : `${count} records without an id were left out.`,
  incompleteDays: (days: readonly string[]) =>
    `Some sessions are missing, because the server cannot give them all: ${days.join(', ')}.`,
} as const

/** Words inside the files. */
export const exportFileText = {
  columns: {
    athleteId: 'Athlete ID',
    uploaderId: 'Uploader ID',
    duration: 'Duration (s)',
    hasVideo: 'Has video',
    hasAnalyzedVideo: 'Has analyzed video',
    unreadable: 'Could not be read',
    filters: 'Filters',
  },
  yes: 'yes',
  no: 'no',
  average: (heading: string) => `${heading}, average`,
  inActivity: (heading: string, activity: string) => `${heading}, ${activity}`,
  noFilters: 'none',
  filter: (label: string, value: string | null) => (value === null ? label : `${label}: ${value}`),
  rows: {
    selected: 'Rows: selected by hand',
    loaded: (loaded: number, total: number | null) =>
      total === null ? `Rows: the ${loaded} loaded` : `Rows: the ${loaded} loaded of ${total}`,
  },
  incompleteDays: (days: readonly string[]) => `Incomplete days: ${days.join(', ')}`,
} as const

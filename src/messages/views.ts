import { withoutDirectionMarks } from '../domain/directionMarks.ts'

const quoted = (name: string) => `“${withoutDirectionMarks(name)}”`

/** Words of saved views: their menu and their dialogs. */
export const viewsText = {
  builtIn: {
    all: 'All sessions',
    attention: 'Needs attention',
    processing: 'Being processed',
    mine: 'Mine',
    last7Days: 'Last 7 days',
  },
  unsaved: 'Unsaved view',
  button: (name: string) => `View: ${name}`,
  opensAtStart: 'Opens at the start',
  save: 'Save view…',
  manage: 'Manage views…',
  update: (name: string) => `Update ${quoted(name)}`,
  updated: (name: string) => `Updated ${quoted(name)}.`,
  notKept:
    'This browser keeps nothing on this device just now, so views last only until this page is closed or loaded again.',
} as const

/** Words of the columns and their panel. */
export const columnText = {
  names: {
    recorded: 'Recorded',
    title: 'Title',
    athlete: 'Athlete',
    activity: 'Activity',
    status: 'Status',
    segments: 'Segments',
    duration: 'Duration',
    assessment: 'Assessment',
    exercise: 'Exercise',
    uploader: 'Uploaded by',
    attention: 'Attention',
    id: 'ID',
  },
  ofActivity: (metric: string, activity: string) => `${metric} (${activity})`,
  panel: 'Columns',
  alwaysShown: 'Always shown',
  moveUp: (name: string) => `Move up ${name}`,
  moveDown: (name: string) => `Move down ${name}`,
  first: 'It is the first column.',
  last: 'It is the last column.',
  moved: (name: string, place: number, count: number) => `${name} is column ${place} of ${count}.`,
  density: 'Row height',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  reset: 'Reset columns',
  order: 'The order of the rows is the server’s, newest first, and cannot be changed here.',
} as const

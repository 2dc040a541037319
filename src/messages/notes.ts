import { withoutDirectionMarks } from '../domain/directionMarks.ts'

const notes = (count: number) => (count === 1 ? '1 note' : `${count} notes`)
const quoted = (text: string) => `“${withoutDirectionMarks(text)}”`

/** Words of the notes on a recording. Times arrive formatted, in seconds. */
export const notesText = {
  title: 'Notes',
  shortcutGroup: 'Notes',
  where: 'Kept on this device, for this account only: the API has no place for notes.',
  notKept:
    'This device does not keep the notes: its storage is blocked or full, or holds those of a newer console. They are here until the page is left. Export them first.',
  none: 'No notes yet.',
  write: 'Write a note',
  writeKey: 'Write a note here',
  writing: 'Save or cancel what you are writing first.',
  full: (most: number) => `There are ${most} notes already. Delete one to write another.`,
  list: 'Notes in the order of time',
  moment: (time: string) => `${time} s`,
  range: (from: string, to: string) => `${from} to ${to} s`,
  goTo: (when: string) => `Go to ${when}`,
  loop: (when: string) => `Loop ${when}`,
  edit: (when: string) => `Edit note at ${when}`,
  remove: (when: string) => `Delete note at ${when}`,
  more: 'Show all of it',
  less: 'Show less',
  text: 'Note',
  newNote: 'New note',
  editNote: 'Edit note',
  from: 'From (s)',
  to: 'To (s)',
  toHint: 'Empty: a moment',
  takeFrom: 'From the picture on the screen',
  takeTo: 'To the picture on the screen',
  useLoop: (when: string) => `Use the loop, ${when}`,
  save: 'Save note',
  cancel: 'Cancel',
  saveKey: 'Ctrl or ⌘ with Enter saves.',
  deleted: (line: string) => `Deleted ${quoted(line)}.`,
  notSaved: (line: string) => (line === '' ? 'Not saved.' : `Not saved: ${quoted(line)}.`),
  goneMeanwhile: 'The note was deleted in another tab. Saving writes it anew.',
  problem: {
    empty: 'A note needs words.',
    'too-long': (over: number) => (over === 1 ? 'One character too long.' : `${over} characters too long.`),
    time: 'A number of seconds, such as 1.533.',
    outside: 'Not within the recording.',
    order: 'Has to be after the beginning.',
  },
} as const

/** Words of taking something back. */
export const undoText = { undo: 'Undo' } as const

/** Words of notes to and from a file. */
export const noteFileText = {
  menu: 'Notes as a file',
  exportJson: 'Export as JSON',
  jsonNote: 'Exact, to be imported again',
  exportCsv: 'Export as CSV',
  csvNote: 'For a spreadsheet',
  exportVtt: 'Export as WebVTT',
  vttNote: 'Captions; a moment lasts one second',
  nothingToExport: 'There is no note to export.',
  importNotes: 'Import notes…',
  importNote: 'JSON, CSV or WebVTT',
  title: 'Import notes',
  notImported: (reason: string) => `Not imported: ${reason} Your notes are as they were.`,
  problem: {
    'too-large': 'the file is larger than 32 MB.',
    unreadable: 'the file could not be read.',
    'not-notes': 'the file holds no notes in a form this console reads: JSON, CSV or WebVTT.',
    damaged: 'the file is JSON that is cut off or damaged.',
    newer: 'the file comes from a newer version of this console.',
    columns: 'the first line of the CSV file has to name the columns: from_s, to_s and text.',
    nothing: 'the file holds no note.',
  },
  counts: (fresh: number, same: number) =>
    [
      fresh === 0 ? 'Nothing new.' : `${notes(fresh)} to be added.`,
      same === 0 ? '' : `${notes(same)} ${same === 1 ? 'is' : 'are'} here already.`,
    ]
      .filter(Boolean)
      .join(' '),
  otherSession: 'The file was written for another session. Its times may not fit this recording.',
  beyond: (count: number, most: number) => `${notes(count)} left out: a session has room for ${most}.`,
  beyondEnd: (count: number) =>
    `${notes(count)} ${count === 1 ? 'lies' : 'lie'} beyond the end of this recording.`,
  unreadableTitle: (count: number) => `${count === 1 ? '1 place' : `${count} places`} could not be read:`,
  unreadableMore: (count: number) => `and ${count} more`,
  place: { line: (number: number) => `Line ${number}`, entry: (number: number) => `Note ${number}` },
  reason: {
    time: 'no time that can be read',
    end: 'its end is not after its beginning',
    empty: 'no words',
    'too-long': 'longer than 10,000 characters',
    form: 'not a note',
  },
  preview: 'Notes to be added',
  add: (count: number) => (count === 0 ? 'Nothing to add' : `Add ${notes(count)}`),
  added: (count: number) => `Added ${notes(count)}.`,
} as const

/** What goes with a session that is deleted. */
export const ownWorkText = {
  /** `1 note and 3 events`; empty when there is nothing. */
  counts: (noteCount: number, eventCount: number): string =>
    [
      ...(noteCount > 0 ? [notes(noteCount)] : []),
      ...(eventCount > 0 ? [eventCount === 1 ? '1 event' : `${eventCount} events`] : []),
    ].join(' and '),
  goes: (what: string) => `Your own ${what}, on this device only, are deleted too.`,
} as const

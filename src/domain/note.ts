/** Somebody's own remark on a recording. Times in seconds of the recording; `end` null: a moment and no range. */
export type Note = {
  readonly id: string
  readonly time: number
  readonly end: number | null
  readonly text: string
  /** UTC, ISO 8601. */
  readonly writtenAt: string
}

/** Characters (UTF-16) of one note. */
export const LONGEST_NOTE = 10_000

/** Of one session. */
export const MOST_NOTES = 1_000

/** A day: no recording of a movement is longer, and a time beyond it is no time of one. */
export const LATEST_TIME = 86_400

/** A note's text as it is kept: lines end alike, and of what cannot be seen only tabs stay. */
export const cleanNoteText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()

/** What a list or a timeline has room for: the first line, at most 80 characters of it. */
export function firstLine({ text }: Pick<Note, 'text'>): string {
  const [line = ''] = text.split('\n')
  const characters = [...line]
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : line
}

/** In the order of their times; what begins together ends in order, a moment first. */
export const inOrder = (notes: readonly Note[]): readonly Note[] =>
  [...notes].sort((a, b) => a.time - b.time || (a.end ?? a.time) - (b.end ?? b.time))

/** With this note, in place of the one that has its id. */
export const withNote = (notes: readonly Note[], note: Note): readonly Note[] =>
  inOrder([...notes.filter(({ id }) => id !== note.id), note])

export const withoutNote = (notes: readonly Note[], id: string): readonly Note[] =>
  notes.some((note) => note.id === id) ? notes.filter((note) => note.id !== id) : notes

/** Whether two notes say the same of the same time; files keep times to a millisecond at worst. */
export const isSameNote = (a: Omit<Note, 'id'>, b: Omit<Note, 'id'>): boolean =>
  a.text === b.text && isSameTime(a.time, b.time) && isSameTime(a.end, b.end)

const isSameTime = (a: number | null, b: number | null) =>
  a === null || b === null ? a === b : Math.abs(a - b) < 0.0011

/** Why something is no note. */
export type NoteProblem = 'form' | 'time' | 'end' | 'empty' | 'too-long'

/** Reads a note that was kept or comes from a file, or says what is wrong with it. The id is the reader's to give. */
export function readNote(json: unknown): Omit<Note, 'id'> | NoteProblem {
  if (typeof json !== 'object' || json === null) return 'form'
  const { time, end, text, writtenAt } = json as Record<string, unknown>
  if (!isNoteTime(time)) return 'time'
  if (end !== null && !(isNoteTime(end) && end > time)) return 'end'
  if (typeof text !== 'string') return 'form'
  const clean = cleanNoteText(text)
  if (clean === '') return 'empty'
  if (clean.length > LONGEST_NOTE) return 'too-long'
  return { time, end, text: clean, writtenAt: readWrittenAt(writtenAt) ?? UNKNOWN_MOMENT }
}

/** Of a note whose file does not say when it was written. */
export const UNKNOWN_MOMENT = '1970-01-01T00:00:00.000Z'

/** A moment in UTC as notes have it; null when it is none. */
export function readWrittenAt(json: unknown): string | null {
  if (typeof json !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(json)) return null
  const moment = new Date(json)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

export const isNoteTime = (json: unknown): json is number =>
  typeof json === 'number' && json >= 0 && json <= LATEST_TIME

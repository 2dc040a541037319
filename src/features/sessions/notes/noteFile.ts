import { isSameNote, MOST_NOTES, withNote } from '../../../domain/note.ts'
import type { Note } from '../../../domain/note.ts'
import { newId } from '../newId.ts'
import type { FiledNote, NoteFile, NoteFileProblem } from './filedNotes.ts'
import { readNotesCsv } from './noteCsv.ts'
import { readNotesJson } from './noteJson.ts'
import { readNotesVtt } from './noteVtt.ts'

/** A thousand long notes fit, in any script. */
export const LARGEST_FILE = 32_000_000
/** More than any session has; what stands behind them is not looked at. */
const MOST_ENTRIES = 20_000

/** Reads a file somebody chose, whichever of the three forms it has, or says why it cannot be used. */
export async function readNoteFile(file: Blob): Promise<NoteFile | NoteFileProblem> {
  if (file.size > LARGEST_FILE) return 'too-large'
  try {
    return parseNoteFile(await file.text())
  } catch {
    return 'unreadable' // gone or changed since it was chosen
  }
}

/** The form is told by the text itself: names of files lie. */
export function parseNoteFile(text: string): NoteFile | NoteFileProblem {
  const plain = text.replace(/^\uFEFF/, '')
  if (plain.includes('\0')) return 'not-notes'
  if (plain.trim() === '') return 'nothing'
  const read = /^WEBVTT(?:\s|$)/.test(plain)
    ? readNotesVtt
    : /^\s*[{[]/.test(plain)
      ? readNotesJson
      : readNotesCsv
  const filed = read(plain)
  if (typeof filed === 'string') return filed
  return filed.notes.length === 0 && filed.unreadable.length === 0 ? 'nothing' : filed
}

/** What an import would do: notes to be added, those there already, those there is no room for. */
export type ImportPlan = { fresh: readonly Note[]; same: number; beyond: number }

/** Nothing that is there is changed: a note whose id is taken by another one gets a new id. */
export function planImport(present: readonly Note[], filed: readonly FiledNote[]): ImportPlan {
  const byText = new Map<string, FiledNote[]>()
  const remember = (note: FiledNote) => byText.set(note.text, [...(byText.get(note.text) ?? []), note])
  const ids = new Set(present.map(({ id }) => id))
  present.forEach(remember)
  const fresh: Note[] = []
  let same = 0
  let beyond = Math.max(0, filed.length - MOST_ENTRIES)
  for (const { id, ...note } of filed.slice(0, MOST_ENTRIES)) {
    if (byText.get(note.text)?.some((other) => isSameNote(other, note))) same += 1
    else if (present.length + fresh.length >= MOST_NOTES) beyond += 1
    else {
      const own = id !== undefined && !ids.has(id) ? id : newId()
      ids.add(own)
      fresh.push({ id: own, ...note })
      remember(note)
    }
  }
  return { fresh, same, beyond }
}

/** How many end, or are, after a recording of `duration` seconds; none while that is not known (0). */
export const countBeyondEnd = (notes: readonly Note[], duration: number): number =>
  // The times of captions are rounded up to the millisecond.
  duration > 0 ? notes.filter(({ time, end }) => (end ?? time) > duration + 1e-3).length : 0

export const withNotes = (present: readonly Note[], added: readonly Note[]): readonly Note[] =>
  added.reduce(withNote, present)

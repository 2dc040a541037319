import { readNote } from '../../../domain/note.ts'
import type { Note } from '../../../domain/note.ts'
import { writeCsv } from '../../../lib/csv.ts'
import { csvSeparator, readCsv, restoreCsvText } from '../../../lib/readCsv.ts'
import type { FiledNote, NoteFile, NoteFileProblem, Unreadable } from './filedNotes.ts'

/** Seconds of the recording; an empty `to_s` is a moment. */
const HEADER = ['from_s', 'to_s', 'text', 'written_at'] as const

/** Notes as CSV for a spreadsheet; texts that could be formulas are neutralised. */
export const writeNotesCsv = (notes: readonly Note[]): Blob =>
  writeCsv(
    HEADER,
    notes.map(({ time, end, text, writtenAt }) => [time, end, text, writtenAt]),
  )

/** Reads what `writeNotesCsv` wrote, also after a spreadsheet has saved it with another separator. */
export function readNotesCsv(text: string): NoteFile | NoteFileProblem {
  const separator = csvSeparator(text)
  const [header, ...records] = readCsv(text, separator)
  const names = header?.fields.map((name) => name.trim().toLowerCase()) ?? []
  const [from = -1, to = -1, words = -1, at = -1] = HEADER.map((name) => names.indexOf(name))
  if (from < 0 && words < 0) return 'not-notes'
  if (from < 0 || words < 0) return 'columns'
  const number = (field: string) => {
    const plain = separator === ',' ? field : field.replace(',', '.')
    return /^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain.trim()) ? Number(plain) : NaN
  }
  const notes: FiledNote[] = []
  const unreadable: Unreadable[] = []
  for (const { line, fields } of records) {
    const end = (fields[to] ?? '').trim()
    const note = readNote({
      time: number(fields[from] ?? ''),
      end: end === '' ? null : number(end),
      text: restoreCsvText(fields[words] ?? ''),
      writtenAt: fields[at],
    })
    if (typeof note === 'string') unreadable.push({ place: 'line', number: line, reason: note })
    else notes.push(note)
  }
  return { notes, unreadable, session: null }
}

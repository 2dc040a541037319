import { readNote } from '../../../domain/note.ts'
import type { Note } from '../../../domain/note.ts'
import type { FiledNote, NoteFile, NoteFileProblem, Unreadable } from './filedNotes.ts'
import { isNoteId } from './noteStore.ts'

const FORMAT = 'motion-console-notes'
const VERSION = 1

/** Notes as JSON, exactly as they are kept. Times in seconds of the recording, `end` null for a moment. */
export function writeNotesJson(notes: readonly Note[], session: string): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, session, notes }, null, 2)}\n`
}

export function readNotesJson(text: string): NoteFile | NoteFileProblem {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return 'damaged'
  }
  const file = json as Record<string, unknown>
  if (file.format !== FORMAT || typeof file.version !== 'number') return 'not-notes'
  if (file.version > VERSION) return 'newer'
  if (!Array.isArray(file.notes)) return 'not-notes'
  const notes: FiledNote[] = []
  const unreadable: Unreadable[] = []
  for (const [index, entry] of (file.notes as unknown[]).entries()) {
    const note = readNote(entry)
    if (typeof note === 'string') unreadable.push({ place: 'entry', number: index + 1, reason: note })
    else {
      const { id } = entry as { id?: unknown }
      notes.push(isNoteId(id) ? { id, ...note } : note)
    }
  }
  return { notes, unreadable, session: typeof file.session === 'string' ? file.session : null }
}

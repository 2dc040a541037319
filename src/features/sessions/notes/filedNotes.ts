import type { Note, NoteProblem } from '../../../domain/note.ts'

/** A note of a file; its id where the file has one. */
export type FiledNote = Omit<Note, 'id'> & { readonly id?: string }

/** Where something is that could not be read (counted from 1), and why. */
export type Unreadable = {
  readonly place: 'line' | 'entry'
  readonly number: number
  readonly reason: NoteProblem
}

export type NoteFile = {
  readonly notes: readonly FiledNote[]
  readonly unreadable: readonly Unreadable[]
  /** The session the file was written for; null where it does not say. */
  readonly session: string | null
}

export type NoteFileProblem =
  'too-large' | 'unreadable' | 'not-notes' | 'damaged' | 'newer' | 'columns' | 'nothing'

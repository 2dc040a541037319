import { inOrder, readNote } from '../../../domain/note.ts'
import type { Note } from '../../../domain/note.ts'
import { createOwnStore } from '../../../lib/ownStore.ts'

const NONE: readonly Note[] = []

/** Each account's notes on a session, in the order of their times; on this device, as the API has no place for them. */
export const noteStore = createOwnStore({ name: 'notes', version: 1, empty: NONE, read: readNotes })

function readNotes(json: unknown): readonly Note[] | null {
  if (!Array.isArray(json)) return null
  const notes = new Map<string, Note>()
  for (const entry of json as unknown[]) {
    const note = readNote(entry)
    if (typeof note === 'string') continue
    const { id } = entry as { id?: unknown }
    if (isNoteId(id)) notes.set(id, { id, ...note })
  }
  // All of them: what is kept is not cut here, there is a limit to writing and importing.
  return inOrder([...notes.values()])
}

export const isNoteId = (json: unknown): json is string =>
  typeof json === 'string' && /^[\w-]{1,64}$/.test(json)

/** A note that is being written. `id` null: a new one. Times in seconds of the recording, NaN where none can be read. */
export type Draft = {
  readonly id: string | null
  readonly time: number
  readonly end: number | null
  readonly text: string
}

/** What somebody has begun to write on a session stays until it is saved or given up, also after a reload. */
export const draftStore = createOwnStore<Draft | null>({
  name: 'note-draft',
  version: 1,
  empty: null,
  read: readDraft,
})

function readDraft(json: unknown): Draft | null {
  if (typeof json !== 'object' || json === null) return null
  const { id, time, end, text } = json as Record<string, unknown>
  if (typeof text !== 'string') return null
  // JSON has no NaN: a time that could not be read is null there.
  const number = (value: unknown) => (typeof value === 'number' ? value : NaN)
  return {
    id: isNoteId(id) ? id : null,
    time: number(time),
    end: end === null ? null : number(end),
    text,
  }
}

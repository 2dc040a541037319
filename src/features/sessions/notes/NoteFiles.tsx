import Files from 'lucide-react/icons/files'
import { lazy, Suspense, useRef, useState } from 'react'
import type { ChangeEvent } from 'react'
import type { Note } from '../../../domain/note.ts'
import type { Session } from '../../../domain/session.ts'
import type { Owner } from '../../../lib/ownStore.ts'
import { saveFile } from '../../../lib/saveFile.ts'
import { noteFileText as text } from '../../../messages/notes.ts'
import { ActionMenu } from '../../../ui/ActionMenu.tsx'
import { videoFileName } from '../videoFileName.ts'
import { writeNotesCsv } from './noteCsv.ts'
import { writeNotesJson } from './noteJson.ts'
import { writeNotesVtt } from './noteVtt.ts'

const ImportDialog = lazy(() =>
  import('./ImportDialog.tsx').then(({ ImportDialog }) => ({ default: ImportDialog })),
)

/** The notes of a session to a file, in three forms, and from one. */
export function NoteFiles({
  session,
  owner,
  notes,
  duration,
}: {
  session: Session
  owner: Owner
  notes: readonly Note[]
  /** Of the recording (s); 0 while it is not known. */
  duration: number
}) {
  const field = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0] ?? null
    // The same file may be chosen again, once it has been corrected.
    event.target.value = ''
    setFile(chosen)
  }
  const disabledReason = notes.length === 0 ? text.nothingToExport : null
  const save = (extension: string, content: Blob) =>
    saveFile(content, videoFileName(session).replace(/mp4$/, `notes.${extension}`))
  return (
    <>
      <ActionMenu
        label={text.menu}
        icon={<Files />}
        entries={() => [
          {
            kind: 'action',
            label: text.exportJson,
            note: text.jsonNote,
            disabledReason,
            onSelect: () => save('json', textFile(writeNotesJson(notes, session.id), 'application/json')),
          },
          {
            kind: 'action',
            label: text.exportCsv,
            note: text.csvNote,
            disabledReason,
            onSelect: () => save('csv', writeNotesCsv(notes)),
          },
          {
            kind: 'action',
            label: text.exportVtt,
            note: text.vttNote,
            disabledReason,
            onSelect: () => save('vtt', textFile(writeNotesVtt(notes), 'text/vtt')),
          },
          { kind: 'divider', key: 'import' },
          {
            kind: 'action',
            label: text.importNotes,
            note: text.importNote,
            onSelect: () => field.current?.click(),
          },
        ]}
      />
      <input
        ref={field}
        type="file"
        hidden
        accept=".json,.csv,.vtt,application/json,text/csv,text/vtt"
        aria-label={text.importNotes}
        onChange={take}
      />
      {file ? (
        <Suspense fallback={null}>
          <ImportDialog
            file={file}
            session={session}
            owner={owner}
            duration={duration}
            onClose={() => setFile(null)}
          />
        </Suspense>
      ) : null}
    </>
  )
}

const textFile = (content: string, type: string) => new Blob([content], { type: `${type};charset=utf-8` })

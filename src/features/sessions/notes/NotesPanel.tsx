import NotebookPen from 'lucide-react/icons/notebook-pen'
import { useEffect, useMemo, useRef, useState } from 'react'
import { cleanNoteText, firstLine, MOST_NOTES, withNote, withoutNote } from '../../../domain/note.ts'
import type { Session } from '../../../domain/session.ts'
import { useOwn } from '../../../lib/ownStore.ts'
import { notesText as text } from '../../../messages/notes.ts'
import { usePlayback } from '../../../player/usePlayback.ts'
import { Button } from '../../../ui/Button.tsx'
import { useShortcuts } from '../../../ui/shortcuts.ts'
import type { FilmRoom } from '../filmRoom.ts'
import { useSessionOwner } from '../filmRoom.ts'
import { leaveFullScreen } from '../leaveFullScreen.ts'
import { newId } from '../newId.ts'
import { pictureMoment } from '../pictureMoment.ts'
import { isNowhereElse, UndoLine, useUndo } from '../UndoLine.tsx'
import { useCurrentMarks } from '../useCurrentMarks.ts'
import { isWorthKeeping } from './noteDraft.ts'
import { NoteFiles } from './NoteFiles.tsx'
import { NoteForm } from './NoteForm.tsx'
import { NoteRow } from './NoteRow.tsx'
import type { NoteActions } from './NoteRow.tsx'
import styles from './NotesPanel.module.css'
import { draftStore, noteStore } from './noteStore.ts'
import type { Draft } from './noteStore.ts'

/** Somebody's own notes on a session, each at a moment or over a range of its film; kept on this device. */
export function NotesPanel({ session, film }: { session: Session; film: FilmRoom }) {
  const owner = useSessionOwner(session)
  const { playback, scale } = film
  const { value: notes, kept } = useOwn(noteStore, owner)
  const { value: draft } = useOwn(draftStore, owner)
  const [isOpenedHere, setOpenedHere] = useState(0)
  const duration = usePlayback(playback, ({ duration }) => duration)
  const undo = useUndo()
  const list = useCurrentMarks<HTMLUListElement>(playback, notes)

  const panel = useRef<HTMLElement>(null)
  const writeButton = useRef<HTMLButtonElement>(null)
  const [focusOn, setFocusOn] = useState<{ note: string | null } | null>(null)
  // The button that was pressed is gone with what it did.
  useEffect(() => {
    if (!focusOn || !isNowhereElse()) return
    const note = panel.current?.querySelector<HTMLElement>(`[data-mark="${focusOn.note}"] button`)
    ;(note ?? writeButton.current)?.focus()
  }, [focusOn])

  const setDraft = (next: Draft | null) => void draftStore.change(owner, () => next)
  const busy = draft !== null && isWorthKeeping(draft, notes)
  const full = notes.length >= MOST_NOTES

  const write = useMemo(
    () => () => {
      leaveFullScreen()
      setOpenedHere((count) => count + 1)
      // What is being written already gets the focus and stays.
      if (draftStore.get(owner).value) return
      playback.pause()
      draftStore.change(owner, () => ({ id: null, time: pictureMoment(playback), end: null, text: '' }))
    },
    [owner, playback],
  )
  useShortcuts(
    useMemo(
      () => ({
        title: text.shortcutGroup,
        shortcuts: [{ keys: ['w'], label: text.writeKey, run: () => (full ? false : write()) }],
      }),
      [write, full],
    ),
  )

  const { did } = undo
  const actions = useMemo(
    (): NoteActions => ({
      goTo: ({ time }) => playback.seek(time),
      loop: ({ time, end }) => {
        playback.setLoop({ start: time, end })
        playback.seek(time)
        playback.play()
      },
      edit: ({ id, time, end, text }) => {
        draftStore.change(owner, () => ({ id, time, end, text }))
        setOpenedHere((count) => count + 1)
      },
      remove: (note) => {
        noteStore.change(owner, (present) => withoutNote(present, note.id))
        did(text.deleted(firstLine(note)), () => {
          noteStore.change(owner, (present) => withNote(present, note))
          setFocusOn({ note: note.id })
        })
      },
    }),
    [owner, playback, did],
  )
  const save = ({ id, time, end, text }: Draft) => {
    const note = { id: id ?? newId(), time, end, text: cleanNoteText(text) }
    noteStore.change(owner, (present) => withNote(present, { ...note, writtenAt: new Date().toISOString() }))
    setDraft(null)
    setFocusOn({ note: note.id })
  }
  /** What was begun can be had back, also in the place of what has been begun since. */
  const putAway = (next: Draft | null) => {
    const { value: begun } = draftStore.get(owner)
    setDraft(next)
    if (!begun || !isWorthKeeping(begun, noteStore.get(owner).value)) return
    did(text.notSaved(firstLine({ text: cleanNoteText(begun.text) })), () => {
      putAway(begun)
      setOpenedHere((count) => count + 1)
    })
  }

  const isEdit = draft !== null && notes.some(({ id }) => id === draft.id)
  const form = draft ? (
    <NoteForm
      key={`${draft.id} ${isOpenedHere}`}
      draft={draft}
      film={film}
      focus={isOpenedHere > 0}
      warning={draft.id !== null && !isEdit ? text.goneMeanwhile : null}
      onChange={setDraft}
      onSave={save}
      onCancel={() => {
        putAway(null)
        setFocusOn({ note: draft.id })
      }}
    />
  ) : null
  return (
    <section ref={panel} aria-label={text.title} className={styles.panel}>
      <div className={styles.head}>
        <h2>{text.title}</h2>
        <Button
          ref={writeButton}
          icon={<NotebookPen />}
          disabledReason={draft ? text.writing : full ? text.full(MOST_NOTES) : null}
          onClick={write}
        >
          {text.write}
        </Button>
        <NoteFiles session={session} owner={owner} notes={notes} duration={duration} />
      </div>
      {kept ? <p className={styles.where}>{text.where}</p> : <p className={styles.warning}>{text.notKept}</p>}
      {isEdit ? null : form}
      {notes.length === 0 ? (
        draft ? null : (
          <p className={styles.none}>{text.none}</p>
        )
      ) : (
        <ul ref={list} aria-label={text.list} className={styles.list}>
          {notes.map((note) =>
            isEdit && note.id === draft.id ? (
              <li key={note.id} className={styles.note}>
                {form}
              </li>
            ) : (
              <NoteRow
                key={note.id}
                note={note}
                scale={scale}
                editRefusal={busy ? text.writing : null}
                actions={actions}
              />
            ),
          )}
        </ul>
      )}
      <UndoLine last={undo.last} undo={undo.undo} />
    </section>
  )
}

import Crosshair from 'lucide-react/icons/crosshair'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, SyntheticEvent } from 'react'
import { formatSeconds } from '../../../lib/formatNumber.ts'
import { notesText as text } from '../../../messages/notes.ts'
import { shownTime } from '../../../player/clock.ts'
import { usePlayback } from '../../../player/usePlayback.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import type { FilmRoom } from '../filmRoom.ts'
import { momentAsRead, pictureMoment } from '../pictureMoment.ts'
import { draftProblems, settledDraft } from './noteDraft.ts'
import type { DraftProblems } from './noteDraft.ts'
import styles from './NotesPanel.module.css'
import type { Draft } from './noteStore.ts'
import { TimeField } from './TimeField.tsx'

/** A note being written, a new one or one that is there. Every key is kept: leaving the page loses nothing. */
export function NoteForm({
  draft,
  film: { playback, scale },
  focus,
  warning,
  onChange,
  onSave,
  onCancel,
}: {
  draft: Draft
  film: FilmRoom
  /** Whether somebody has just opened it here. */
  focus: boolean
  warning: string | null
  onChange: (draft: Draft) => void
  onSave: (draft: Draft) => void
  onCancel: () => void
}) {
  const id = useId()
  const words = useRef<HTMLTextAreaElement>(null)
  const [problems, setProblems] = useState<DraftProblems>({})
  const loop = usePlayback(playback, ({ loop }) => loop)
  useEffect(() => {
    if (focus) words.current?.focus()
  }, [focus])

  const set = (change: Partial<Draft>) => {
    setProblems({})
    onChange({ ...draft, ...change })
  }
  // What is read off the screen is rounded to a millisecond of the time that is shown.
  const asRead = (time: number) => momentAsRead(playback, time, 1e-3 * scale.captureFactor)
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    const { duration } = playback
    const settled = settledDraft(draft, duration, 0.51e-3 * scale.captureFactor)
    const found = draftProblems(settled, duration)
    setProblems(found)
    if (Object.keys(found).length === 0) onSave(settled)
    else if (found.text !== undefined) words.current?.focus()
  }
  const hearKeys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
  }
  const shown = (time: number) => formatSeconds(shownTime(scale, time))
  const { start, end } = loop
  const offersLoop = start !== null && end !== null && (draft.time !== start || draft.end !== end)
  return (
    <form
      className={styles.form}
      aria-label={draft.id === null ? text.newNote : text.editNote}
      onSubmit={save}
      onKeyDown={hearKeys}
      noValidate
    >
      <label htmlFor={id} className={styles.label}>
        {text.text}
      </label>
      <textarea
        ref={words}
        id={id}
        className={styles.words}
        dir="auto"
        rows={3}
        value={draft.text}
        aria-invalid={problems.text !== undefined || undefined}
        aria-describedby={`${id}-said`}
        onChange={(event) => set({ text: event.target.value })}
      />
      <p id={`${id}-said`} className={problems.text === undefined ? styles.hint : styles.error}>
        {problems.text ?? text.saveKey}
      </p>
      <div className={styles.times}>
        <TimeField
          label={text.from}
          value={draft.time}
          scale={scale}
          error={problems.time ?? null}
          end={
            <IconButton
              label={text.takeFrom}
              icon={<Crosshair />}
              className={styles.take}
              onClick={() => set({ time: pictureMoment(playback) })}
            />
          }
          asRead={asRead}
          onChange={(time) => set({ time: time ?? NaN })}
        />
        <TimeField
          label={text.to}
          value={draft.end}
          scale={scale}
          hint={text.toHint}
          error={problems.end ?? null}
          end={
            <IconButton
              label={text.takeTo}
              icon={<Crosshair />}
              className={styles.take}
              onClick={() => set({ end: pictureMoment(playback) })}
            />
          }
          asRead={asRead}
          onChange={(end) => set({ end })}
        />
      </div>
      {warning === null ? null : <p className={styles.warning}>{warning}</p>}
      <div className={styles.buttons}>
        {offersLoop ? (
          <Button onClick={() => set({ time: start, end })}>
            {text.useLoop(text.range(shown(start), shown(end)))}
          </Button>
        ) : null}
        <Button onClick={onCancel}>{text.cancel}</Button>
        <Button type="submit" variant="primary">
          {text.save}
        </Button>
      </div>
    </form>
  )
}

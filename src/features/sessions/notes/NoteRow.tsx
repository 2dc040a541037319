import Pencil from 'lucide-react/icons/pencil'
import Repeat from 'lucide-react/icons/repeat'
import Trash from 'lucide-react/icons/trash-2'
import { memo, useState } from 'react'
import type { Note } from '../../../domain/note.ts'
import { formatSeconds } from '../../../lib/formatNumber.ts'
import { notesText as text } from '../../../messages/notes.ts'
import { shownTime } from '../../../player/clock.ts'
import type { TimeScale } from '../../../player/clock.ts'
import { IconButton } from '../../../ui/Button.tsx'
import styles from './NotesPanel.module.css'

export type NoteActions = {
  goTo: (note: Note) => void
  loop: (note: Note) => void
  edit: (note: Note) => void
  remove: (note: Note) => void
}

/** When a note is of, as the clock is read: `1.533 s`, or `1.200 to 1.533 s`. */
export function whenOf({ time, end }: Pick<Note, 'time' | 'end'>, scale: TimeScale): string {
  const from = formatSeconds(shownTime(scale, time))
  return end === null ? text.moment(from) : text.range(from, formatSeconds(shownTime(scale, end)))
}

/** One note. Drawn anew only when it, or how the clock is read, has changed. */
export const NoteRow = memo(function NoteRow({
  note,
  scale,
  editRefusal,
  actions,
}: {
  note: Note
  scale: TimeScale
  editRefusal: string | null
  actions: NoteActions
}) {
  const when = whenOf(note, scale)
  return (
    <li data-mark={note.id} className={styles.note}>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.when}
          aria-label={text.goTo(when)}
          onClick={() => actions.goTo(note)}
        >
          {when}
        </button>
        <div className={styles.actions}>
          {note.end === null ? null : (
            <IconButton label={text.loop(when)} icon={<Repeat />} onClick={() => actions.loop(note)} />
          )}
          <IconButton
            label={text.edit(when)}
            icon={<Pencil />}
            disabledReason={editRefusal}
            onClick={() => actions.edit(note)}
          />
          <IconButton label={text.remove(when)} icon={<Trash />} onClick={() => actions.remove(note)} />
        </div>
      </div>
      <NoteText text={note.text} />
    </li>
  )
})

/** About as much as six lines hold. */
const SHORT = 360

function NoteText({ text: words }: { text: string }) {
  const isLong = words.length > SHORT || words.split('\n', 7).length > 6
  const [whole, setWhole] = useState(false)
  return (
    <>
      <p dir="auto" className={styles.text} data-short={(isLong && !whole) || undefined}>
        {words}
      </p>
      {isLong ? (
        <button
          type="button"
          className={styles.more}
          aria-expanded={whole}
          onClick={() => setWhole((before) => !before)}
        >
          {whole ? text.less : text.more}
        </button>
      ) : null}
    </>
  )
}

import { useEffect, useMemo, useState } from 'react'
import { firstLine, MOST_NOTES } from '../../../domain/note.ts'
import type { Session } from '../../../domain/session.ts'
import { useOwn } from '../../../lib/ownStore.ts'
import type { Owner } from '../../../lib/ownStore.ts'
import { commonText } from '../../../messages/common.ts'
import { noteFileText as text } from '../../../messages/notes.ts'
import { PLAIN_TIME } from '../../../player/clock.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useNotices } from '../../../ui/Notices.tsx'
import type { NoteFile, NoteFileProblem, Unreadable } from './filedNotes.ts'
import styles from './ImportDialog.module.css'
import { countBeyondEnd, planImport, readNoteFile, withNotes } from './noteFile.ts'
import { whenOf } from './NoteRow.tsx'
import { noteStore } from './noteStore.ts'

/** So many places that could not be read are named. */
const NAMED = 8

/** Shows what an import would add before it does, and what it leaves out. */
export function ImportDialog({
  file,
  session,
  owner,
  duration,
  onClose,
}: {
  file: File
  session: Session
  owner: Owner
  /** Of the recording (s); 0 while it is not known. */
  duration: number
  onClose: () => void
}) {
  const { say } = useNotices()
  const { value: present } = useOwn(noteStore, owner)
  const [read, setRead] = useState<NoteFile | NoteFileProblem | null>(null)
  useEffect(() => {
    let isWanted = true
    void readNoteFile(file).then((found) => {
      if (isWanted) setRead(found)
    })
    return () => {
      isWanted = false
    }
  }, [file])
  const filed = typeof read === 'string' ? null : read
  const plan = useMemo(() => filed && planImport(present, filed.notes), [present, filed])
  const count = plan?.fresh.length ?? 0
  const outside = plan ? countBeyondEnd(plan.fresh, duration) : 0

  const add = () => {
    if (!filed) return
    // Another tab may have written notes since they were looked at.
    noteStore.change(owner, (now) => withNotes(now, planImport(now, filed.notes).fresh))
    onClose()
    say(text.added(count))
  }
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{filed ? commonText.cancel : commonText.close}</Button>
          {filed ? (
            <Button
              variant="primary"
              disabledReason={count === 0 ? text.counts(0, plan?.same ?? 0) : null}
              onClick={add}
            >
              {text.add(count)}
            </Button>
          ) : null}
        </>
      }
    >
      <p className={styles.file}>
        <bdi>{file.name}</bdi>
      </p>
      {read === null ? <p role="status">{commonText.loading}</p> : null}
      {typeof read === 'string' ? (
        <p role="alert" className={styles.problem}>
          {text.notImported(text.problem[read])}
        </p>
      ) : null}
      {filed && plan ? (
        <>
          <p role="status">{text.counts(count, plan.same)}</p>
          {filed.session !== null && filed.session !== session.id ? (
            <p className={styles.warning}>{text.otherSession}</p>
          ) : null}
          {outside > 0 ? <p className={styles.warning}>{text.beyondEnd(outside)}</p> : null}
          {plan.beyond > 0 ? <p className={styles.warning}>{text.beyond(plan.beyond, MOST_NOTES)}</p> : null}
          <UnreadablePlaces unreadable={filed.unreadable} />
          {count > 0 ? (
            <ul className={styles.preview} aria-label={text.preview} tabIndex={0}>
              {plan.fresh.map((note) => (
                <li key={note.id}>
                  <span className={styles.when}>{whenOf(note, PLAIN_TIME)}</span> <bdi>{firstLine(note)}</bdi>
                </li>
              ))}
            </ul>
          ) : null}
        </>
      ) : null}
    </Dialog>
  )
}

function UnreadablePlaces({ unreadable }: { unreadable: readonly Unreadable[] }) {
  if (unreadable.length === 0) return null
  return (
    <div className={styles.warning}>
      <p>{text.unreadableTitle(unreadable.length)}</p>
      <ul className={styles.places}>
        {unreadable.slice(0, NAMED).map(({ place, number, reason }) => (
          <li key={number}>
            {text.place[place](number)}: {text.reason[reason]}
          </li>
        ))}
        {unreadable.length > NAMED ? <li>{text.unreadableMore(unreadable.length - NAMED)}</li> : null}
      </ul>
    </div>
  )
}

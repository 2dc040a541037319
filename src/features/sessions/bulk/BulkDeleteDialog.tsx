import { memo, useId, useMemo, useState } from 'react'
import type { SyntheticEvent } from 'react'
import { canDelete } from '../../../domain/permissions.ts'
import { isBeingProcessed } from '../../../domain/session.ts'
import type { Session } from '../../../domain/session.ts'
import { commonText } from '../../../messages/common.ts'
import { ownWorkText } from '../../../messages/notes.ts'
import { bulkDeleteText as text, selectionText } from '../../../messages/selection.ts'
import { useCaller } from '../../../queries/useCaller.ts'
import { useServices, useSource } from '../../../services.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { countOwnWork } from '../ownWork.ts'
import { SessionFactsLine } from '../SessionFactsLine.tsx'
import styles from './bulk.module.css'
import { LeftOut } from './LeftOut.tsx'
import { permitted } from './permitted.ts'

/** Names every session that would go, and asks for their number: nobody types that by accident. */
export function BulkDeleteDialog({
  selected,
  onExport,
  onDelete,
  onClose,
}: {
  selected: readonly Session[]
  onExport: () => void
  onDelete: (sessions: Session[]) => void
  onClose: () => void
}) {
  const source = useSource()
  const caller = useCaller(source)
  const { auth } = useServices()
  const { sessions, refusals } = useMemo(
    () => permitted(canDelete, caller, source, selected),
    [caller, source, selected],
  )
  const ownWork = useMemo(() => {
    const ids = sessions.map(({ id }) => id)
    const { notes, events } = countOwnWork(auth, source, ids)
    return ownWorkText.counts(notes, events)
  }, [auth, source, sessions])
  const whatId = useId()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const count = sessions.length
  const processed = sessions.filter(isBeingProcessed).length

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (count === 0) return
    if (typed.trim() === String(count)) onDelete(sessions)
    else setWrong(true)
  }

  return (
    <Dialog
      alert
      wide
      describedBy={whatId}
      title={text.title(count)}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onExport}>{text.exportFirst}</Button>
          <Button onClick={onClose}>{commonText.cancel}</Button>
          <Button
            type="submit"
            variant="danger"
            disabledReason={count === 0 ? selectionText.nothingLeft : null}
          >
            {text.confirm(count)}
          </Button>
        </>
      }
    >
      <p id={whatId}>
        {text.what} {ownWork === '' ? null : ownWorkText.goes(ownWork)}
      </p>
      {processed > 0 ? <p className={styles.warning}>{text.processing(processed)}</p> : null}
      <LeftOut refusals={refusals} />
      {count > 0 ? (
        <>
          <SessionList sessions={sessions} />
          <TextField
            label={text.type(count)}
            autoFocus
            autoComplete="off"
            inputMode="numeric"
            value={typed}
            error={wrong ? text.wrong(count) : null}
            onChange={(event) => {
              setTyped(event.target.value)
              setWrong(false)
            }}
          />
        </>
      ) : (
        <p>{selectionText.nothingLeft}</p>
      )}
    </Dialog>
  )
}

/** Not drawn again for each key of the number: there may be 2,000. */
const SessionList = memo(function SessionList({ sessions }: { sessions: readonly Session[] }) {
  return (
    <ul className={styles.list} aria-label={text.list} tabIndex={0}>
      {sessions.map((session) => (
        <li key={session.id}>
          <bdi className={styles.name}>{session.title || commonText.untitled}</bdi>
          <span className={styles.facts}>
            <SessionFactsLine session={session} />
          </span>
        </li>
      ))}
    </ul>
  )
})

import Search from 'lucide-react/icons/search'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useParams } from 'react-router'
import type { Session } from '../../../domain/session.ts'
import { commonText } from '../../../messages/common.ts'
import { compareDialogText as text } from '../../../messages/compareDialog.ts'
import { findSource, useServices } from '../../../services.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { SelectField, TextField } from '../../../ui/fields.tsx'
import { useTypedField } from '../useTypedField.ts'
import { CandidateList } from './CandidateList.tsx'
import styles from './CompareDialog.module.css'
import { candidatesFor } from './candidates.ts'

const LONGEST_TITLE = 200

/**
 * Choosing the session that `session` is compared with: those of the same athlete and activity, or any other by its
 * title. Each is a link to the comparison, which gets `search` as its search part.
 */
export function CompareDialog({
  session,
  without,
  search,
  onClose,
}: {
  session: Session
  /** Left out: those that are on the screen. */
  without: readonly Pick<Session, 'source' | 'id'>[]
  search: string
  onClose: () => void
}) {
  const services = useServices()
  const { sources } = services
  const params = useParams()
  const [sourceId, setSourceId] = useState(session.source)
  const [title, setTitle] = useState('')
  const { field, send, sendWhenResting } = useTypedField(title, setTitle, (typed) => typed.trim())
  const source = findSource(services, sourceId) ?? findSource(services, params.source)
  if (!source) return null
  const canSearch = source.filters.has('title')
  const candidates = candidatesFor(source, session, canSearch ? title : '')
  return (
    <Dialog
      title={text.title}
      wide
      onClose={onClose}
      actions={<Button onClick={onClose}>{commonText.cancel}</Button>}
    >
      <div className={styles.choice} onKeyDown={moveByArrows}>
        <form
          className={styles.search}
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          {canSearch ? (
            <TextField
              ref={field}
              label={text.search}
              type="search"
              placeholder={text.searchPlaceholder}
              maxLength={LONGEST_TITLE}
              autoComplete="off"
              autoFocus
              defaultValue={title}
              start={<Search aria-hidden />}
              onChange={sendWhenResting}
            />
          ) : (
            <p className={styles.note}>{text.noSearch}</p>
          )}
          {sources.length > 1 ? (
            <SelectField
              label={text.source}
              options={sources.map(({ id, label }) => ({ value: id, label }))}
              value={source.id}
              onChange={(event) => setSourceId(event.currentTarget.value)}
            />
          ) : null}
        </form>
        <CandidateList
          key={JSON.stringify([source.id, candidates.query])}
          source={source}
          session={session}
          candidates={candidates}
          without={without}
          search={search}
          onPicked={onClose}
        />
      </div>
    </Dialog>
  )
}

/** The arrows go from the field to the rows and from row to row, as in a list of choices. */
function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type="search"], a')]
  const at = stops.findIndex((stop) => stop === event.target)
  const to = stops[at + step]
  if (step === 0 || at < 0 || !to) return
  event.preventDefault()
  to.focus()
}

import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useBeforeUnload, useBlocker } from 'react-router'
import { ConflictError, toAppError } from '../../domain/errors.ts'
import { dayOf, joinRecordedAt, timeOf } from '../../domain/recordedAt.ts'
import { LONGEST_TITLE } from '../../domain/retitle.ts'
import type { Session, SessionPatch } from '../../domain/session.ts'
import { useSingleFlight } from '../../lib/useSingleFlight.ts'
import { commonText } from '../../messages/common.ts'
import { editText } from '../../messages/sessions.ts'
import { replaceSession } from '../../queries/sessions.ts'
import { updateSessionMutation } from '../../queries/sessionMutations.ts'
import { useServices, useSource } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { describeError } from '../../ui/ErrorPanel.tsx'
import { TextField } from '../../ui/fields.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ConflictPanel } from './ConflictPanel.tsx'
import styles from './EditSessionForm.module.css'
import { SessionFactsLine } from './SessionFactsLine.tsx'

type Values = { title: string; day: string; time: string }

/** A title that was longer before may stay as it is. */
const titleProblem = (before: Session, typed: string): string | true => {
  const title = typed.trim()
  if (title === '') return editText.titleMissing
  return (
    title.length <= LONGEST_TITLE || title === before.title.trim() || editText.titleTooLong(LONGEST_TITLE)
  )
}
const dayProblem = (day: string) => joinRecordedAt(day, '00:00') !== null || editText.dayWrong
const timeProblem = (time: string) => joinRecordedAt('2000-01-01', time) !== null || editText.timeWrong

const valuesOf = ({ title, recordedAt }: Session): Values => ({
  title,
  day: recordedAt ? dayOf(recordedAt) : '',
  time: recordedAt ? timeOf(recordedAt) : '',
})

/** Only what was changed is written, so that nothing else can be overwritten. */
function patchOf(before: Session, values: Values): SessionPatch {
  const title = values.title.trim()
  const recordedAt = joinRecordedAt(values.day, values.time)
  return {
    ...(title === before.title.trim() ? {} : { title }),
    ...(recordedAt === null || recordedAt === before.recordedAt ? {} : { recordedAt }),
  }
}

export function EditSessionForm({ session, onLeave }: { session: Session; onLeave: () => void }) {
  const source = useSource()
  const { auth, queryClient } = useServices()
  const { say } = useNotices()
  // What the person saw when they began; a read behind must not slip in somebody else's change unseen.
  const [before, setBefore] = useState(session)
  const mutation = useMutation(updateSessionMutation(queryClient, source))
  const form = useForm({ defaultValues: valuesOf(before) })
  const { errors, isDirty } = form.formState

  const done = useRef(false)
  // Whoever signs out, in whichever tab, is not asked; nor is whoever signs in after them.
  const [account] = useState(() => auth.current()?.id)
  const blocker = useBlocker(() => isDirty && !done.current && auth.current()?.id === account)
  useBeforeUnload((event) => {
    if (isDirty && !done.current) event.preventDefault()
  })
  const leave = () => {
    done.current = true
    onLeave()
  }

  const save = useSingleFlight(async (values: Values) => {
    const patch = patchOf(before, values)
    if (Object.keys(patch).length === 0) {
      say(editText.nothingChanged)
      return leave()
    }
    const saved = await mutation.mutateAsync({ before, patch }).catch(() => null)
    if (!saved) return
    say(editText.saved(saved.title))
    leave()
  })

  const error = mutation.error && toAppError(mutation.error)
  const conflict = error instanceof ConflictError ? error.latest : null
  const goOnFrom = (latest: Session, takeTheirs: boolean) => {
    replaceSession(queryClient, latest)
    setBefore(latest)
    form.reset(valuesOf(latest), { keepValues: !takeTheirs })
    mutation.reset()
  }

  if (blocker.state === 'blocked') {
    return (
      <Dialog
        alert
        title={editText.leaveTitle}
        onClose={blocker.reset}
        actions={
          <>
            <Button onClick={blocker.reset} autoFocus>
              {editText.stay}
            </Button>
            <Button variant="danger" onClick={blocker.proceed}>
              {editText.leaveAnyway}
            </Button>
          </>
        }
      >
        <p>{editText.leave}</p>
      </Dialog>
    )
  }

  return (
    <Dialog
      title={editText.title}
      onClose={onLeave}
      onSubmit={(event) => void form.handleSubmit(save)(event)}
      actions={
        <>
          <Button onClick={onLeave}>{commonText.cancel}</Button>
          <Button type="submit" variant="primary" busy={mutation.isPending}>
            {mutation.isPending ? editText.saving : editText.save}
          </Button>
        </>
      }
    >
      <p className={styles.facts}>
        <SessionFactsLine session={before} />
      </p>
      <TextField
        label={editText.titleField}
        autoFocus
        autoComplete="off"
        error={errors.title?.message}
        {...form.register('title', { validate: (typed) => titleProblem(before, typed) })}
      />
      <div className={styles.recorded}>
        <TextField
          label={editText.day}
          type="date"
          error={errors.day?.message}
          {...form.register('day', { validate: dayProblem })}
        />
        <TextField
          label={editText.time}
          type="time"
          error={errors.time?.message}
          {...form.register('time', { validate: timeProblem })}
        />
        <p className={styles.hint}>{editText.zoneHint}</p>
      </div>
      {conflict ? (
        <ConflictPanel
          latest={conflict}
          onLoadLatest={() => goOnFrom(conflict, true)}
          onKeepMine={() => goOnFrom(conflict, false)}
        />
      ) : error ? (
        <p role="alert" className={styles.problem}>
          {(error.outcomeUnknown ? editText.notKnown : editText.notSaved)(describeError(error))}
        </p>
      ) : null}
    </Dialog>
  )
}

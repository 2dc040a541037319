import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { SyntheticEvent } from 'react'
import { toAppError } from '../../../domain/errors.ts'
import { CommentsConflictError, rebaseComments } from '../../../domain/reportComments.ts'
import type { ReportComment, Session } from '../../../domain/session.ts'
import { useSingleFlight } from '../../../lib/useSingleFlight.ts'
import { commentsText as text } from '../../../messages/comments.ts'
import { commonText } from '../../../messages/common.ts'
import { saveCommentsMutation, showComments } from '../../../queries/commentMutations.ts'
import { useServices, useSource } from '../../../services.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { describeError } from '../../../ui/ErrorPanel.tsx'
import { useNotices } from '../../../ui/Notices.tsx'
import { SessionFactsLine } from '../SessionFactsLine.tsx'
import { AddComment } from './AddComment.tsx'
import { AlertQuestion } from './AlertQuestion.tsx'
import { byLanguage, commentsOf, draftOf, isChanged, isEmpty, newDraft } from './commentDraft.ts'
import { CommentFields } from './CommentFields.tsx'
import { CommentsConflict, MineBefore } from './CommentsConflict.tsx'
import styles from './CommentsForm.module.css'
import { DeleteComments } from './DeleteComments.tsx'
import { Problem } from './Problem.tsx'
import { useLeaveGuard } from './useLeaveGuard.ts'

/** The form over all comments of a session, which are saved as one. `comments` are what it begins with. */
export function CommentsForm({
  session,
  comments,
  onClose,
}: {
  session: Session
  comments: ReportComment[]
  onClose: () => void
}) {
  const source = useSource()
  const { queryClient } = useServices()
  const { say } = useNotices()
  const [before, setBefore] = useState(comments)
  const [draft, setDraft] = useState(() => draftOf(comments))
  const [mineBefore, setMineBefore] = useState<ReportComment[] | null>(null)
  const [added, setAdded] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [isDeleting, setIsDeleting] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const adding = useRef<HTMLDivElement>(null)
  const [focusOn, setFocusOn] = useState<{ comment: number } | null>(null)
  // The button that was pressed is gone with what it changed.
  useEffect(() => {
    if (!focusOn) return
    const comment = list.current?.children[focusOn.comment]
    const next = comment?.querySelector('textarea') ?? adding.current?.querySelector('select')
    next?.focus()
  }, [focusOn])
  const mutation = useMutation(saveCommentsMutation(queryClient, source))
  const saving = mutation.isPending
  const guard = useLeaveGuard(isChanged(before, draft), onClose)

  const save = useSingleFlight(async () => {
    setTried(true)
    const empty = draft.find(isEmpty)
    if (empty)
      return list.current
        ?.querySelector<HTMLElement>(`[data-key="${CSS.escape(empty.key)}"] textarea`)
        ?.focus()
    const wanted = commentsOf(draft)
    if (!isChanged(before, draft)) {
      say(text.nothingChanged)
      return onClose()
    }
    const variables = { before: { id: session.id, comments: before }, comments: wanted }
    const saved = await mutation.mutateAsync(variables).catch(() => null)
    if (!saved) return
    say(text.saved)
    onClose()
  })

  const error = mutation.error && toAppError(mutation.error)
  const conflict = error instanceof CommentsConflictError ? error.latest : null
  const goOnFrom = (latest: ReportComment[], keepMine: boolean) => {
    const mine = commentsOf(draft)
    showComments(queryClient, source, session.id, latest)
    setBefore(latest)
    setDraft(draftOf(keepMine ? rebaseComments(before, mine, latest) : latest))
    setMineBefore(keepMine ? null : mine)
    setTried(false)
    setFocusOn({ comment: 0 })
    mutation.reset()
  }
  // While a save is under way nothing is left: whether it comes to anything has to be said here.
  const close = () => {
    if (!saving) guard.close()
  }

  if (guard.asking) {
    return (
      <AlertQuestion
        title={text.leaveTitle}
        stay={text.stay}
        leave={text.leaveAnyway}
        busy={saving}
        onStay={guard.stay}
        onLeave={guard.leave}
      >
        <p>{text.leave}</p>
      </AlertQuestion>
    )
  }
  if (isDeleting) {
    return (
      <DeleteComments
        before={{ id: session.id, comments: before }}
        onStay={() => setIsDeleting(false)}
        onConflict={(latest) => {
          setIsDeleting(false)
          goOnFrom(latest, false)
        }}
        onDeleted={onClose}
      />
    )
  }

  return (
    <Dialog
      wide
      title={text.write}
      onClose={close}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault()
        save()
      }}
      actions={
        <>
          {before.length > 0 ? (
            <Button
              variant="danger"
              className={styles.deleteAll}
              busy={saving}
              onClick={() => setIsDeleting(true)}
            >
              {text.deleteAll}
            </Button>
          ) : null}
          <Button busy={saving} onClick={close}>
            {commonText.cancel}
          </Button>
          <Button type="submit" variant="primary" busy={saving}>
            {saving ? text.saving : text.save}
          </Button>
        </>
      }
    >
      <p className={styles.facts}>
        <SessionFactsLine session={session} />
      </p>
      {draft.length === 0 ? <p>{text.nothingYet}</p> : null}
      <ul ref={list} className={styles.comments}>
        {draft.map((comment, index) => (
          <CommentFields
            key={comment.key}
            comment={comment}
            focused={comment.key === added}
            checked={tried}
            saving={saving}
            onChange={(changed) => setDraft((present) => present.with(index, changed))}
            onByLanguage={() => {
              setDraft((present) => present.with(index, byLanguage(comment, before)))
              setFocusOn({ comment: index })
            }}
            onRemove={() => {
              setDraft((present) => present.filter(({ key }) => key !== comment.key))
              setFocusOn({ comment: index })
            }}
          />
        ))}
      </ul>
      <AddComment
        ref={adding}
        saving={saving}
        taken={draft.map(({ key }) => key)}
        onAdd={(key) => {
          setAdded(key)
          setDraft((present) => [...present, newDraft(key, before)])
        }}
      />
      {mineBefore ? <MineBefore mine={mineBefore} latest={before} /> : null}
      {conflict ? (
        <CommentsConflict
          before={before}
          latest={conflict}
          mine={commentsOf(draft)}
          onLoadLatest={() => goOnFrom(conflict, false)}
          onKeepMine={() => goOnFrom(conflict, true)}
        />
      ) : error ? (
        <Problem key={mutation.submittedAt}>
          <p>{(error.outcomeUnknown ? text.notKnown : text.notSaved)(describeError(error))}</p>
        </Problem>
      ) : null}
    </Dialog>
  )
}

import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { ConflictError, toAppError } from '../../domain/errors.ts'
import { canDelete } from '../../domain/permissions.ts'
import type { Session } from '../../domain/session.ts'
import { versionOf } from '../../domain/sessionVersion.ts'
import { useSingleFlight } from '../../lib/useSingleFlight.ts'
import { commonText, refusalText } from '../../messages/common.ts'
import { deleteText } from '../../messages/deleteSession.ts'
import { ownWorkText } from '../../messages/notes.ts'
import { paths } from '../../paths.ts'
import { deleteSessionMutation, forgetSession } from '../../queries/sessionMutations.ts'
import { replaceSession, sessionQuery } from '../../queries/sessions.ts'
import { useCaller } from '../../queries/useCaller.ts'
import { useServices, useSource } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { describeError, ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ChangesSince } from './ChangesSince.tsx'
import styles from './DeleteSessionDialog.module.css'
import { DownloadVideo } from './DownloadVideo.tsx'
import formStyles from './EditSessionForm.module.css'
import { useHistoryState } from './listPlace.ts'
import { countOwnWork, forgetOwnWork } from './ownWork.ts'
import { requireWriter } from './requireWriter.ts'
import { SessionFactsLine } from './SessionFactsLine.tsx'
import { useIsShown, useLeaveDialog } from './useLeaveDialog.ts'

export const loader = requireWriter

/**
 * The delete dialog as a route. There is no undo, so it says what goes, offers to keep the video, and stops when the
 * session is not any more what it shows.
 */
export function Component() {
  const source = useSource()
  const { auth, queryClient } = useServices()
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const { say } = useNotices()
  const { over, list } = useHistoryState()
  const caller = useCaller(source)
  const leaveDialog = useLeaveDialog(paths.session(source.id, id))
  const isShown = useIsShown()
  const query = useQuery(sessionQuery(queryClient, source, id))
  const mutation = useMutation(deleteSessionMutation(source))

  const leave = () => {
    if (!mutation.isPending) leaveDialog()
  }

  const [isDownloading, setIsDownloading] = useState(false)
  const cancel = useRef<HTMLButtonElement>(null)

  const session = query.data
  const error = mutation.error && toAppError(mutation.error)
  const conflict = error instanceof ConflictError ? error : null
  // Whoever holds the Enter key down must not confirm what they have not read.
  useEffect(() => {
    if (conflict) cancel.current?.focus()
  }, [conflict])
  const { notes, events } = countOwnWork(auth, source, [id])
  const ownWork = ownWorkText.counts(notes, events)
  const verdict = session && caller ? canDelete(caller, source, session) : true

  const remove = useSingleFlight(async () => {
    if (!session) return
    const removed = await mutation.mutateAsync(session).catch((reason: unknown) => {
      // What the dialog shows from now on is what the next try is compared with.
      if (reason instanceof ConflictError) replaceSession(queryClient, reason.latest)
      return null
    })
    if (!removed) return
    // The deleted session's page is left before its record goes, so that nobody sees it turn into "not found".
    if (isShown()) {
      await (over === 'list'
        ? navigate(-1)
        : navigate(paths.sessions(source.id, list?.search), {
            replace: true,
            state: { row: list?.row ?? 0 },
          }))
    }
    forgetSession(queryClient, removed)
    forgetOwnWork(auth, source, [removed.id])
    say(deleteText.deleted(removed.title || commonText.untitled))
  })

  return (
    <Dialog
      alert
      title={deleteText.title}
      onClose={leave}
      actions={
        <>
          <Button ref={cancel} onClick={leave} autoFocus>
            {commonText.cancel}
          </Button>
          {session ? (
            <Button
              variant="danger"
              busy={mutation.isPending}
              disabledReason={
                verdict === true ? (isDownloading ? deleteText.whileDownloading : null) : refusalText[verdict]
              }
              // The second half of a double click may come when the words have changed under it.
              onClick={({ detail }) => {
                if (detail < 2) remove()
              }}
            >
              {mutation.isPending
                ? deleteText.deleting
                : conflict
                  ? deleteText.deleteAnyway
                  : deleteText.confirm}
            </Button>
          ) : null}
        </>
      }
    >
      {session ? (
        <>
          <p>
            <span className={formStyles.strong}>
              <bdi>{session.title || commonText.untitled}</bdi>
            </span>
            <br />
            <span className={formStyles.facts}>
              <SessionFactsLine session={session} />
            </span>
          </p>
          <p>{deleteText.what(session.analyzedVideoUrl !== null)}</p>
          {ownWork === '' ? null : <p>{ownWorkText.goes(ownWork)}</p>}
          {session.status === 'queued' || session.status === 'processing' ? (
            <p>{deleteText.pending[session.status]}</p>
          ) : null}
          {source.analyzedVideo && session.analyzedVideoUrl !== null ? (
            <div className={styles.download}>
              <p>{deleteText.keepFirst}</p>
              <DownloadVideo session={session} video={source.analyzedVideo} onRunning={setIsDownloading} />
            </div>
          ) : null}
          {verdict === true ? null : <p className={formStyles.hint}>{refusalText[verdict]}</p>}
        </>
      ) : query.error ? (
        <ErrorPanel error={toAppError(query.error)} onTryAgain={() => void query.refetch()} />
      ) : (
        <p role="status">{commonText.loading}</p>
      )}
      {conflict && mutation.variables ? (
        <div role="alert" className={formStyles.problem}>
          <p>{deleteText.changed}</p>
          <ChangesSince
            before={versionOf(mutation.variables)}
            now={versionOf(conflict.latest)}
            names={athleteNames(mutation.variables, conflict.latest)}
          />
        </div>
      ) : error ? (
        <p role="alert" className={formStyles.problem}>
          {(error.outcomeUnknown ? deleteText.notKnown : deleteText.notDeleted)(describeError(error))}
        </p>
      ) : null}
    </Dialog>
  )
}

const athleteNames = (...sessions: Session[]) =>
  Object.fromEntries(sessions.map(({ athlete }) => [athlete.id, athlete.name]))

import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { toAppError } from '../../domain/errors.ts'
import { canDelete } from '../../domain/permissions.ts'
import { useSingleFlight } from '../../lib/useSingleFlight.ts'
import { commonText, refusalText } from '../../messages/common.ts'
import { deleteText } from '../../messages/sessions.ts'
import { paths } from '../../paths.ts'
import { deleteSessionMutation, forgetSession } from '../../queries/sessionMutations.ts'
import { sessionQuery } from '../../queries/sessions.ts'
import { useCaller } from '../../queries/useCaller.ts'
import { useServices, useSource } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { describeError, ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './EditSessionForm.module.css'
import { useHistoryState } from './listPlace.ts'
import { SessionFactsLine } from './SessionFactsLine.tsx'
import { useIsShown, useLeaveDialog } from './useLeaveDialog.ts'

/** The delete dialog as a route. There is no undo, so it says what goes. */
export function Component() {
  const source = useSource()
  const { queryClient } = useServices()
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

  const session = query.data
  const verdict = session && caller ? canDelete(caller, source, session) : true

  const remove = useSingleFlight(async () => {
    if (!session) return
    const removed = await mutation.mutateAsync(session).catch(() => null)
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
    say(deleteText.deleted(removed.title || commonText.untitled))
  })

  return (
    <Dialog
      alert
      title={deleteText.title}
      onClose={leave}
      actions={
        <>
          <Button onClick={leave} autoFocus>
            {commonText.cancel}
          </Button>
          {session ? (
            <Button
              variant="danger"
              busy={mutation.isPending}
              disabledReason={verdict === true ? null : refusalText[verdict]}
              onClick={remove}
            >
              {mutation.isPending ? deleteText.deleting : deleteText.confirm}
            </Button>
          ) : null}
        </>
      }
    >
      {session ? (
        <>
          <p>
            <span className={styles.strong}>
              <bdi>{session.title || commonText.untitled}</bdi>
            </span>
            <br />
            <span className={styles.facts}>
              <SessionFactsLine session={session} />
            </span>
          </p>
          <p>{deleteText.what}</p>
          {session.status === 'queued' || session.status === 'processing' ? (
            <p>{deleteText.processing}</p>
          ) : null}
          {verdict === true ? null : <p className={styles.hint}>{refusalText[verdict]}</p>}
        </>
      ) : query.error ? (
        <ErrorPanel error={toAppError(query.error)} onTryAgain={() => void query.refetch()} />
      ) : (
        <p role="status">{commonText.loading}</p>
      )}
      {mutation.error ? (
        <p role="alert" className={styles.problem}>
          {deleteText.notDeleted(describeError(toAppError(mutation.error)))}
        </p>
      ) : null}
    </Dialog>
  )
}

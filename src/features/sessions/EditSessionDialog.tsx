import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { toAppError } from '../../domain/errors.ts'
import { canEdit } from '../../domain/permissions.ts'
import { commonText, refusalText } from '../../messages/common.ts'
import { editText } from '../../messages/sessions.ts'
import { paths } from '../../paths.ts'
import { sessionQuery } from '../../queries/sessions.ts'
import { useCaller } from '../../queries/useCaller.ts'
import { useServices, useSource } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EditSessionForm } from './EditSessionForm.tsx'
import { requireWriter } from './requireWriter.ts'
import { useLeaveDialog } from './useLeaveDialog.ts'

export const loader = requireWriter

/** The edit dialog as a route: the form once the session is there, and why not otherwise. */
export function Component() {
  const source = useSource()
  const { queryClient } = useServices()
  const { id = '' } = useParams()
  const caller = useCaller(source)
  const leave = useLeaveDialog(paths.session(source.id, id))
  const session = useQuery(sessionQuery(queryClient, source, id))

  const verdict = session.data && caller ? canEdit(caller, source, session.data) : true
  if (session.data && verdict === true) {
    return <EditSessionForm key={id} session={session.data} onLeave={leave} />
  }
  return (
    <Dialog
      title={editText.title}
      onClose={leave}
      actions={<Button onClick={leave}>{commonText.close}</Button>}
    >
      {session.error ? (
        <ErrorPanel error={toAppError(session.error)} onTryAgain={() => void session.refetch()} />
      ) : (
        <p role="status">{verdict === true ? commonText.loading : refusalText[verdict]}</p>
      )}
    </Dialog>
  )
}

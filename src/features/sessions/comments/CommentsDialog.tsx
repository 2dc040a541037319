import { useQuery } from '@tanstack/react-query'
import { toAppError } from '../../../domain/errors.ts'
import type { Session } from '../../../domain/session.ts'
import { commentsText as text } from '../../../messages/comments.ts'
import { commonText } from '../../../messages/common.ts'
import { commentsQuery } from '../../../queries/commentMutations.ts'
import { useServices, useSource } from '../../../services.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import { CommentsForm } from './CommentsForm.tsx'

/** Writes a session's comments, from what they are now: a report can have been on the screen for long. */
export function CommentsDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const source = useSource()
  const { queryClient } = useServices()
  const query = useQuery(commentsQuery(queryClient, source, session.id))
  if (query.data) return <CommentsForm session={session} comments={query.data} onClose={onClose} />
  return (
    <Dialog
      wide
      title={text.write}
      onClose={onClose}
      actions={<Button onClick={onClose}>{commonText.close}</Button>}
    >
      {query.error ? (
        <ErrorPanel
          title={text.readFailed}
          error={toAppError(query.error)}
          onTryAgain={() => void query.refetch()}
        />
      ) : (
        <p role="status">{commonText.loading}</p>
      )}
    </Dialog>
  )
}

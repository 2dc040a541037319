import { useMutation } from '@tanstack/react-query'
import { toAppError } from '../../../domain/errors.ts'
import { CommentsConflictError } from '../../../domain/reportComments.ts'
import type { ReportComment } from '../../../domain/session.ts'
import type { Commented } from '../../../domain/source.ts'
import { useSingleFlight } from '../../../lib/useSingleFlight.ts'
import { commentsText as text } from '../../../messages/comments.ts'
import { commonText } from '../../../messages/common.ts'
import { removeCommentsMutation } from '../../../queries/commentMutations.ts'
import { useServices, useSource } from '../../../services.ts'
import { describeError } from '../../../ui/ErrorPanel.tsx'
import { useNotices } from '../../../ui/Notices.tsx'
import { AlertQuestion } from './AlertQuestion.tsx'
import { Problem } from './Problem.tsx'

/** Asks before all comments go. What somebody else has changed meanwhile is shown instead. */
export function DeleteComments({
  before,
  onStay,
  onConflict,
  onDeleted,
}: {
  before: Commented
  onStay: () => void
  onConflict: (latest: ReportComment[]) => void
  onDeleted: () => void
}) {
  const source = useSource()
  const { queryClient } = useServices()
  const { say, warn } = useNotices()
  const mutation = useMutation(removeCommentsMutation(queryClient, source))
  const error = mutation.error && toAppError(mutation.error)

  const remove = useSingleFlight(async () => {
    try {
      await mutation.mutateAsync(before)
    } catch (reason) {
      if (!(reason instanceof CommentsConflictError)) return
      warn(text.deletionConflict)
      return onConflict(reason.latest)
    }
    say(text.deleted)
    onDeleted()
  })

  return (
    <AlertQuestion
      title={text.deleteTitle}
      stay={commonText.cancel}
      leave={mutation.isPending ? text.deleting : text.deleteConfirm}
      busy={mutation.isPending}
      onStay={() => {
        if (!mutation.isPending) onStay()
      }}
      onLeave={remove}
    >
      <p>{text.deleteWhat(before.comments.length)}</p>
      {error && error.kind !== 'conflict' ? (
        <Problem>
          <p>{(error.outcomeUnknown ? text.deletionNotKnown : text.notDeleted)(describeError(error))}</p>
        </Problem>
      ) : null}
    </AlertQuestion>
  )
}

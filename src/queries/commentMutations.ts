import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { AppError } from '../domain/errors.ts'
import type { ReportComment, Session, SessionId } from '../domain/session.ts'
import type { Commented, ReportComments, SessionSource } from '../domain/source.ts'
import { confirmSession, replaceSession, sessionQuery } from './sessions.ts'

/** The comments as they are now, read for whoever is about to write them; the session's page shows them too. */
export function commentsQuery(queryClient: QueryClient, source: SessionSource, id: SessionId) {
  return queryOptions({
    queryKey: ['sessions', source.id, 'comments', id],
    queryFn: async ({ signal }) => {
      const comments = await writable(source).read(id, signal)
      showComments(queryClient, source, id, comments)
      return comments
    },
    // What was read for an earlier visit of the dialog is no place to begin.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** Saves all comments of a session; the page shows them at once, and the session is read again behind. */
export function saveCommentsMutation(queryClient: QueryClient, source: SessionSource) {
  return mutationOptions({
    mutationKey: ['sessions', source.id, 'comments'],
    mutationFn: ({ before, comments }: { before: Commented; comments: ReportComment[] }) =>
      writable(source).save(before, comments),
    onSuccess: (comments, { before }) => settle(queryClient, source, before.id, comments),
  })
}

/** Deletes all comments of a session. */
export function removeCommentsMutation(queryClient: QueryClient, source: SessionSource) {
  return mutationOptions({
    mutationKey: ['sessions', source.id, 'uncomment'],
    mutationFn: (before: Commented) => writable(source).remove(before),
    onSuccess: (_nothing, before) => settle(queryClient, source, before.id, []),
  })
}

/** Puts comments as they are now into the session's page and into every list that shows it. */
export function showComments(
  queryClient: QueryClient,
  source: SessionSource,
  id: SessionId,
  comments: ReportComment[],
): void {
  const shown = queryClient.getQueryData<Session>(sessionQuery(queryClient, source, id).queryKey)
  if (shown) replaceSession(queryClient, { ...shown, comments })
}

function settle(
  queryClient: QueryClient,
  source: SessionSource,
  id: SessionId,
  comments: ReportComment[],
): void {
  showComments(queryClient, source, id, comments)
  void confirmSession(queryClient, source, id)
}

function writable({ comments }: SessionSource): ReportComments {
  if (!comments) throw new AppError('forbidden-role')
  return comments
}

import { mutationOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { AppError } from '../domain/errors.ts'
import type { Session, SessionPatch } from '../domain/session.ts'
import { versionOf } from '../domain/sessionVersion.ts'
import type { SessionSource } from '../domain/source.ts'
import {
  analysisQuery,
  confirmSession,
  dropSession,
  invalidateLists,
  invalidateListsMovedBy,
  invalidateSession,
  replaceSession,
} from './sessions.ts'

export type Edit = { before: Session; patch: SessionPatch }

/** Saves an edit; page and table show it at once, and what the server made of it is read behind. */
export function updateSessionMutation(queryClient: QueryClient, source: SessionSource) {
  return mutationOptions({
    mutationKey: ['sessions', source.id, 'update'],
    mutationFn: ({ before, patch }: Edit) => {
      if (!source.writer) throw new AppError('forbidden-role')
      return source.writer.update(before, patch)
    },
    onSuccess: (session: Session, { patch }: Edit) => {
      replaceSession(queryClient, session)
      void confirmSession(queryClient, source, session.id)
      void invalidateListsMovedBy(queryClient, source.id, patch)
    },
  })
}

/** Deletes a session unless it was changed since it was read; one that is already gone counts as done. */
export function deleteSessionMutation(source: SessionSource) {
  return mutationOptions({
    mutationKey: ['sessions', source.id, 'delete'],
    mutationFn: async (session: Session) => {
      if (!source.writer) throw new AppError('forbidden-role')
      await source.writer.remove(versionOf(session))
      return session
    },
  })
}

/** What a deletion makes stale; called once the deleted session's own page is left. */
export function forgetSession(queryClient: QueryClient, session: Session): void {
  dropSession(queryClient, session.source, session.id)
  void invalidateLists(queryClient, session.source)
}

/** Makes the analyzed video; the mutation is pending for as long as the job runs. */
export function analyzeVideoMutation(queryClient: QueryClient, source: SessionSource) {
  return mutationOptions({
    mutationKey: ['sessions', source.id, 'analyze'],
    mutationFn: async (session: Session) => {
      if (!source.analyzedVideo) throw new AppError('forbidden-role')
      return source.analyzedVideo.make(session)
    },
    onSuccess: (analyzedVideoUrl: string, session: Session) => {
      replaceSession(queryClient, { ...session, analyzedVideoUrl, status: 'completed' })
      void invalidateSession(queryClient, source.id, session.id)
      void queryClient.invalidateQueries({ queryKey: analysisQuery(source, session).queryKey })
    },
    onError: (_error: Error, session: Session) => invalidateSession(queryClient, source.id, session.id),
  })
}

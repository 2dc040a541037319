import { queryOptions } from '@tanstack/react-query'
import type { Session } from '../domain/session.ts'
import type { Assessments } from '../domain/source.ts'
import { FRESH_MS } from './sessions.ts'

/** The recordings of a session's assessment, as far as they were found. */
export function assessmentQuery(assessments: Assessments, session: Session) {
  const { source, assessment } = session
  return queryOptions({
    queryKey: ['sessions', source, 'assessment', assessment],
    queryFn: ({ signal }) => assessments.recordings(session, signal),
    staleTime: 5 * FRESH_MS,
  })
}

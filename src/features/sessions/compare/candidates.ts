import { isActivity } from '../../../domain/session.ts'
import type { Session } from '../../../domain/session.ts'
import type { SessionQuery, SessionSource } from '../../../domain/source.ts'

/** Which sessions are offered to be compared with one, and why these. */
export type Candidates = {
  readonly query: SessionQuery
  readonly why: 'same' | 'sameAthlete' | 'found' | 'all'
}

const SIZE = 10

/**
 * With a title, every session that has it in its own; without one, those of the same athlete and activity, as far as the
 * session's own source can be asked for them. Another source knows its athletes by other ids.
 */
export function candidatesFor(source: SessionSource, session: Session, title: string): Candidates {
  if (title !== '') return { query: { title, size: SIZE }, why: 'found' }
  const { athlete, activity } = session
  const isOwn = source.id === session.source && source.filters.has('athlete') && athlete.id !== ''
  if (!isOwn) return { query: { size: SIZE }, why: 'all' }
  return source.filters.has('activity') && isActivity(activity)
    ? { query: { athlete: athlete.id, activity, size: SIZE }, why: 'same' }
    : { query: { athlete: athlete.id, size: SIZE }, why: 'sameAthlete' }
}

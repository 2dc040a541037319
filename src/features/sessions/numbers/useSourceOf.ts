import type { Session } from '../../../domain/session.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { findSource, useServices } from '../../../services.ts'

/** The source that a session comes from, which need not be the one that the address names first. */
export function useSourceOf({ source: id }: Pick<Session, 'source'>): SessionSource {
  const source = findSource(useServices(), id)
  if (!source) throw new Error(`no source ${id}`)
  return source
}

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { toAppError } from '../../../domain/errors.ts'
import type { AppError } from '../../../domain/errors.ts'
import type { Session } from '../../../domain/session.ts'
import { canCompare, earlierSessionsQuery } from '../../../queries/baseline.ts'
import type { EarlierSessions } from '../../../queries/baseline.ts'
import { analysisQuery } from '../../../queries/sessions.ts'
import { useSourceOf } from './useSourceOf.ts'

/** How long a page stands before its athlete is looked up: who leafs through sessions asks nothing. */
const LOOK_AFTER_MS = 1_000

/** `none`: there is nothing to compare, or the source cannot be asked. */
export type Earlier =
  | { kind: 'none' }
  | { kind: 'reading' }
  | { kind: 'failed'; error: AppError; tryAgain: () => void }
  | { kind: 'read'; earlier: EarlierSessions }

/** The athlete's earlier sessions, read after what the page itself needs. */
export function useEarlier(session: Session): Earlier {
  const source = useSourceOf(session)
  const analysis = useQuery(analysisQuery(source, session))
  const isOfUse =
    canCompare(source, session) &&
    session.metrics.some(({ value }) => value.kind === 'number' || value.kind === 'perSegment')
  const mayAsk = useStanding(!analysis.isPending, LOOK_AFTER_MS)
  const query = useQuery({ ...earlierSessionsQuery(source, session), enabled: isOfUse && mayAsk })
  if (!isOfUse) return { kind: 'none' }
  if (query.data) return { kind: 'read', earlier: query.data }
  if (!query.error || query.isFetching) return { kind: 'reading' }
  return { kind: 'failed', error: toAppError(query.error), tryAgain: () => void query.refetch() }
}

/** Whether something has been so for a while. */
function useStanding(isSo: boolean, milliseconds: number): boolean {
  const [stands, setStands] = useState(false)
  useEffect(() => {
    if (!isSo) return
    const timer = setTimeout(() => setStands(true), milliseconds)
    return () => clearTimeout(timer)
  }, [isSo, milliseconds])
  return stands
}

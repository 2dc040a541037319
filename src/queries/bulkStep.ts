import type { QueryClient } from '@tanstack/react-query'
import type { BulkAction, BulkItem, BulkJob, BulkOutcome } from '../domain/bulkWork.ts'
import { ConflictError, toAppError } from '../domain/errors.ts'
import type { AppError } from '../domain/errors.ts'
import type { Session, SourceId } from '../domain/session.ts'
import { versionOf } from '../domain/sessionVersion.ts'
import type { SessionWriter } from '../domain/source.ts'
import { dropSession, replaceSession } from './sessions.ts'

/** What one session's requests came to. `waiting`: nothing was written, and it is to be done again. */
export type StepResult = {
  outcome: Exclude<BulkOutcome, 'running' | 'left'>
  error: AppError | null
  /** The session as it is now, where an answer said so. */
  session: Session | null
}

/** Does what the job says to one session: one request after the other. Never rejects. */
export async function takeStep(
  writer: SessionWriter,
  action: BulkAction,
  item: BulkItem,
  signal: AbortSignal,
): Promise<StepResult> {
  try {
    if (action === 'delete') {
      const removed = await writer.remove(item, signal)
      return { outcome: removed === 'removed' ? 'done' : 'gone', error: null, session: null }
    }
    const session = await writer.update(item, { title: item.newTitle ?? item.title }, signal)
    return { outcome: 'done', error: null, session }
  } catch (reason) {
    const error = toAppError(reason)
    if (error instanceof ConflictError) {
      // An earlier try, of which no answer came, has done it already.
      const isDone = action === 'retitle' && error.latest.title === item.newTitle
      return { outcome: isDone ? 'done' : 'changed', error: null, session: error.latest }
    }
    return { outcome: outcomeOf(error), error, session: null }
  }
}

function outcomeOf(error: AppError): StepResult['outcome'] {
  if (error.outcomeUnknown) return 'unknown'
  if (error.kind === 'not-found') return 'gone'
  return ['busy', 'offline', 'signed-out', 'aborted'].includes(error.kind) ? 'waiting' : 'failed'
}

/** The job with what one of its sessions came to. `at`: ISO 8601 in UTC. */
export function withResult(job: BulkJob, item: BulkItem, result: StepResult, at: string): BulkJob {
  const { outcome, error, session } = result
  const changed: BulkItem = {
    ...item,
    outcome,
    error: outcome === 'failed' || outcome === 'unknown' ? (error?.kind ?? null) : null,
    at: outcome === 'waiting' ? null : at,
    latest: outcome === 'changed' && session ? versionOf(session) : null,
  }
  return { ...job, items: job.items.map((other) => (other.id === item.id ? changed : other)) }
}

/** Shows at once what became of a session. The order and totals of lists are read again at the end. */
export function showResult(
  queryClient: QueryClient,
  { source, action }: { source: SourceId; action: BulkAction },
  item: BulkItem,
  { outcome, session }: StepResult,
): void {
  if (session) replaceSession(queryClient, session)
  else if (outcome === 'gone' || (outcome === 'done' && action === 'delete')) {
    dropSession(queryClient, source, item.id)
  }
}

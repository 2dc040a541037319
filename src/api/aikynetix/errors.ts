import type { ErrorKind } from '../../domain/errors.ts'

/**
 * The API uses one status for different matters: 403 for role and for plan, 404 also for a quota and a failed
 * job, 400 also for a state. Only these are told apart by their text; the rest goes by status.
 */
export function explainStatus(status: number, serverText: string): ErrorKind | null {
  if (status === 403 && /payment plan/i.test(serverText)) return 'forbidden-plan'
  if (status === 404 && /maximum number of sessions/i.test(serverText)) return 'quota'
  if (status === 400 && /already analyzed/i.test(serverText)) return 'already-done'
  return null
}

import { withoutDirectionMarks } from '../domain/directionMarks.ts'
import type { ErrorKind } from '../domain/errors.ts'
import type { Refusal } from '../domain/permissions.ts'
import type { ProcessingStatus } from '../domain/session.ts'

/** Words that more than one page uses. */
export const commonText = {
  product: 'Motion Console',
  tryAgain: 'Try again',
  readAgain: 'Read again',
  cancel: 'Cancel',
  close: 'Close',
  loading: 'Loading',
  dismiss: 'Dismiss',
  untitled: 'Untitled session',
  unknownAthlete: 'Unknown athlete',
  unknownTime: 'Time unreadable',
  pageTitle: (page: string) => `${withoutDirectionMarks(page)} · Motion Console`,
} as const

/** What went wrong, in words for whoever reads it. Unknown matters fall back to the server's own sentence. */
export const errorText: Record<ErrorKind, string> = {
  offline: 'This device is offline.',
  unavailable: 'The server did not answer as it should.',
  busy: 'The server is busy and asked to wait.',
  'signed-out': 'Your sign-in has ended.',
  'forbidden-role': 'This account is not allowed to do that.',
  'forbidden-plan': 'Your organisation’s plan does not include this.',
  'not-found': 'It is not there: deleted meanwhile, or never there.',
  conflict: 'Somebody else changed it meanwhile.',
  quota: 'Your organisation has reached the number of sessions of its plan.',
  'already-done': 'It was already done.',
  invalid: 'The server refused the input.',
  'job-failed': 'The analysis failed.',
  aborted: 'Stopped.',
  'stale-cursor': 'The list changed while it was read.',
  endless: 'The server’s list does not come to an end, so reading it was stopped here.',
  'address-expired': 'The video’s address is no longer valid.',
}

export const refusalText: Record<Refusal, string> = {
  'read-only': 'This source is read only.',
  'not-your-upload': 'Only an admin can change what somebody else uploaded.',
  'no-plan': 'Needs a paid plan. Ask your organisation’s owner.',
  'no-role': 'This account is neither admin nor sub-admin.',
  unreadable: 'This record cannot be read in full, so it cannot be edited here.',
}

export const statusText: Record<ProcessingStatus, string> = {
  queued: 'Queued',
  processing: 'Processing',
  completed: 'Completed',
  failed: 'Failed',
}

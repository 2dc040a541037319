import type { Session } from './session.ts'

/**
 * Everything that can go wrong between the console and a source, by what the person can do about it.
 * Words on the screen are chosen by kind; `serverText` is the server's own sentence, for kinds without words.
 */
export type ErrorKind =
  | 'offline' // the browser has no connection
  | 'unavailable' // no answer, a cut answer, 500, or an answer that is not what was agreed
  | 'busy' // 429 or 503: asked to wait
  | 'signed-out' // the token is gone and could not be renewed
  | 'forbidden-role' // this account may not do it
  | 'forbidden-plan' // the organisation's plan does not include it
  | 'not-found' // deleted meanwhile, or never there
  | 'conflict' // changed by somebody else meanwhile
  | 'quota' // the plan's number of sessions is reached
  | 'already-done' // the state asked for is already there
  | 'invalid' // the server refused the input
  | 'job-failed' // the analysis was tried and failed
  | 'aborted' // nobody waits for it any more
  | 'stale-cursor' // the row under a cursor is gone: walk again from the start
  | 'endless' // a list that repeats itself or gives empty pages without end: reading it was stopped
  | 'address-expired' // a signed media address is no longer accepted

export class AppError extends Error {
  readonly kind: ErrorKind
  /** The server's own sentence, where there was one. Plain text. */
  readonly serverText: string | null
  /** For a write: whether it may have been carried out although no answer came. */
  readonly outcomeUnknown: boolean
  /** Milliseconds for which the server asked to be left alone, with `busy`; null where it named no time. */
  readonly retryAfterMs: number | null

  /** With `not-found`: how many records were looked through, where there may be more of them; null otherwise. */
  readonly lookedAt: number | null

  constructor(
    kind: ErrorKind,
    options: {
      serverText?: string | null
      outcomeUnknown?: boolean
      retryAfterMs?: number | null
      lookedAt?: number | null
      cause?: unknown
    } = {},
  ) {
    super(options.serverText ? `${kind}: ${options.serverText}` : kind, { cause: options.cause })
    this.name = 'AppError'
    this.kind = kind
    this.serverText = options.serverText ?? null
    this.outcomeUnknown = options.outcomeUnknown ?? false
    this.retryAfterMs = options.retryAfterMs ?? null
    this.lookedAt = options.lookedAt ?? null
  }
}

/** Somebody else's change stands in the way of an edit; `latest` is the record as it is now. */
export class ConflictError extends AppError {
  readonly latest: Session
  constructor(latest: Session) {
    super('conflict')
    this.latest = latest
  }
}

/** Any thrown value as an `AppError`; what is not known counts as `unavailable`. */
export function toAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('unavailable', { cause: error })
}

/** Whether asking again, unchanged, can help. */
export function canTryAgain(kind: ErrorKind): boolean {
  return kind === 'offline' || kind === 'unavailable' || kind === 'busy' || kind === 'job-failed'
}

import type { Analysis } from './analysis.ts'
import type { Membership } from './auth.ts'
import type {
  Editable,
  ProcessingStatus,
  ReportComment,
  Session,
  SessionId,
  SessionPatch,
  SourceId,
} from './session.ts'
import type { SessionVersion } from './sessionVersion.ts'

/** Where a walk goes on. Only its maker may read it. */
export type Cursor = string & { readonly __cursor: unique symbol }

export const FILTER_NAMES = ['title', 'activity', 'athlete', 'uploader', 'status', 'from', 'to'] as const
export type FilterName = (typeof FILTER_NAMES)[number]

/** What a list is asked for. Missing = not filtered. Days are `YYYY-MM-DD`, both inclusive. */
export type SessionQuery = {
  title?: string
  activity?: string
  athlete?: string
  uploader?: string
  status?: ProcessingStatus[]
  from?: string
  to?: string
  /** Rows a page. */
  size: number
}

/** `next: null` is the end, and nothing else means the end. */
export type Page = {
  items: Session[]
  next: Cursor | null
  /** All matches, where the source counts them. */
  total: number | null
  /** Records without an id, left out because nothing can name them. */
  leftOut: number
  /** Days of which the source could not give all matches; none in ordinary life. */
  incompleteDays: string[]
}

export type Athlete = { source: SourceId; id: string; name: string; email: string | null }
export type Uploader = { id: string; name: string; email: string | null }

export interface UploaderDirectory {
  list(signal?: AbortSignal): Promise<Uploader[]>
}

/**
 * Both read before they write, and look when the answer was lost; a failure has `outcomeUnknown` when that look failed
 * too. A signal stops them before they write; what has been sent is not called back.
 */
export interface SessionWriter {
  /**
   * Reads the session, compares it with `before`, writes `patch`, and resolves with the session as it then is.
   * Rejects with a `ConflictError` when it was changed meanwhile and `not-found` when it is gone.
   */
  update(before: Editable, patch: SessionPatch, signal?: AbortSignal): Promise<Session>
  /**
   * Reads the session, compares it with `before` and deletes it. `gone`: it was not there any more. Rejects with a
   * `ConflictError` when anything of it was changed meanwhile.
   */
  remove(before: SessionVersion, signal?: AbortSignal): Promise<'removed' | 'gone'>
}

/** A session's report comments as somebody read them. */
export type Commented = Pick<Session, 'id' | 'comments'>

/**
 * The report comments of a session, read and written as a whole. Both writes read first and compare with `before`: they
 * reject with a `CommentsConflictError` when the comments were changed meanwhile and with `not-found` when the session is
 * gone; they look when the answer was lost, and a failure has `outcomeUnknown` when that look failed too.
 */
export interface ReportComments {
  /** Whether there is a place for comments on a session of this kind. */
  canWrite(session: Session): boolean
  /** The comments as they are now; none is an empty list. */
  read(id: SessionId, signal?: AbortSignal): Promise<ReportComment[]>
  /**
   * Writes `comments` in the place of `before` and resolves with the comments as they then are. What the source holds
   * beside them, in shapes that are no comment, stays.
   */
  save(before: Commented, comments: ReportComment[]): Promise<ReportComment[]>
  /** Deletes all comments; those that are gone already are done. What the source holds beside them stays. */
  remove(before: Commented): Promise<void>
}

/** Asking may start work, so these are called on a click only, never ahead of one and never again by themselves. */
export interface AnalyzedVideo {
  /** Makes the analyzed video and resolves with its address; `job-failed`, `forbidden-plan`, `not-found`. */
  make(session: Session, signal?: AbortSignal): Promise<string>
  /** A new address for a video that exists already. */
  renew(session: Session, signal?: AbortSignal): Promise<string>
  /** The video's bytes. `onProgress` gets bytes so far and the whole size, null when not told. */
  download(
    session: Session,
    onProgress: (loaded: number, total: number | null) => void,
    signal?: AbortSignal,
  ): Promise<Blob>
}

/** What a source's records may tell beside id, time, title and athlete, which all of them have. */
export type SessionFact =
  'activity' | 'status' | 'segments' | 'exercise' | 'uploader' | 'metrics' | 'duration' | 'assessment'

/** Whether the account of a source with a sign-in of its own is connected in this tab. `expiresAt`: ms since 1970. */
export type Connection =
  | { readonly state: 'none' }
  | { readonly state: 'connected'; readonly account: string; readonly expiresAt: number }
  /** Ended by the source, or not to be renewed any more: what was read stays readable. */
  | { readonly state: 'expired'; readonly account: string }

/**
 * The sign-in of a source that has one of its own. Kept in memory only: a reload asks again. While nothing is connected
 * every call of the source rejects with `signed-out`.
 */
export type SourceConnection = {
  /** The same object until it changes. */
  current: () => Connection
  /** Rejects with `ConnectError`; a signal ends the wait. */
  connect: (account: string, password: string, signal?: AbortSignal) => Promise<void>
  disconnect: () => void
  /** Calls back on every change; returns the unsubscribe function. */
  subscribe: (listener: () => void) => () => void
}

/** `expiresAt`: ms since 1970. The refresh token stays the same over renewals. */
export type SourceTokens = { token: string; expiresAt: number; refreshToken: string }

/** The sign-in service of a source. */
export type SourceSignIn = {
  /** Rejects with `ConnectError`; a signal ends the wait. */
  signIn: (account: string, password: string, signal?: AbortSignal) => Promise<SourceTokens>
  /** New tokens; null when the service refuses. Rejects when it could not be asked. */
  renew: (refreshToken: string) => Promise<SourceTokens | null>
}

/**
 * What a bounded walk has found: `complete` is false where it ended before the list did. `lookedAt` counts records without
 * an id too.
 */
export type Found = { sessions: Session[]; lookedAt: number; complete: boolean }

/** Recordings that were made together. */
export interface Assessments {
  /** The recordings of the session's assessment, itself among them, in the list's order. */
  recordings(session: Session, signal?: AbortSignal): Promise<Found>
}

/** The port: one system that holds recorded sessions. Every failure is an `AppError`; reading never writes. */
export interface SessionSource {
  /** Stable: part of addresses and query keys. */
  readonly id: SourceId
  readonly label: string
  /** What the toolbar may offer. */
  readonly filters: ReadonlySet<FilterName>
  readonly facts: ReadonlySet<SessionFact>
  /** `continuous`: forward only and without a total, so there are no pages to turn. */
  readonly paging: 'counted' | 'continuous'
  /** Null: needs no sign-in beside the console's own. */
  readonly connection: SourceConnection | null
  list(query: SessionQuery, cursor: Cursor | null, signal?: AbortSignal): Promise<Page>
  /**
   * Unknown ids are absent from the answer. A source without a call for it looks through its list; where that is too long
   * to know of each id it rejects with `not-found` and says in `lookedAt` how far it has looked.
   */
  get(ids: SessionId[], signal?: AbortSignal): Promise<Map<SessionId, Session>>
  analysis(session: Session, signal?: AbortSignal): Promise<Analysis>
  athletes(signal?: AbortSignal): Promise<Athlete[]>
  /** What this source's organisation says of the caller; null where it has no such call. */
  membership(signal?: AbortSignal): Promise<Membership | null>
  readonly uploaders: UploaderDirectory | null
  /** Writing report comments, where the API has it. */
  readonly comments: ReportComments | null
  /** Null: read only. */
  readonly writer: SessionWriter | null
  readonly analyzedVideo: AnalyzedVideo | null
  /** Null: recordings stand alone. */
  readonly assessments: Assessments | null
}

import { AppError } from './errors.ts'
import { byRole } from './permissions.ts'
import type { Caller, Refusal } from './permissions.ts'
import type { ReportComment, Session } from './session.ts'
import type { SessionSource } from './source.ts'

/** Somebody else's change stands in the way of a save; `latest` are the comments as they are now. */
export class CommentsConflictError extends AppError {
  readonly latest: ReportComment[]
  constructor(latest: ReportComment[]) {
    super('conflict')
    this.latest = latest
  }
}

/** A comment's words in one language. */
type Words = { key: string; language: string; words: string }

/** `true`, or why not; `no-place`: the source takes comments, but not on sessions of this kind. */
export function canComment(
  caller: Caller,
  source: SessionSource,
  session: Session,
): true | Refusal | 'no-place' {
  if (!source.comments) return 'read-only'
  if (session.unreadable.length > 0) return 'unreadable'
  if (!source.comments.canWrite(session)) return 'no-place'
  const role = byRole(caller, session)
  if (role !== true) return role
  // Writing comments is an edit, which needs a plan: our assumption.
  return caller.membership && !caller.membership.plan ? 'no-plan' : true
}

/** Whether two readings say the same, in whatever order they say it. */
export const sameComments = (a: readonly ReportComment[], b: readonly ReportComment[]): boolean =>
  changedComments(a, b).length === 0

/** The keys of what `before` and `now` do not share, those of `now` first. */
export function changedComments(before: readonly ReportComment[], now: readonly ReportComment[]): string[] {
  const [old, latest] = [wordsOf(before), wordsOf(now)]
  const differing = (these: Map<string, Words>, those: Map<string, Words>) =>
    [...these].filter(([id, { words }]) => those.get(id)?.words !== words).map(([, { key }]) => key)
  return [...new Set([...differing(latest, old), ...differing(old, latest)])]
}

/**
 * The changes from `before` to `mine`, made to `latest` instead: what one person did is kept, and so is all that
 * somebody else did to other words. Where both changed the same words, those of `mine` stand.
 */
export function rebaseComments(
  before: readonly ReportComment[],
  mine: readonly ReportComment[],
  latest: readonly ReportComment[],
): ReportComment[] {
  const [old, wanted, now] = [wordsOf(before), wordsOf(mine), wordsOf(latest)]
  for (const [id, entry] of wanted) if (old.get(id)?.words !== entry.words) now.set(id, entry)
  for (const id of old.keys()) if (!wanted.has(id)) now.delete(id)
  const texts = new Map<string, [string, string][]>()
  for (const { key, language, words } of now.values())
    texts.set(key, [...(texts.get(key) ?? []), [language, words]])
  return [...texts].map(([key, entries]) => ({ key, text: Object.fromEntries(entries) }))
}

function wordsOf(comments: readonly ReportComment[]): Map<string, Words> {
  return new Map(
    comments.flatMap(({ key, text }) =>
      Object.entries(text).map(([language, words]) => [
        JSON.stringify([key, language]),
        { key, language, words },
      ]),
    ),
  )
}

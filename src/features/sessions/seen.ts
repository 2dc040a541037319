import type { Auth } from '../../domain/auth.ts'
import { parseRecordedAt } from '../../domain/recordedAt.ts'
import type { Session, SessionId } from '../../domain/session.ts'
import type { SessionSource } from '../../domain/source.ts'
import { createOwnStore, useOwn } from '../../lib/ownStore.ts'
import type { Owner } from '../../lib/ownStore.ts'
import { sessionsQuery } from '../../queries/sessions.ts'
import type { ListQuery } from '../../queries/sessions.ts'
import { useServices, useSource } from '../../services.ts'

/** When the page of a session was first opened, UTC `YYYY-MM-DDTHH:MM:SS.mmm`; the earliest first. */
export type Seen = readonly (readonly [SessionId, string])[]

/** About 300 kB of the device's storage, which is shared with other work. */
const MOST_SEEN = 5_000

const NONE: Seen = []

/** What each account has seen of a source, on this device. */
export const seenStore = createOwnStore<Seen>({ name: 'seen', version: 1, empty: NONE, read: readSeen })

function readSeen(json: unknown): Seen | null {
  if (!Array.isArray(json)) return null
  const entries = (json as unknown[]).filter((entry): entry is [SessionId, string] => {
    if (!Array.isArray(entry)) return false
    const [id, at] = entry as unknown[]
    return typeof id === 'string' && typeof at === 'string' && readMoment(at) !== ''
  })
  return entries.slice(-MOST_SEEN)
}

/** This moment as UTC text, `YYYY-MM-DDTHH:MM:SS.mmm`. Such texts stand in the order of their moments. */
export const momentNow = (now = new Date()): string => now.toISOString().slice(0, 23)

/** Reads `YYYY-MM-DDTHH:MM:SS.mmm`, or without milliseconds; empty when it is not a moment that exists. */
export const readMoment = (text: string): string =>
  /^.{16}:[0-5]\d(\.\d{3})?$/.test(text) && parseRecordedAt(text.slice(0, 16)) ? text : ''

/** Marks a session as seen; one that was seen before keeps its time. */
export function markSeen(owner: Owner, id: SessionId): void {
  seenStore.change(owner, (seen) =>
    seen.some(([other]) => other === id) ? seen : [...seen, [id, momentNow()] as const].slice(-MOST_SEEN),
  )
}

/** Takes back the marks of sessions that were deleted. */
export function forgetSeen(owner: Owner, ids: readonly SessionId[]): void {
  const deleted = new Set(ids)
  seenStore.change(owner, (seen) =>
    seen.some(([id]) => deleted.has(id)) ? seen.filter(([id]) => !deleted.has(id)) : seen,
  )
}

export const seenOwner = (auth: Auth, source: SessionSource): Owner => ({
  account: auth.current()?.id ?? null,
  source: source.id,
})

let asMap: { of: Seen; map: ReadonlyMap<SessionId, string> } = { of: NONE, map: new Map() }

function mapOf(seen: Seen): ReadonlyMap<SessionId, string> {
  if (asMap.of !== seen) asMap = { of: seen, map: new Map(seen) }
  return asMap.map
}

/** What the account has seen of the source on the screen: since when, by id. */
export function useSeen(): ReadonlyMap<SessionId, string> {
  return mapOf(useOwn(seenStore, seenOwner(useServices().auth, useSource())).value)
}

/** Tells which sessions a list leaves out because they were seen. Reads what was seen with the first question. */
export function hideSeen(auth: Auth, source: SessionSource, { unseen }: ListQuery) {
  let seen: ReadonlyMap<SessionId, string> | null = null
  return ({ id }: Session): boolean => {
    if (unseen === undefined) return false
    seen ??= mapOf(seenStore.get(seenOwner(auth, source)).value)
    const at = seen.get(id)
    return at !== undefined && at <= unseen
  }
}

/** A list without what the reader has seen, where it is to be hidden. */
export const listQuery = (auth: Auth, source: SessionSource, query: ListQuery) =>
  sessionsQuery(source, query, hideSeen(auth, source, query))

import type { Auth } from '../../domain/auth.ts'
import type { SessionId } from '../../domain/session.ts'
import type { SessionSource } from '../../domain/source.ts'
import { filmStore, PLAIN_FILM } from './filmStore.ts'
import { draftStore, noteStore } from './notes/noteStore.ts'
import { forgetSeen, seenOwner } from './seen.ts'

/** How much of somebody's own work this device keeps about sessions. */
export function countOwnWork(
  auth: Auth,
  source: SessionSource,
  ids: readonly SessionId[],
): { notes: number; events: number } {
  const counts = { notes: 0, events: 0 }
  for (const session of ids) {
    const owner = { ...seenOwner(auth, source), session }
    counts.notes += noteStore.get(owner).value.length
    counts.events += filmStore.get(owner).value.events.length
  }
  return counts
}

/** What this device keeps about sessions goes with them. */
export function forgetOwnWork(auth: Auth, source: SessionSource, ids: readonly SessionId[]): void {
  const account = seenOwner(auth, source)
  forgetSeen(account, ids)
  for (const session of ids) {
    const owner = { ...account, session }
    noteStore.change(owner, () => NO_NOTES)
    draftStore.change(owner, () => null)
    filmStore.change(owner, () => PLAIN_FILM)
  }
}

const { value: NO_NOTES } = noteStore.get({ account: null })

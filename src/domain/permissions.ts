import type { Membership, User } from './auth.ts'
import type { Session } from './session.ts'
import type { SessionSource } from './source.ts'

/** Why a control is disabled; each has its words in the message catalogue. */
export type Refusal = 'read-only' | 'not-your-upload' | 'no-plan' | 'no-role' | 'unreadable'

/** The caller as far as it is known: the token's first guess, then the organisation's own record. */
export type Caller = { user: User; membership: Membership | null }

const roleOf = ({ user, membership }: Caller) => membership?.role ?? user.role

/** Site policy: an admin may touch every session of the organisation, a sub-admin what they uploaded. */
export function byRole(caller: Caller, session: Session): true | Refusal {
  if (roleOf(caller) === 'admin') return true
  if (roleOf(caller) !== 'sub_admin') return caller.membership === null ? true : 'no-role'
  return session.uploadedBy === caller.user.id ? true : 'not-your-upload'
}

/** `true`, or why not. What is not known yet is offered: the server decides in the end. */
export function canEdit(caller: Caller, source: SessionSource, session: Session): true | Refusal {
  if (!source.writer) return 'read-only'
  if (session.unreadable.length > 0) return 'unreadable'
  const role = byRole(caller, session)
  if (role !== true) return role
  return caller.membership && !caller.membership.plan ? 'no-plan' : true
}

/** `true`, or why not. Deleting needs no plan. */
export function canDelete(caller: Caller, source: SessionSource, session: Session): true | Refusal {
  return source.writer ? byRole(caller, session) : 'read-only'
}

/** `true`, or why not. Watching an existing video needs no plan, making one does. */
export function canAnalyze(caller: Caller, source: SessionSource): true | Refusal {
  if (!source.analyzedVideo) return 'read-only'
  return caller.membership && !caller.membership.plan ? 'no-plan' : true
}

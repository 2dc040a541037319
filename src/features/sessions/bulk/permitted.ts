import type { Caller, Refusal } from '../../../domain/permissions.ts'
import type { Session } from '../../../domain/session.ts'
import type { SessionSource } from '../../../domain/source.ts'

type Verdict = (caller: Caller, source: SessionSource, session: Session) => true | Refusal

export type Permitted = { sessions: Session[]; refusals: [Refusal, number][] }

/** Those the account may do it to, and how many it may not, by reason. */
export function permitted(
  may: Verdict,
  caller: Caller | null,
  source: SessionSource,
  sessions: readonly Session[],
): Permitted {
  const refused = new Map<Refusal, number>()
  const allowed = sessions.filter((session) => {
    const verdict = caller ? may(caller, source, session) : true
    if (verdict !== true) refused.set(verdict, (refused.get(verdict) ?? 0) + 1)
    return verdict === true
  })
  return { sessions: allowed, refusals: [...refused] }
}

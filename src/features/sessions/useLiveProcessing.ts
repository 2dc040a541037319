import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { nowHere } from '../../domain/calendarDays.ts'
import { processingDelay, stuckReason } from '../../domain/processing.ts'
import type { ProcessingDelay } from '../../domain/processing.ts'
import { isBeingProcessed } from '../../domain/session.ts'
import type { Session, SessionId } from '../../domain/session.ts'
import type { SessionSource } from '../../domain/source.ts'
import { pollGently } from '../../lib/gentlePolling.ts'
import { dropSession, invalidateAnalysis, replaceSession } from '../../queries/sessions.ts'

/** An upload takes minutes, an analyzed video seconds: soon at first, once a minute in the end. */
const PACE = { firstMs: 3_000, mostMs: 60_000, factor: 1.5 }
/** What has been stuck for days hardly moves while somebody looks. */
const PACE_OF_STUCK = { firstMs: 30_000, mostMs: 120_000, factor: 1.5 }

type Watch = { now: number; wallClock: string; seenSince: ReadonlyMap<SessionId, number> }

/**
 * Keeps sessions that are queued or being processed up to date while they are on the screen, by their ids and not by
 * reading the list again. Gives those that take longer than usual, with how long; the time is this console's own count.
 */
export function useLiveProcessing(
  source: SessionSource,
  sessions: readonly Session[],
): Map<SessionId, ProcessingDelay> {
  const queryClient = useQueryClient()
  const [watch, setWatch] = useState<Watch>(() => lookAtClock(new Map(), []))
  const pending = sessions.filter(isBeingProcessed)
  const states = JSON.stringify(pending.map(({ id, status }) => [id, status]))
  const allStuck = pending.every((session) => stuckReason(session, watch.wallClock) !== null)

  useEffect(() => {
    const watched = new Map(JSON.parse(states) as [SessionId, Session['status']][])
    if (watched.size === 0) return
    return pollGently(
      async (signal) => {
        const ids = [...watched.keys()]
        setWatch(({ seenSince }) => lookAtClock(seenSince, ids))
        return takeOver(queryClient, source, watched, await source.get(ids, signal))
      },
      allStuck ? PACE_OF_STUCK : PACE,
    )
  }, [queryClient, source, states, allStuck])

  const delays = new Map<SessionId, ProcessingDelay>()
  for (const session of pending) {
    const since = watch.seenSince.get(session.id) ?? watch.now
    const delay = processingDelay(session, watch.now - since, watch.wallClock)
    if (delay) delays.set(session.id, delay)
  }
  return delays
}

function lookAtClock(before: ReadonlyMap<SessionId, number>, watched: readonly SessionId[]): Watch {
  const now = Date.now()
  const seenSince = new Map(before)
  for (const id of watched) if (!seenSince.has(id)) seenSince.set(id, now)
  return { now, wallClock: nowHere(), seenSince }
}

/** Puts what has changed into page and lists; what is gone leaves them. True when something changed. */
function takeOver(
  queryClient: QueryClient,
  source: SessionSource,
  watched: ReadonlyMap<SessionId, Session['status']>,
  found: ReadonlyMap<SessionId, Session>,
): boolean {
  let changed = false
  for (const [id, status] of watched) {
    const session = found.get(id)
    if (session?.status === status) continue
    changed = true
    if (session) {
      replaceSession(queryClient, session)
      void invalidateAnalysis(queryClient, source.id, id)
    } else {
      dropSession(queryClient, source.id, id)
    }
  }
  return changed
}

import type { QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { AppError } from '../../../domain/errors.ts'
import type { Session } from '../../../domain/session.ts'
import type { SessionSource } from '../../../domain/source.ts'
import type { FilmKind } from '../../../player/filmKinds.ts'
import { replaceSession, sessionQuery } from '../../../queries/sessions.ts'
import { useServices } from '../../../services.ts'

type Renewal = (kind: FilmKind) => Promise<string>

/**
 * Gets a new address for a film whose one has expired: the one case in which the API is asked without a click. Rejects
 * with an `AppError`.
 */
export function useRenewal(source: SessionSource, session: Session): Renewal {
  const { queryClient } = useServices()
  return useMemo(
    () => onceForMany(createRenewal(queryClient, source, session)),
    [queryClient, source, session],
  )
}

function createRenewal(queryClient: QueryClient, source: SessionSource, session: Session): Renewal {
  /** The original's address comes with the session alone. */
  const renewedSession = async (): Promise<Session> => {
    const now = (await source.get([session.id])).get(session.id)
    if (!now) throw new AppError('not-found')
    replaceSession(queryClient, now)
    return now
  }
  return async (kind) => {
    if (kind === 'original') return (await renewedSession()).videoUrl ?? refuse()
    if (!source.analyzedVideo) return refuse()
    const analyzedVideoUrl = await source.analyzedVideo.renew(session)
    const now = queryClient.getQueryData(sessionQuery(queryClient, source, session.id).queryKey) ?? session
    replaceSession(queryClient, { ...now, analyzedVideoUrl })
    return analyzedVideoUrl
  }
}

/** Whoever switches to the other film and back meanwhile waits for the same address. */
function onceForMany(renew: Renewal): Renewal {
  const underWay = new Map<FilmKind, Promise<string>>()
  return (kind) => {
    const present = underWay.get(kind)
    if (present) return present
    const asked = renew(kind).finally(() => underWay.delete(kind))
    underWay.set(kind, asked)
    return asked
  }
}

const refuse = (): never => {
  throw new AppError('address-expired')
}

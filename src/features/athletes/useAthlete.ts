import { useQueries } from '@tanstack/react-query'
import { toAppError } from '../../domain/errors.ts'
import type { AppError } from '../../domain/errors.ts'
import { personOf } from '../../domain/personLink.ts'
import type { AthleteKey } from '../../domain/personLink.ts'
import type { Session } from '../../domain/session.ts'
import type { SessionSource } from '../../domain/source.ts'
import { athleteSessionsQuery, wantMore } from '../../queries/athletes.ts'
import type { SessionsRead } from '../../queries/athletes.ts'
import { athletesQuery } from '../../queries/people.ts'
import type { Person } from '../../queries/people.ts'
import { useSourceStates } from '../../queries/sourceStates.ts'
import type { SourceState } from '../../queries/sourceStates.ts'
import { findSource, useServices } from '../../services.ts'
import { useLinks } from './linkStore.ts'

/** One source's part of a person. What was read before it failed stays. */
export type PersonPart = {
  readonly key: AthleteKey
  readonly source: SessionSource
  readonly state: SourceState
  /** Who it is by the source's directory; null while that is not read, undefined where it does not name the athlete. */
  readonly person: Person | null | undefined
  readonly personError: AppError | null
  readonly read: SessionsRead<Session> | null
  readonly error: AppError | null
  readonly reading: boolean
  readonly tryAgain: () => void
  /** Reads further; null where all was read, while it reads, and where that failed. */
  readonly readOn: (() => void) | null
}

/** An athlete, and whoever of other sources is the same person, each with their sessions. */
export function useAthlete(athlete: AthleteKey): readonly PersonPart[] {
  const services = useServices()
  const { queryClient } = services
  const { links } = useLinks()
  const keys = personOf(links, athlete)
  const parts = keys.flatMap((key) => {
    const source = findSource(services, key.source)
    return source ? [{ key, source }] : []
  })
  const states = useSourceStates(services.sources)
  const stateOf = (source: SessionSource) => states[services.sources.indexOf(source)] ?? 'none'
  const isOpen = (source: SessionSource) => stateOf(source) === 'connected'
  const directories = useQueries({
    queries: parts.map(({ source }) => ({ ...athletesQuery(source), enabled: isOpen(source) })),
  })
  const sessions = useQueries({
    queries: parts.map(({ source, key }) => ({
      ...athleteSessionsQuery(queryClient, source, key.id),
      enabled: isOpen(source),
    })),
  })
  return parts.map(({ key, source }, index) => {
    const directory = directories[index]
    const query = sessions[index]
    const read = query?.data ?? null
    const reading = query?.isFetching ?? false
    return {
      key,
      source,
      state: stateOf(source),
      person: directory?.data ? directory.data.find(({ id }) => id === key.id) : null,
      personError: directory?.error && !directory.isFetching ? toAppError(directory.error) : null,
      read,
      error: query?.error && !reading ? toAppError(query.error) : null,
      reading,
      tryAgain: () => {
        if (directory?.error) void directory.refetch()
        if (query?.error) void query.refetch()
      },
      readOn:
        query && read !== null && read.next !== null && !reading && !query.error
          ? () => {
              wantMore(queryClient, athleteSessionsQuery(queryClient, source, key.id))
              void query.refetch()
            }
          : null,
    }
  })
}

/** What the part is called: by its directory, else as its sessions say, else its id. */
export function partName({ key, person, read }: PersonPart): string {
  const recorded = read?.sessions.find((session) => session.athlete.name !== '')?.athlete.name
  return person?.name || recorded || (person?.email ?? key.id)
}

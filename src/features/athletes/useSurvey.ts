import { useQueries } from '@tanstack/react-query'
import { toAppError } from '../../domain/errors.ts'
import type { AppError } from '../../domain/errors.ts'
import type { SessionSource } from '../../domain/source.ts'
import { surveyQuery, wantMore } from '../../queries/athletes.ts'
import type { SessionsRead, Sighting } from '../../queries/athletes.ts'
import { athletesQuery } from '../../queries/people.ts'
import type { Person } from '../../queries/people.ts'
import { useSourceStates } from '../../queries/sourceStates.ts'
import type { SourceState } from '../../queries/sourceStates.ts'
import { useServices } from '../../services.ts'

/** What one source tells of its athletes, and what of that is missing. What was read before it failed stays. */
export type SurveyedSource = {
  readonly source: SessionSource
  readonly state: SourceState
  readonly athletes: readonly Person[] | null
  readonly athletesError: AppError | null
  readonly survey: SessionsRead<Sighting> | null
  readonly surveyError: AppError | null
  readonly reading: boolean
  readonly counting: boolean
  readonly tryAgain: () => void
  /** Counts further; null where all was counted, while it counts, and where that failed. */
  readonly countOn: (() => void) | null
}

/** The athletes of every source, and their sessions as far as they were counted. */
export function useSurvey(): readonly SurveyedSource[] {
  const { sources, queryClient } = useServices()
  const states = useSourceStates(sources)
  const isOpen = (index: number) => states[index] === 'connected'
  const directories = useQueries({
    queries: sources.map((source, index) => ({ ...athletesQuery(source), enabled: isOpen(index) })),
  })
  const surveys = useQueries({
    queries: sources.map((source, index) => ({
      ...surveyQuery(queryClient, source),
      enabled: isOpen(index),
    })),
  })
  return sources.map((source, index) => {
    const directory = directories[index]
    const survey = surveys[index]
    const errorOf = (error: Error | null | undefined) => (error ? toAppError(error) : null)
    const read = survey?.data ?? null
    const counting = survey?.isFetching ?? false
    return {
      source,
      state: states[index] ?? 'none',
      athletes: directory?.data ?? null,
      athletesError: directory?.isFetching ? null : errorOf(directory?.error),
      survey: read,
      surveyError: counting ? null : errorOf(survey?.error),
      reading: directory?.isFetching === true && !directory.data,
      counting,
      tryAgain: () => {
        if (directory?.error) void directory.refetch()
        if (survey?.error) void survey.refetch()
      },
      countOn:
        survey && read !== null && read.next !== null && !counting && !survey.error
          ? () => {
              wantMore(queryClient, surveyQuery(queryClient, source))
              void survey.refetch()
            }
          : null,
    }
  })
}

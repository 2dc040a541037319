import { useQuery } from '@tanstack/react-query'
import type { Analysis } from '../../../domain/analysis.ts'
import { toAppError } from '../../../domain/errors.ts'
import type { AppError } from '../../../domain/errors.ts'
import type { Note } from '../../../domain/note.ts'
import type { Session } from '../../../domain/session.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { useOwn } from '../../../lib/ownStore.ts'
import type { TimeScale } from '../../../player/clock.ts'
import { analysisQuery } from '../../../queries/sessions.ts'
import { scaleOf, useSessionOwner } from '../filmRoom.ts'
import { filmStore } from '../filmStore.ts'
import type { FilmSettings } from '../filmStore.ts'
import { noteStore } from '../notes/noteStore.ts'
import { useEarlier } from '../numbers/useEarlier.ts'
import type { Earlier } from '../numbers/useEarlier.ts'
import { useTray } from '../takeAway/tray.ts'
import type { Still } from '../takeAway/tray.ts'

/** What was measured frame by frame, as far as it is known; `none`: the source has nothing of the kind. */
export type ReadSeries =
  | { readonly kind: 'reading' | 'none' }
  | { readonly kind: 'failed'; readonly error: AppError; readonly tryAgain: () => void }
  | { readonly kind: 'read'; readonly analysis: Analysis }

/** Everything a report says of one session. */
export type Reported = {
  readonly session: Session
  readonly source: SessionSource
  readonly scale: TimeScale
  readonly settings: FilmSettings
  readonly notes: readonly Note[]
  readonly stills: readonly Still[]
  readonly series: ReadSeries
  readonly earlier: Earlier
}

export function useReported(source: SessionSource, session: Session): Reported {
  const owner = useSessionOwner(session)
  const { value: settings } = useOwn(filmStore, owner)
  const { value: notes } = useOwn(noteStore, owner)
  const analysis = useQuery(analysisQuery(source, session))
  const taken = useTray(owner)
  return {
    session,
    source,
    settings,
    scale: scaleOf(settings),
    notes,
    stills: taken.filter((each) => each.kind === 'still'),
    series: seriesOf(analysis.data, analysis.error, () => void analysis.refetch()),
    earlier: useEarlier(session),
  }
}

function seriesOf(analysis: Analysis | undefined, thrown: Error | null, tryAgain: () => void): ReadSeries {
  if (analysis) return analysis.timestamps.length > 0 ? { kind: 'read', analysis } : { kind: 'none' }
  if (!thrown) return { kind: 'reading' }
  const error = toAppError(thrown)
  return error.kind === 'not-found' ? { kind: 'none' } : { kind: 'failed', error, tryAgain }
}

/** Whether something that a report would say is still on its way. */
export const isReading = ({ series, earlier }: Reported): boolean =>
  series.kind === 'reading' || earlier.kind === 'reading'

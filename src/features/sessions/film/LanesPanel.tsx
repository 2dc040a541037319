import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import type { Analysis } from '../../../domain/analysis.ts'
import { toBands } from '../../../domain/bands.ts'
import { AppError, toAppError } from '../../../domain/errors.ts'
import { toLanes, usualLanes } from '../../../domain/lanes.ts'
import { isBeingProcessed } from '../../../domain/session.ts'
import type { Session } from '../../../domain/session.ts'
import { useOwn } from '../../../lib/ownStore.ts'
import { lanesText as text } from '../../../messages/lanes.ts'
import { analysisQuery } from '../../../queries/sessions.ts'
import { useServices, useSource } from '../../../services.ts'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import type { FilmRoom } from '../filmRoom.ts'
import styles from './LanesPanel.module.css'
import { chooseLanes, chosenFor, forgetLanes, laneStore } from './laneStore.ts'

/** The drawing is not needed to read the page, so it comes after it. */
const Lanes = lazy(() =>
  import('../../../player/lanes/Lanes.tsx').then((module) => ({ default: module.Lanes })),
)

type Props = {
  session: Session
  film: FilmRoom
  /** What else can be done with what was measured. */
  tools?: (analysis: Analysis) => ReactNode
}

/** What was measured frame by frame, on the clock of the film; or why there is nothing. */
export function LanesPanel({ session, film, tools }: Props) {
  const analysis = useQuery(analysisQuery(useSource(), session))
  useReadAgainWhenProcessed(session, analysis.data, () => void analysis.refetch())
  const error = analysis.error && toAppError(analysis.error)
  const unreadable = analysis.data?.unreadable ?? []
  const isMissing = analysis.data?.failed === 'series'
  return (
    <section aria-label={text.title} className={styles.panel}>
      {analysis.data && !isMissing ? (
        <ShownLanes session={session} film={film} analysis={analysis.data} tools={tools?.(analysis.data)} />
      ) : isMissing || (error && error.kind !== 'not-found') ? (
        <>
          <h2>{text.title}</h2>
          <ErrorPanel
            error={error ?? new AppError('unavailable')}
            title={text.failed}
            onReadAgain={() => void analysis.refetch()}
          />
        </>
      ) : error ? (
        <NoLanes session={session} />
      ) : (
        <Loading />
      )}
      {unreadable.length > 0 ? (
        <p className={styles.unreadable}>{text.unreadable(unreadable.join(', '))}</p>
      ) : null}
    </section>
  )
}

function ShownLanes({
  session,
  film,
  analysis,
  tools,
}: {
  session: Session
  film: FilmRoom
  analysis: Analysis
  tools: ReactNode
}) {
  const { activity } = session
  const lanes = useMemo(() => toLanes(analysis), [analysis])
  const bands = useMemo(() => toBands(analysis), [analysis])
  const account = useServices().auth.current()?.id ?? null
  const owner = useMemo(() => ({ account }), [account])
  const { value, kept } = useOwn(laneStore, owner)
  if (lanes.length === 0 || analysis.timestamps.length === 0) return <NoLanes session={session} />
  const word = Object.hasOwn(text.bands, activity) ? text.bands[activity] : undefined
  return (
    <Suspense fallback={<Loading />}>
      <Lanes
        clock={film.playback}
        scale={film.scale}
        lanes={lanes}
        chosen={chosenFor(value, activity) ?? usualLanes(lanes)}
        onChosen={(ids) => laneStore.change(owner, (chosen) => chooseLanes(chosen, activity, ids))}
        onUsual={() => laneStore.change(owner, (chosen) => forgetLanes(chosen, activity))}
        kept={kept}
        timestamps={analysis.timestamps}
        bands={bands}
        bandWord={word ?? text.otherBand}
        marks={film.marks}
      >
        <div className={styles.head}>
          <h2>{text.title}</h2>
          {tools}
        </div>
      </Lanes>
    </Suspense>
  )
}

function NoLanes({ session }: { session: Session }): ReactNode {
  return (
    <>
      <h2>{text.title}</h2>
      <p className={styles.none}>{isBeingProcessed(session) ? text.noneYet : text.none}</p>
    </>
  )
}

/** As high as the lanes will be, so that nothing moves when they come. */
function Loading() {
  return (
    <>
      <h2>{text.title}</h2>
      <div className={styles.loading}>
        <p role="status">{text.loading}</p>
      </div>
    </>
  )
}

/** What was read while the upload was being processed is empty and would stay so. */
function useReadAgainWhenProcessed(session: Session, analysis: Analysis | undefined, read: () => void): void {
  const wasPending = useRef(false)
  const empty = analysis?.timestamps.length === 0
  const pending = isBeingProcessed(session)
  useEffect(() => {
    if (wasPending.current && !pending && empty) read()
    wasPending.current = pending
    // `read` is another function at every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pending, empty])
}

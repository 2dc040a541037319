import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import type { Alignment } from '../../../domain/alignment.ts'
import type { Analysis } from '../../../domain/analysis.ts'
import { toBands } from '../../../domain/bands.ts'
import { compareLanes } from '../../../domain/comparedLanes.ts'
import { toAppError } from '../../../domain/errors.ts'
import { toLanes, usualLanes } from '../../../domain/lanes.ts'
import { useOwn } from '../../../lib/ownStore.ts'
import { commonText } from '../../../messages/common.ts'
import { overlaidText as text } from '../../../messages/compareFigures.ts'
import { lanesText } from '../../../messages/lanes.ts'
import type { TimelineMark } from '../../../player/clock.ts'
import { analysisQuery } from '../../../queries/sessions.ts'
import { useServices } from '../../../services.ts'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import styles from '../film/LanesPanel.module.css'
import { chooseLanes, chosenFor, forgetLanes, laneStore } from '../film/laneStore.ts'
import { useSourceOf } from '../numbers/useSourceOf.ts'
import type { Compared } from './compared.ts'

/** The drawing is not needed to read the page, so it comes after it. */
const OverlaidLanes = lazy(() =>
  import('../../../player/lanes/OverlaidLanes.tsx').then((module) => ({ default: module.OverlaidLanes })),
)

export type CompareLanesProps = {
  first: Pick<Compared, 'session' | 'film'>
  second: Pick<Compared, 'session' | 'film'>
  /** Another object whenever it changes. */
  alignment: Alignment
  /** Whose recording a click in the lanes seeks. */
  steered?: 'first' | 'second'
  /** What stands on the timeline, in seconds of the first; its own marks where nothing is said. */
  marks?: readonly TimelineMark[]
}

/** The series of two recordings over each other, on the clock of the first; or why there are none. */
export function CompareLanes(props: CompareLanesProps) {
  const first = useSeries(props.first)
  const second = useSeries(props.second)
  const both = [
    { which: 'first', series: first },
    { which: 'second', series: second },
  ] as const
  const none = first.state === 'none' && second.state === 'none'
  const isThere = first.state === 'read' || second.state === 'read'
  return (
    <section aria-label={lanesText.title} className={styles.panel}>
      {isThere ? (
        <ShownLanes {...props} analyses={[first.analysis, second.analysis]} />
      ) : (
        <h2>{lanesText.title}</h2>
      )}
      {none ? <p className={styles.none}>{text.none}</p> : null}
      {both.map(({ which, series: { state, error, unreadable, tryAgain } }) => (
        <div key={which}>
          {state === 'none' && !none ? <p className={styles.none}>{text.noneOf[which]}</p> : null}
          {state === 'reading' ? (
            <p role="status" className={styles.none}>
              {text.loadingOf[which]}
            </p>
          ) : null}
          {error ? <ErrorPanel error={error} title={text.failedOf[which]} onTryAgain={tryAgain} /> : null}
          {unreadable.length > 0 ? (
            <p className={styles.unreadable}>{text.unreadable[which](unreadable.join(', '))}</p>
          ) : null}
        </div>
      ))}
    </section>
  )
}

/** What is known of a recording's series by now. */
function useSeries({ session }: CompareLanesProps['first']) {
  const { data, error, refetch } = useQuery(analysisQuery(useSourceOf(session), session))
  const problem = error && toAppError(error)
  const isEmpty = problem?.kind === 'not-found' || (data !== undefined && data.timestamps.length === 0)
  const state = isEmpty ? 'none' : data ? 'read' : problem ? 'failed' : 'reading'
  return {
    state,
    analysis: state === 'read' ? (data ?? null) : null,
    error: state === 'failed' ? problem : null,
    unreadable: data?.unreadable ?? [],
    tryAgain: () => void refetch(),
  } as const
}

const NO_TIMES: readonly number[] = []
const NO_BANDS = { bands: [], equalParts: false }

function ShownLanes({
  first,
  second,
  alignment,
  steered = 'first',
  marks = first.film.marks,
  analyses: [one, other],
}: CompareLanesProps & { analyses: readonly [Analysis | null, Analysis | null] }) {
  const lanes = useMemo(
    () => compareLanes(one ? toLanes(one) : [], other ? toLanes(other) : []),
    [one, other],
  )
  const bands = useMemo(() => (one ? toBands(one) : NO_BANDS), [one])
  const { activity } = first.session
  const account = useServices().auth.current()?.id ?? null
  const owner = useMemo(() => ({ account }), [account])
  const { value, kept } = useOwn(laneStore, owner)
  const word = Object.hasOwn(lanesText.bands, activity) ? lanesText.bands[activity] : undefined
  const recordingOf = ({ session, film }: CompareLanesProps['first'], analysis: Analysis | null) => ({
    title: session.title || commonText.untitled,
    clock: film.playback,
    scale: film.scale,
    timestamps: analysis?.timestamps ?? NO_TIMES,
  })
  return (
    <Suspense fallback={<h2>{lanesText.title}</h2>}>
      <OverlaidLanes
        first={recordingOf(first, one)}
        second={recordingOf(second, other)}
        {...{ alignment, steered, lanes, bands, marks, kept }}
        chosen={chosenFor(value, activity) ?? usualLanes(lanes)}
        onChosen={(ids) => laneStore.change(owner, (chosen) => chooseLanes(chosen, activity, ids))}
        onUsual={() => laneStore.change(owner, (chosen) => forgetLanes(chosen, activity))}
        bandWord={word ?? lanesText.otherBand}
      >
        <h2>{lanesText.title}</h2>
      </OverlaidLanes>
    </Suspense>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { LoaderFunctionArgs } from 'react-router'
import { AppError, toAppError } from '../../../domain/errors.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { commonText } from '../../../messages/common.ts'
import { compareText as text } from '../../../messages/compare.ts'
import { analysisQuery, sessionQuery } from '../../../queries/sessions.ts'
import { findSource, servicesContext, useServices } from '../../../services.ts'
import { CompareFailure } from './CompareFailure.tsx'
import type { Side } from './CompareFailure.tsx'
import styles from './ComparePage.module.css'
import { CompareView } from './CompareView.tsx'

/** Starts all reads and waits for none; the page's own queries show the errors. */
export function loader({ context, params }: LoaderFunctionArgs) {
  const services = context.get(servicesContext)
  const { queryClient } = services
  for (const [sourceId, id] of [
    [params.source, params.id],
    [params.otherSource, params.otherId],
  ]) {
    const source = findSource(services, sourceId)
    if (!source || !id) continue
    queryClient
      .query(sessionQuery(queryClient, source, id))
      .then((session) => queryClient.query(analysisQuery(source, session)))
      .catch(() => undefined)
  }
  return null
}

/** Two sessions side by side, each with a source of its own. */
export function Component() {
  const { source = '', id = '', otherSource = '', otherId = '' } = useParams()
  const services = useServices()
  const [first, second] = [findSource(services, source), findSource(services, otherSource)]
  const key = JSON.stringify([source, id, otherSource, otherId])
  if (first && second) return <ReadBoth key={key} first={[first, id]} second={[second, otherId]} />
  // The first's source is known, or the address would have a page of its own.
  return first ? <ReadFirst key={key} first={[first, id]} otherId={otherId} /> : null
}

type Address = readonly [source: SessionSource, id: string]

/** Where the second's source is unknown: the first is what another one can be compared with. */
function ReadFirst({ first, otherId }: { first: Address; otherId: string }) {
  const one = useSide(...first)
  if (!one.session && !one.error) return <Reading />
  const error = new AppError('not-found')
  return <CompareFailure first={one} second={{ source: null, id: otherId, session: null, error }} />
}

function ReadBoth({ first, second }: { first: Address; second: Address }) {
  const sides = { first: useSide(...first), second: useSide(...second) }
  const [one, other] = [sides.first, sides.second]
  if (one.session && other.session) {
    return (
      <CompareView
        one={{ session: one.session, source: first[0] }}
        other={{ session: other.session, source: second[0] }}
      />
    )
  }
  if (one.error ?? other.error) return <CompareFailure {...sides} />
  return <Reading />
}

function Reading() {
  return (
    <div className={styles.page} aria-busy>
      <title>{commonText.pageTitle(text.compared)}</title>
      <p role="status" className="visually-hidden">
        {text.loading}
      </p>
      <div className={styles.headerShape} aria-hidden />
      <div className={styles.stageShape} aria-hidden />
    </div>
  )
}

function useSide(source: SessionSource, id: string): Side {
  const { queryClient } = useServices()
  const query = useQuery(sessionQuery(queryClient, source, id))
  const { data = null, error, refetch } = query
  return {
    source,
    id,
    session: data,
    error: error && !data ? toAppError(error) : null,
    tryAgain: () => void refetch(),
  }
}

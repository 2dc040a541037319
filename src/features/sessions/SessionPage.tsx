import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Outlet, useParams } from 'react-router'
import type { LoaderFunctionArgs } from 'react-router'
import { toAppError } from '../../domain/errors.ts'
import type { Session } from '../../domain/session.ts'
import { commonText } from '../../messages/common.ts'
import { sessionPageText } from '../../messages/sessionPage.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { paths } from '../../paths.ts'
import { analysisQuery, sessionQuery } from '../../queries/sessions.ts'
import { findSource, servicesContext, useServices, useSource } from '../../services.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { CommentsPanel } from './comments/CommentsPanel.tsx'
import { EventsPanel } from './film/EventsPanel.tsx'
import { LanesPanel } from './film/LanesPanel.tsx'
import { VideoPanel } from './film/VideoPanel.tsx'
import { useFilmRoom } from './filmRoom.ts'
import { useHistoryState } from './listPlace.ts'
import { MetricsPanel } from './numbers/MetricsPanel.tsx'
import { NotesPanel } from './notes/NotesPanel.tsx'
import { OtherFields } from './OtherFields.tsx'
import { SessionHeader, SessionWays } from './SessionHeader.tsx'
import styles from './SessionPage.module.css'
import { SessionPlaceholder } from './SessionPlaceholder.tsx'
import { TakeAwayButtons } from './takeAway/TakeAwayButtons.tsx'
import { TrayPanel } from './takeAway/TrayPanel.tsx'
import { ReviewRun } from './review/ReviewRun.tsx'
import { AssessmentPanel } from './series/AssessmentPanel.tsx'
import { SeriesExport } from './series/SeriesExport.tsx'
import { SidedPanel } from './series/SidedPanel.tsx'
import { useMarkSeen } from './review/useMarkSeen.ts'
import { NARROW, useMediaQuery } from './useMediaQuery.ts'

/** Starts both reads and waits for neither. A dialog's address may stand over the list, which needs no series. */
export function loader({ context, params, request }: LoaderFunctionArgs) {
  const services = context.get(servicesContext)
  const source = findSource(services, params.source)
  const id = params.id
  if (!source || !id) return null
  const { queryClient } = services
  const isPage = new URL(request.url).pathname === paths.session(source.id, id)
  queryClient
    .query(sessionQuery(queryClient, source, id))
    .then((session) => (isPage ? queryClient.query(analysisQuery(source, session)) : undefined))
    // The page's own query shows the error.
    .catch(() => undefined)
  return null
}

/** The page, and over it the dialogs that are routes of their own; or those dialogs alone, over the list. */
export function Component() {
  const { over } = useHistoryState()
  return (
    <>
      {over === 'list' ? null : <SessionPage />}
      <Outlet />
    </>
  )
}

export function SessionPage() {
  const { id = '' } = useParams()
  return (
    <ReviewRun id={id}>
      <ShownSession id={id} />
    </ReviewRun>
  )
}

function ShownSession({ id }: { id: string }) {
  const source = useSource()
  const { queryClient } = useServices()
  const query = useQuery(sessionQuery(queryClient, source, id))
  const error = query.error && toAppError(query.error)

  if (error?.kind === 'not-found') return <NotThere lookedAt={error.lookedAt} />
  if (query.data) return <SessionView key={id} session={query.data} />
  if (!error) return <SessionPlaceholder />
  return (
    <div className={styles.page}>
      <title>{commonText.pageTitle(sessionsText.title)}</title>
      <header>
        <SessionWays />
      </header>
      <ErrorPanel error={error} title={sessionPageText.failed} onReadAgain={() => void query.refetch()} />
      <ToList />
    </div>
  )
}

function SessionView({ session }: { session: Session }) {
  const source = useSource()
  // On a phone the picture comes first, for the eye and for the keyboard alike.
  const narrow = useMediaQuery(NARROW)
  useMarkSeen(session)
  const film = useFilmRoom(session)
  const onOneClock = useRef<HTMLDivElement>(null)
  const header = <SessionHeader session={session} searchNow={film.searchNow} />
  return (
    <article className={styles.page}>
      <title>{commonText.pageTitle(session.title || commonText.untitled)}</title>
      {narrow ? null : header}
      <div ref={onOneClock} className={styles.film}>
        <VideoPanel
          session={session}
          film={film}
          keysWithin={onOneClock}
          tools={(onRenew) => (
            <TakeAwayButtons source={source} session={session} film={film} onRenew={onRenew} />
          )}
        />
        {narrow ? header : null}
        <LanesPanel
          session={session}
          film={film}
          tools={(analysis) => <SeriesExport session={session} analysis={analysis} />}
        />
        <EventsPanel session={session} film={film} />
      </div>
      <div className={styles.numbers}>
        {source.facts.has('metrics') ? <MetricsPanel session={session} film={film} /> : null}
        <SidedPanel session={session} />
        <AssessmentPanel session={session} />
        {source.comments ? <CommentsPanel session={session} /> : null}
        <NotesPanel session={session} film={film} />
        <TrayPanel session={session} film={film} />
        <OtherFields fields={session.extra} />
      </div>
    </article>
  )
}

/** `lookedAt`: how many records were looked through, where there may be more; null where it is certain. */
function NotThere({ lookedAt }: { lookedAt: number | null }) {
  return (
    <div className={styles.page}>
      <title>{commonText.pageTitle(sessionPageText.notFoundTitle)}</title>
      <header>
        <SessionWays />
      </header>
      <div className={styles.whole}>
        <EmptyState level={1} title={sessionPageText.notFoundTitle} action={<ToList />}>
          <p>{lookedAt === null ? sessionPageText.notFound : sessionPageText.notAmong(lookedAt)}</p>
        </EmptyState>
      </div>
    </div>
  )
}

function ToList() {
  const source = useSource()
  const { list } = useHistoryState()
  return (
    <div>
      <ButtonLink to={paths.sessions(source.id, list?.search)} state={{ row: list?.row ?? 0 }}>
        {sessionPageText.toList}
      </ButtonLink>
    </div>
  )
}

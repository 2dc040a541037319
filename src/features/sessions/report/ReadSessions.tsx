import { useQueries } from '@tanstack/react-query'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { toAppError } from '../../../domain/errors.ts'
import type { Session } from '../../../domain/session.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { commonText } from '../../../messages/common.ts'
import { reportText as text } from '../../../messages/report.ts'
import { sessionPageText } from '../../../messages/sessionPage.ts'
import { paths } from '../../../paths.ts'
import type { SessionAddress } from '../../../paths.ts'
import { sessionQuery } from '../../../queries/sessions.ts'
import { findSource, homeSource, useServices } from '../../../services.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ReadFailure } from '../compare/ReadFailure.tsx'
import { useHistoryState } from '../listPlace.ts'
import styles from './ReportDesk.module.css'

export type ReadSession = { readonly source: SessionSource; readonly session: Session }

/** Reads the sessions of a report and shows it when all of them are there, or why they are not. */
export function ReadSessions({
  addresses,
  children,
}: {
  addresses: readonly SessionAddress[]
  children: (read: readonly ReadSession[]) => ReactNode
}) {
  const services = useServices()
  const wanted = addresses.flatMap(({ source, id }) => {
    const found = findSource(services, source)
    return found ? [{ source: found, id }] : []
  })
  const queries = useQueries({
    queries: wanted.map(({ source, id }) => sessionQuery(services.queryClient, source, id)),
  })
  const read = queries.flatMap(({ data }, index) => {
    const source = wanted[index]?.source
    return data && source ? [{ source, session: data }] : []
  })
  if (read.length === addresses.length) return children(read)

  const errors = queries.map(({ error }) => error && toAppError(error))
  if (wanted.length < addresses.length || errors.some((error) => error?.kind === 'not-found'))
    return <NotThere />
  const error = errors.find((each) => each !== null)
  return (
    <div className={styles.page}>
      <title>{commonText.pageTitle(text.title)}</title>
      <div className={styles.whole}>
        {error ? (
          <ReadFailure
            error={error}
            title={text.sessionFailed}
            source={wanted[errors.indexOf(error)]?.source ?? null}
            onTryAgain={() => queries.forEach((query) => query.error && void query.refetch())}
          />
        ) : (
          <p role="status">{text.loading}</p>
        )}
      </div>
    </div>
  )
}

function NotThere() {
  const first = homeSource(useServices())
  return (
    <div className={styles.page}>
      <title>{commonText.pageTitle(sessionPageText.notFoundTitle)}</title>
      <div className={styles.whole}>
        <EmptyState
          level={1}
          title={sessionPageText.notFoundTitle}
          action={
            first ? <ButtonLink to={paths.sessions(first.id)}>{sessionPageText.toList}</ButtonLink> : null
          }
        >
          <p>{sessionPageText.notFound}</p>
        </EmptyState>
      </div>
    </div>
  )
}

export function WayBack({ to, children }: { to: string; children: string }) {
  const { list } = useHistoryState()
  return (
    <Link className={styles.back} to={to} state={{ list }}>
      <ChevronLeft aria-hidden />
      {children}
    </Link>
  )
}

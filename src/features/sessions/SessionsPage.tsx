import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { toAppError } from '../../domain/errors.ts'
import { formatDay } from '../../domain/recordedAt.ts'
import type { Session } from '../../domain/session.ts'
import type { SessionQuery } from '../../domain/source.ts'
import { useCursorPages } from '../../lib/useCursorPages.ts'
import { commonText } from '../../messages/common.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { paths } from '../../paths.ts'
import { sessionsQuery } from '../../queries/sessions.ts'
import { useCaller } from '../../queries/useCaller.ts'
import { useServices, useSource } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { filtersSet, readListAddress, writeListAddress } from './listAddress.ts'
import { useHistoryState } from './listPlace.ts'
import { ListPager } from './ListPager.tsx'
import { NoAccess } from './NoAccess.tsx'
import { sessionColumns } from './sessionColumns.tsx'
import { SessionFilters } from './SessionFilters.tsx'
import type { ChangeQuery } from './SessionFilters.tsx'
import styles from './SessionsPage.module.css'

/** Rows drawn while the list is on its way: what fits a screen, whatever the page size. */
const PLACEHOLDERS = 25

export function SessionsPage() {
  const source = useSource()
  const { queryClient } = useServices()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const { say } = useNotices()
  const [params] = useSearchParams()
  const { row = 0 } = useHistoryState()
  useCaller(source)

  const query = readListAddress(params, source.filters)
  const options = sessionsQuery(source, query)
  const list = useInfiniteQuery(options)
  const pages = useCursorPages(list, query.size, row)
  const error = list.error && toAppError(list.error)
  const moreFailed = list.isFetchNextPageError || list.isFetchPreviousPageError
  const readAgain = () =>
    list.isFetchNextPageError
      ? list.fetchNextPage()
      : list.isFetchPreviousPageError
        ? list.fetchPreviousPage()
        : list.refetch()

  const show: ChangeQuery = (change, typing = false) => {
    // The address bar is ahead of what is drawn when two changes follow each other quickly.
    const present = readListAddress(new URLSearchParams(window.location.search), source.filters)
    const next = writeListAddress(change(present))
    const replace = typing && present.title !== undefined
    void navigate(paths.sessions(source.id, next), { replace, state: { row: 0 } })
  }
  const stand = (at: number) => {
    void navigate(pathname + search, { state: { row: at } })
    scrollTo({ top: 0 })
  }

  const stale = error?.kind === 'stale-cursor'
  useEffect(() => {
    if (!stale) return
    say(sessionsText.startedAgain)
    void queryClient.resetQueries({ queryKey: options.queryKey })
    void navigate(pathname + search, { replace: true, state: { row: 0 } })
    // The effect answers one event, the list's own "walk again"; what it uses may change without asking again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stale])

  const address = writeListAddress(query)

  if (error?.kind === 'forbidden-role' && !list.data) return <NoAccess />

  const set = filtersSet(query)
  const empty = !pages.isLoading && !error && pages.rows.length === 0
  const leftOut = (list.data?.pages ?? []).reduce((sum, page) => sum + page.leftOut, 0)
  const missingDays = (list.data?.pages ?? []).flatMap(({ incompleteDay }) => incompleteDay ?? [])

  return (
    <div className={styles.page}>
      <title>{commonText.pageTitle(sessionsText.title)}</title>
      <h1>{sessionsText.title}</h1>
      <SessionFilters query={query} onChange={show} />
      {error && !stale ? (
        <ErrorPanel
          error={error}
          title={moreFailed ? sessionsText.moreFailed : sessionsText.listFailed}
          onTryAgain={() => void readAgain()}
        />
      ) : null}
      {missingDays.map((day) => (
        <p key={day} role="status" className={styles.warning}>
          {sessionsText.incompleteDay(formatDay(day))}
        </p>
      ))}
      <section className={styles.sheet} data-refreshing={list.isPlaceholderData || undefined}>
        {error && !list.data ? null : (
          <SessionsTable
            rows={pages.rows}
            placeholders={pages.isLoading ? Math.min(PLACEHOLDERS, query.size) : 0}
            search={address}
            row={pages.first}
          />
        )}
        {empty ? (
          <EmptyState
            title={set.length > 0 ? sessionsText.noMatchTitle : sessionsText.emptyTitle}
            action={
              set.length > 0 ? (
                <Button onClick={() => show(({ size }) => ({ size }))}>{sessionsText.clearFilters}</Button>
              ) : null
            }
          >
            <p>{set.length > 0 ? sessionsText.noMatch(describeFilters(query)) : sessionsText.empty}</p>
            {query.from && query.to && query.from > query.to ? <p>{sessionsText.wrongRange}</p> : null}
          </EmptyState>
        ) : null}
        {leftOut > 0 ? <p className={styles.leftOut}>{sessionsText.leftOut(leftOut)}</p> : null}
        <ListPager
          pages={pages}
          size={query.size}
          filtered={set.length > 0}
          onStand={stand}
          onSize={(size) => show((present) => ({ ...present, size }))}
        />
      </section>
    </div>
  )
}

/** `search` and `row` say where in which list the rows stand, for the way back from a session's page. */
function SessionsTable({
  rows,
  placeholders,
  search,
  row,
}: {
  rows: Session[]
  placeholders: number
  search: string
  row: number
}) {
  const columns = useMemo(() => sessionColumns({ search, row }), [search, row])
  return (
    <DataTable
      label={sessionsText.title}
      columns={columns}
      rows={rows}
      placeholders={placeholders}
      rowMark={markUnreadable}
    />
  )
}

const markUnreadable = ({ unreadable }: Session) => (unreadable.length > 0 ? 'unreadable' : undefined)

function describeFilters(query: SessionQuery): string {
  return filtersSet(query)
    .map((name) => {
      const value = query[name]
      const shown = name === 'from' || name === 'to' ? formatDay(String(value)) : String(value)
      return `${sessionsText.filter[name]} “${shown}”`
    })
    .join(', ')
}

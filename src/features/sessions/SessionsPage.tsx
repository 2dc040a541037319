import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { toAppError } from '../../domain/errors.ts'
import { formatDay } from '../../domain/recordedAt.ts'
import { useCursorPages } from '../../lib/useCursorPages.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { paths } from '../../paths.ts'
import { inListOrder } from '../../queries/selection.ts'
import { useConnection } from '../../queries/connection.ts'
import { isSieved } from '../../queries/sessions.ts'
import { useCaller } from '../../queries/useCaller.ts'
import { useServices, useSource } from '../../services.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { CheckboxField } from '../../ui/fields.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { ColumnsPanel } from './ColumnsPanel.tsx'
import { ExportButton } from './export/ExportButton.tsx'
import { readListAddress, writeListAddress } from './listAddress.ts'
import { columnsOf } from './listLayout.ts'
import type { LastSeen, ListPlace } from './listPlace.ts'
import { ListPager } from './ListPager.tsx'
import { NoAccess } from './NoAccess.tsx'
import { NoSessions } from './NoSessions.tsx'
import { listQuery } from './seen.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { SessionFilters } from './SessionFilters.tsx'
import type { ChangeQuery } from './SessionFilters.tsx'
import styles from './SessionsPage.module.css'
import { SessionsTable } from './SessionsTable.tsx'
import { useFolding } from './useFolding.ts'
import { useListLayout } from './useListLayout.ts'
import { useSelection } from './useSelection.ts'
import { ViewsMenu } from './ViewsMenu.tsx'

const ListShortcuts = lazy(() =>
  import('./review/ListShortcuts.tsx').then(
    (module) => ({ default: module.ListShortcuts }),
    // A list whose shortcuts cannot be fetched is a list all the same.
    () => ({ default: () => null }),
  ),
)

const ReadOn = lazy(() => import('./ReadOn.tsx').then((module) => ({ default: module.ReadOn })))

/** Rows drawn while the list is on its way: what fits a screen, whatever the page size. */
const PLACEHOLDERS = 25

/** More rows than anybody reads on to by hand. */
const ONE_SCREEN = 1_000_000

/**
 * The list at a place of it: filters and page size of the address, and the row that stands first. `last` is the session
 * it is come back from.
 */
export function SessionsPage({ place, last }: { place: ListPlace; last: LastSeen | null }) {
  const source = useSource()
  const { auth, queryClient } = useServices()
  const navigate = useNavigate()
  const { say } = useNotices()
  const { layout, changeLayout } = useListLayout()
  useCaller(source)

  const query = readListAddress(new URLSearchParams(place.search), source.filters)
  const options = listQuery(auth, source, query)
  const list = useInfiniteQuery(options)
  // A list that only goes forward and has no total is one screen that grows.
  const continuous = source.paging === 'continuous'
  const pages = useCursorPages(
    list,
    continuous ? ONE_SCREEN : query.size,
    continuous ? 0 : place.row,
    !continuous && !isSieved(query),
  )
  const folds = source.facts.has('assessment')
  const folding = useFolding(
    pages.rows,
    folds && (layout.fold ?? false),
    useSelection(pages.rows, pages.loaded),
    list.hasNextPage,
  )
  const { rows, selection } = folding
  const selected = useMemo(
    () => inListOrder(selection.sessions, pages.loaded),
    [selection.sessions, pages.loaded],
  )
  const root = useRef<HTMLDivElement>(null)
  const [exporting, setExporting] = useState(false)
  const error = list.error && toAppError(list.error)
  const moreFailed = list.isFetchNextPageError || list.isFetchPreviousPageError
  const readAgain = () =>
    list.isFetchNextPageError
      ? list.fetchNextPage()
      : list.isFetchPreviousPageError
        ? list.fetchPreviousPage()
        : list.refetch()

  const goTo = (search: string, { row = 0, replace = false } = {}) =>
    void navigate(paths.sessions(source.id, search), { replace, state: { row } })
  const show: ChangeQuery = (change, typing = false) => {
    // The address bar is ahead of what is drawn when two changes follow each other quickly.
    const present = readListAddress(new URLSearchParams(window.location.search), source.filters)
    goTo(writeListAddress(change(present)), { replace: typing && present.title !== undefined })
  }
  const stand = (row: number) => {
    goTo(place.search, { row })
    scrollTo({ top: 0 })
  }
  const onPrevious = pages.hasPrevious ? () => stand(Math.max(0, pages.first - query.size)) : null
  // A screen may stand half full while the rest of it is on its way: the next one begins where it ends.
  const onNext = pages.hasNext ? () => stand(pages.first + (pages.rows.length || query.size)) : null

  const stale = error?.kind === 'stale-cursor'
  useEffect(() => {
    if (!stale) return
    say(sessionsText.startedAgain)
    void queryClient.resetQueries({ queryKey: options.queryKey })
    // A dialog over the list keeps its address.
    if (window.location.pathname === paths.sessions(source.id)) goTo(place.search, { replace: true })
    // The effect answers one event, the list's own "walk again"; what it uses may change without asking again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stale])

  // The panel over the list asks for the source's own sign-in; once it is there the list goes on where it stopped.
  const connection = useConnection(source)
  const ended = error?.kind === 'signed-out' && connection !== null
  const goesOn = ended && connection.state === 'connected' && list.isFetchNextPageError
  const { fetchNextPage } = list
  useEffect(() => {
    if (goesOn) void fetchNextPage()
  }, [goesOn, fetchNextPage])

  if (error?.kind === 'forbidden-role' && !list.data && connection === null) return <NoAccess />

  const read = list.data?.pages ?? []
  const leftOut = read.reduce((sum, page) => sum + page.leftOut, 0)
  const missingDays = [...new Set(read.flatMap(({ incompleteDays }) => incompleteDays))]
  const { lookedAt = 0, hidden = 0 } = read.at(-1) ?? {}
  const empty = !pages.isLoading && !error && pages.rows.length === 0

  return (
    <div ref={root} className={styles.page}>
      <header className={styles.header}>
        <h1>{sessionsText.title}</h1>
        <ViewsMenu
          query={query}
          layout={layout}
          onPick={(search, columns) => {
            if (columns) changeLayout({ ...layout, columns })
            goTo(search)
          }}
        />
        <div className={styles.end}>
          {folds ? (
            <CheckboxField
              label={sessionsText.foldAssessments}
              checked={layout.fold ?? false}
              onChange={({ target }) => changeLayout({ ...layout, fold: target.checked })}
            />
          ) : null}
          <ExportButton
            open={exporting}
            onOpenChange={setExporting}
            query={query}
            layout={layout}
            selected={selected}
            loaded={pages.loaded}
            total={pages.total}
          />
          <ColumnsPanel layout={layout} offered={columnsOf(source)} onChange={changeLayout} />
        </div>
      </header>
      <SessionFilters query={query} rows={list.data || error ? pages.rows : undefined} onChange={show} />
      {error && !stale && !ended ? (
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
      <section className={styles.sheet} data-density={layout.density}>
        {error && !list.data ? null : (
          <SessionsTable
            rows={rows}
            placeholders={pages.isLoading ? Math.min(PLACEHOLDERS, query.size) : 0}
            search={place.search}
            row={pages.first}
            layout={layout}
            attention={query.attention ?? false}
            selection={selection}
            folds={folding.folds}
            onFold={folding.onFold}
          />
        )}
        {empty ? (
          <NoSessions
            query={query}
            lookedAt={lookedAt}
            hidden={hidden}
            total={pages.total}
            onClear={() => show(({ size }) => ({ size }))}
          />
        ) : null}
        {leftOut > 0 ? <p className={styles.leftOut}>{sessionsText.leftOut(leftOut)}</p> : null}
        <div className={styles.foot}>
          <SelectionBar
            selection={selection}
            selected={selected}
            rows={pages.rows}
            onExport={() => setExporting(true)}
          />
          {continuous && !isSieved(query) ? (
            <Suspense fallback={null}>
              <ReadOn
                loaded={pages.loaded.length}
                loading={pages.isLoading}
                hasMore={pages.canReadOn}
                size={query.size}
                reading={list.isFetching}
                onReadOn={() => void list.fetchNextPage()}
                onReadAgain={() => void queryClient.resetQueries({ queryKey: options.queryKey })}
                onSize={(size) => show((present) => ({ ...present, size }))}
              />
            </Suspense>
          ) : (
            <ListPager
              pages={pages}
              query={query}
              lookedAt={lookedAt}
              hidden={hidden}
              reading={list.isFetching}
              onReadOn={() => void list.fetchNextPage()}
              onPrevious={onPrevious}
              onNext={onNext}
              onSize={(size) => show((present) => ({ ...present, size }))}
            />
          )}
        </div>
      </section>
      {list.data ? (
        <Suspense fallback={null}>
          <ListShortcuts
            root={root}
            rows={rows}
            last={last}
            onPrevious={onPrevious}
            onNext={onNext}
            onToggle={selection.onToggle}
            onClear={selection.selected.size > 0 ? selection.clear : null}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

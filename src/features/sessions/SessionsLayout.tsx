import { lazy, Suspense, useEffect, useState } from 'react'
import { NavigationType, Outlet, useLocation, useNavigate, useNavigationType, useParams } from 'react-router'
import { commonText } from '../../messages/common.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { useConnection } from '../../queries/connection.ts'
import { useSource } from '../../services.ts'
import { KeptPage } from '../../ui/KeptPage.tsx'
import { useHistoryState } from './listPlace.ts'
import type { LastSeen, ListPlace } from './listPlace.ts'
import { SessionsPage } from './SessionsPage.tsx'

const SourceConnection = lazy(() =>
  import('./SourceConnection.tsx').then((module) => ({ default: module.SourceConnection })),
)

/**
 * The list, and over it or instead of it what was opened from it. Once shown, the list is kept, so that going back to
 * it draws nothing anew.
 */
export function SessionsLayout() {
  const source = useSource()
  const connection = useConnection(source)
  if (connection === null) return <Shown />
  const panel = (
    <Suspense fallback={null}>
      <SourceConnection source={source} />
    </Suspense>
  )
  // What was read stays readable when the connection ends.
  return connection.state === 'none' ? (
    panel
  ) : (
    <>
      {panel}
      <Shown />
    </>
  )
}

function Shown() {
  const { source, id } = useParams()
  const { search } = useLocation()
  const { over } = useHistoryState()
  const shown = id === undefined || over === 'list'
  const last = useLastSeen(shown)
  const row = usePlacedRow(shown, last)
  const [place, setPlace] = useState<ListPlace | null>(null)
  if (shown && (place?.search !== search || place.row !== row)) setPlace({ search, row })
  return (
    <>
      {shown ? <title>{commonText.pageTitle(sessionsText.title)}</title> : null}
      {place ? (
        <KeptPage shown={shown}>
          <SessionsPage key={source} place={place} last={last} />
        </KeptPage>
      ) : null}
      <Outlet />
    </>
  )
}

/**
 * The session that was looked at last, once the list is come back to: by history or by a link that names its row. It
 * lasts as long as the list stays at that place.
 */
function useLastSeen(shown: boolean): LastSeen | null {
  const { id } = useParams()
  const { key, search } = useLocation()
  const { list, row } = useHistoryState()
  const isBack = useNavigationType() === NavigationType.Pop || row !== undefined
  const [last, setLast] = useState<{ seen: LastSeen; backAt: string | null } | null>(null)
  if (!shown && id !== undefined) {
    const changed = last?.seen.id !== id || last.seen.row !== list?.row || last.backAt !== null
    if (list && changed) setLast({ seen: { ...list, id }, backAt: null })
  } else if (last?.backAt === null) {
    setLast(isBack && last.seen.search === search ? { ...last, backAt: key } : null)
  }
  if (!last || last.backAt === null || last.seen.search !== search) return null
  return last.backAt === key || last.seen.row === row ? last.seen : null
}

/** The row that stands first. After a walk from session to session it is another one than when the list was left. */
function usePlacedRow(shown: boolean, last: LastSeen | null): number {
  const navigate = useNavigate()
  const { search } = useLocation()
  const { row = 0, over } = useHistoryState()
  const moved = shown && over === undefined && last !== null && last.row !== row
  useEffect(() => {
    if (moved)
      void navigate({ search }, { replace: true, preventScrollReset: true, state: { row: last.row } })
  }, [moved, navigate, search, last])
  return moved ? last.row : row
}

import { useState } from 'react'
import { Outlet, useLocation, useParams } from 'react-router'
import { commonText } from '../../messages/common.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { KeptPage } from '../../ui/KeptPage.tsx'
import { useHistoryState } from './listPlace.ts'
import type { ListPlace } from './listPlace.ts'
import { SessionsPage } from './SessionsPage.tsx'

/**
 * The list, and over it or instead of it what was opened from it. Once shown, the list is kept, so that going back to
 * it draws nothing anew.
 */
export function SessionsLayout() {
  const { source, id } = useParams()
  const { search } = useLocation()
  const { over, row = 0 } = useHistoryState()
  const shown = id === undefined || over === 'list'
  const [place, setPlace] = useState<ListPlace | null>(null)
  if (shown && (place?.search !== search || place.row !== row)) setPlace({ search, row })
  return (
    <>
      {shown ? <title>{commonText.pageTitle(sessionsText.title)}</title> : null}
      {place ? (
        <KeptPage shown={shown}>
          <SessionsPage key={source} place={place} />
        </KeptPage>
      ) : null}
      <Outlet />
    </>
  )
}

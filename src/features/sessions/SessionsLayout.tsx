import { Activity, useState } from 'react'
import { Outlet, useLocation, useParams } from 'react-router'
import { commonText } from '../../messages/common.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { useHistoryState } from './listPlace.ts'
import type { ListPlace } from './listPlace.ts'
import { SessionsPage } from './SessionsPage.tsx'

/**
 * The list, and over it or instead of it what was opened from it. Once shown, the list stays where it was, hidden and
 * at rest, so that going back to it draws nothing anew.
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
        <Activity mode={shown ? 'visible' : 'hidden'}>
          <SessionsPage key={source} place={place} />
        </Activity>
      ) : null}
      <Outlet />
    </>
  )
}

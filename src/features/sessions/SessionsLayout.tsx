import { Outlet, useParams } from 'react-router'
import { useHistoryState } from './listPlace.ts'
import { SessionsPage } from './SessionsPage.tsx'

/** The list stays where it is while a dialog that was opened from it is on top. */
export function SessionsLayout() {
  const onList = useParams().id === undefined
  const { over } = useHistoryState()
  return (
    <>
      {onList || over === 'list' ? <SessionsPage /> : null}
      <Outlet />
    </>
  )
}

import { readListAddress } from '../features/sessions/listAddress.ts'
import { listQuery, momentNow } from '../features/sessions/seen.ts'
import { startView } from '../features/sessions/savedViews.ts'
import { todayHere } from '../domain/calendarDays.ts'
import { membershipQuery } from '../queries/membership.ts'
import { sessionQuery } from '../queries/sessions.ts'
import { readSessionPath } from '../paths.ts'
import type { Services } from '../services.ts'

/** When the console was started: what is read ahead is what the way from `/` then leads to. */
export const STARTED_AT = momentNow()

/** Asks for what the address will show as soon as the sign-in is known. */
export async function startFirstRead(
  services: Services,
  { pathname, search }: { pathname: string; search: string },
): Promise<void> {
  const { auth, queryClient, sources } = services
  const account = await auth.ready()
  if (account === null) return
  const address = readSessionPath(pathname)
  const source = pathname === '/' ? sources[0] : sources.find(({ id }) => id === address?.source)
  if (!source) return
  if (address?.id) {
    queryClient.query(sessionQuery(queryClient, source, address.id)).catch(shownWhereUsed)
  } else {
    const shown = pathname === '/' ? startView(account.id, source, todayHere(), STARTED_AT).search : search
    const query = readListAddress(new URLSearchParams(shown), source.filters)
    queryClient.infiniteQuery(listQuery(auth, source, query)).catch(shownWhereUsed)
  }
  queryClient.query(membershipQuery(source)).catch(shownWhereUsed)
}

const shownWhereUsed = () => undefined

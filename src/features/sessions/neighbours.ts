import type { QueryClient } from '@tanstack/react-query'
import type { Session } from '../../domain/session.ts'
import type { SessionSource } from '../../domain/source.ts'
import { sessionsQuery } from '../../queries/sessions.ts'
import { readListAddress } from './listAddress.ts'
import type { HistoryState } from './listPlace.ts'

export type Neighbours = { previous: Session | null; next: Session | null }

/** The sessions before and after this one in the list it was opened from, as far as that list is in memory. */
export function findNeighbours(
  queryClient: QueryClient,
  source: SessionSource,
  id: string,
  list: HistoryState['list'],
): Neighbours {
  if (!list) return { previous: null, next: null }
  const query = readListAddress(new URLSearchParams(list.search), source.filters)
  const rows = queryClient
    .getQueryData(sessionsQuery(source, query).queryKey)
    ?.pages.flatMap((page) => page.items)
  const index = rows?.findIndex((session) => session.id === id) ?? -1
  if (!rows || index < 0) return { previous: null, next: null }
  return { previous: rows[index - 1] ?? null, next: rows[index + 1] ?? null }
}

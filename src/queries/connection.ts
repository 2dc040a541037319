import type { Query, QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { SourceId } from '../domain/session.ts'
import type { Connection, SessionSource } from '../domain/source.ts'

const never = () => () => undefined
const nothing = () => null

/** Whether the source's own account is connected; null for a source without one. */
export function useConnection({ connection }: Pick<SessionSource, 'connection'>): Connection | null {
  return useSyncExternalStore(
    connection ? connection.subscribe : never,
    connection ? connection.current : nothing,
  )
}

/** Every query key names its source second. */
const isOf =
  (source: SourceId) =>
  ({ queryKey }: Query) =>
    queryKey[1] === source

/**
 * Connects, and reads again what had failed; a list that has rows goes on by itself, where it stopped. Nothing is kept
 * that another account, or one that nobody knows any more, has read. Rejects with `ConnectError`.
 */
export async function connectSource(
  queryClient: QueryClient,
  { id, connection }: SessionSource,
  account: string,
  password: string,
  signal?: AbortSignal,
): Promise<void> {
  const before = connection?.current()
  await connection?.connect(account, password, signal)
  const isSame = before && before.state !== 'none' && before.account === account
  if (!isSame) void queryClient.resetQueries({ predicate: isOf(id) })
  else
    void queryClient.invalidateQueries({
      predicate: (query) => isOf(id)(query) && query.state.status === 'error' && !hasRows(query),
    })
}

/** Read again as a whole a long list would be asked for from its beginning. */
const hasRows = ({ state: { data } }: Query): boolean =>
  typeof data === 'object' && data !== null && 'pages' in data

/** Ends the connection; what was read by it goes. */
export function disconnectSource(queryClient: QueryClient, { id, connection }: SessionSource): void {
  connection?.disconnect()
  queryClient.removeQueries({ predicate: isOf(id) })
}

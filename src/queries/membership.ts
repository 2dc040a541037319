import { queryOptions } from '@tanstack/react-query'
import type { SessionSource } from '../domain/source.ts'

/** What the organisation's own record says of the caller: asked beside a list, never before it. */
export function membershipQuery(source: SessionSource) {
  return queryOptions({
    queryKey: ['membership', source.id],
    queryFn: ({ signal }) => source.membership(signal),
    staleTime: 5 * 60_000,
  })
}

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Caller } from '../domain/permissions.ts'
import type { SessionSource } from '../domain/source.ts'
import { useServices } from '../services.ts'
import type { Services } from '../services.ts'
import { membershipQuery } from './membership.ts'

/** The signed-in account as far as it is known; null while nobody is signed in. */
export function useCaller(source: SessionSource): Caller | null {
  const user = useServices().auth.current()
  const { data: membership = null } = useQuery(membershipQuery(source))
  return useMemo(() => user && { user, membership }, [user, membership])
}

/** The same, read once, for a table whose rows need it on a click only. */
export function readCaller({ auth, queryClient }: Services, source: SessionSource): Caller | null {
  const user = auth.current()
  return user && { user, membership: queryClient.getQueryData(membershipQuery(source).queryKey) ?? null }
}

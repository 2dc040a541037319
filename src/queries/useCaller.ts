import { useQuery } from '@tanstack/react-query'
import type { Caller } from '../domain/permissions.ts'
import type { SessionSource } from '../domain/source.ts'
import { useServices } from '../services.ts'
import { membershipQuery } from './membership.ts'

/** The signed-in account as far as it is known; null while nobody is signed in. */
export function useCaller(source: SessionSource): Caller | null {
  const { auth } = useServices()
  const membership = useQuery(membershipQuery(source)).data ?? null
  const user = auth.current()
  return user && { user, membership }
}

import { useEffect } from 'react'
import type { Session } from '../../../domain/session.ts'
import { useServices, useSource } from '../../../services.ts'
import { markSeen, seenOwner } from '../seen.ts'

/** Remembers on this device that the page of this session was opened. */
export function useMarkSeen({ id }: Session): void {
  const source = useSource()
  const { auth } = useServices()
  useEffect(() => markSeen(seenOwner(auth, source), id), [auth, source, id])
}

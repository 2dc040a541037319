import { useCallback, useSyncExternalStore } from 'react'
import type { Connection, SessionSource } from '../domain/source.ts'

/** Whether a source can be asked; one that needs no sign-in of its own always can. */
export type SourceState = Connection['state']

const stateOf = ({ connection }: SessionSource): SourceState => connection?.current().state ?? 'connected'

/** The state of each of these sources, in their order, as it is now. */
export function useSourceStates(sources: readonly SessionSource[]): readonly SourceState[] {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = sources.map(({ connection }) => connection?.subscribe(listener))
      return () => stops.forEach((stop) => stop?.())
    },
    [sources],
  )
  // One text for all of them, which stays the same for as long as they do.
  const states = useSyncExternalStore(subscribe, () => sources.map(stateOf).join(' '))
  return states.split(' ') as SourceState[]
}

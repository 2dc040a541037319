import { isUnitSystem } from '../domain/units.ts'
import type { UnitSystem } from '../domain/units.ts'
import { useServices } from '../services.ts'
import { createOwnStore, useOwn } from './ownStore.ts'

/** Each account's choice of units, on this device. */
export const unitStore = createOwnStore<UnitSystem>({
  name: 'units',
  version: 1,
  empty: 'metric',
  read: (json) => (isUnitSystem(json) ? json : null),
})

export function useUnits(): [UnitSystem, (system: UnitSystem) => void] {
  const owner = { account: useServices().auth.current()?.id ?? null }
  const { value } = useOwn(unitStore, owner)
  return [value, (system) => void unitStore.change(owner, () => system)]
}

import { useOwn } from '../../lib/ownStore.ts'
import { useServices, useSource } from '../../services.ts'
import { builtInViews, viewsStore } from './savedViews.ts'
import type { SavedViews } from './savedViews.ts'

/** The account's views of the source on the screen. `change` is false when this device does not keep it. */
export function useSavedViews() {
  const { auth } = useServices()
  const source = useSource()
  const account = auth.current()?.id ?? null
  const owner = { account, source: source.id }
  const { value: saved, kept } = useOwn(viewsStore, owner)
  return {
    saved,
    kept,
    source: source.id,
    builtIn: builtInViews(account ?? '', source.filters),
    change: (change: (present: SavedViews) => SavedViews): boolean => viewsStore.change(owner, change),
  }
}

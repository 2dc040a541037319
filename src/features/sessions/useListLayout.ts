import { useOwn } from '../../lib/ownStore.ts'
import { useServices } from '../../services.ts'
import { layoutStore } from './listLayout.ts'
import type { ListLayout } from './listLayout.ts'

/** The account's own columns and density on this device. */
export function useListLayout(): { layout: ListLayout; changeLayout: (layout: ListLayout) => void } {
  const { auth } = useServices()
  const owner = { account: auth.current()?.id ?? null }
  const { value: layout } = useOwn(layoutStore, owner)
  return { layout, changeLayout: (next) => void layoutStore.change(owner, () => next) }
}

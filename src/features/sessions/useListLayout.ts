import { useMemo } from 'react'
import { useOwn } from '../../lib/ownStore.ts'
import { useServices, useSource } from '../../services.ts'
import { layoutOf, layoutStore } from './listLayout.ts'
import type { ListLayout } from './listLayout.ts'

/** The account's own columns and density of this source's list, on this device. */
export function useListLayout(): { layout: ListLayout; changeLayout: (layout: ListLayout) => void } {
  const source = useSource()
  const { auth } = useServices()
  const account = auth.current()?.id ?? null
  const owner = { account, source: source.id }
  const { value } = useOwn(layoutStore, owner)
  const layout = useMemo(() => layoutOf(source, value), [source, value])
  return { layout, changeLayout: (next) => void layoutStore.change(owner, () => next) }
}

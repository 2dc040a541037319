import { lazy, Suspense } from 'react'
import type { ComponentProps } from 'react'

/** Fetches what can be done with a selection. */
export const loadSelectionTools = () => import('./bulk/SelectionTools.tsx')
const SelectionTools = lazy(() => loadSelectionTools().then((module) => ({ default: module.SelectionTools })))

/** What can be done with the selected sessions; nothing while none is. */
export function SelectionBar(props: ComponentProps<typeof SelectionTools>) {
  if (props.selection.sessions.size === 0) return null
  return (
    <Suspense fallback={null}>
      <SelectionTools {...props} />
    </Suspense>
  )
}

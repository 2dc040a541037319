import { lazy, Suspense } from 'react'
import type { SessionSource } from '../../../domain/source.ts'
import { useOwn } from '../../../lib/ownStore.ts'
import { useServices } from '../../../services.ts'
import { bulkStore } from './bulkStore.ts'

/** A console that cannot fetch it is whole without: the job is kept, and shown by the next page. */
const BulkStrip = lazy(() =>
  import('./BulkStrip.tsx').then(
    (module) => ({ default: module.BulkStrip }),
    () => ({ default: () => null }),
  ),
)

/** The bulk work of the signed-in account, on every page, as long as there is some. */
export function BulkDock() {
  const { sources } = useServices()
  return sources.map((source) => (source.writer ? <StripOf key={source.id} source={source} /> : null))
}

function StripOf({ source }: { source: SessionSource }) {
  const { auth } = useServices()
  const { value } = useOwn(bulkStore, { account: auth.current()?.id ?? null, source: source.id })
  if (value === null) return null
  return (
    <Suspense fallback={null}>
      <BulkStrip source={source} />
    </Suspense>
  )
}

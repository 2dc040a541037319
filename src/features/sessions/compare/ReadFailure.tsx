import { lazy, Suspense } from 'react'
import type { AppError } from '../../../domain/errors.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'

const ConnectPanel = lazy(() =>
  import('../../../auth/ConnectPanel.tsx').then((module) => ({ default: module.ConnectPanel })),
)

/** What a source did not answer, with the way to mend it: its own sign-in where that is what is missing. */
export function ReadFailure({
  error,
  title,
  source,
  onTryAgain,
}: {
  error: AppError
  title: string
  /** Null: it is not known here. */
  source: SessionSource | null
  onTryAgain?: (() => void) | undefined
}) {
  if (error.kind === 'signed-out' && source?.connection) {
    return (
      <Suspense fallback={null}>
        <ConnectPanel source={source} />
      </Suspense>
    )
  }
  return <ErrorPanel error={error} title={title} onTryAgain={onTryAgain} />
}

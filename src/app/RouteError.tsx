import { useEffect } from 'react'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { shellText } from '../messages/shell.ts'
import { paths } from '../paths.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { isMissingChunk, reloadOnceOnline } from './missingChunk.ts'

/** What is shown instead of a page that could not be: an unknown address, a missing chunk, or a defect. */
export function RouteError() {
  const error = useRouteError()
  const missingChunk = isMissingChunk(error)
  useEffect(() => {
    return missingChunk ? reloadOnceOnline() : undefined
  }, [missingChunk])

  if (isRouteErrorResponse(error) && error.status === 404) {
    return (
      <EmptyState
        level={1}
        title={shellText.notFoundTitle}
        action={<ButtonLink to={paths.home()}>{shellText.toSessions}</ButtonLink>}
      >
        <p>{shellText.notFound}</p>
      </EmptyState>
    )
  }
  if (missingChunk && !navigator.onLine) {
    return (
      <EmptyState level={1} title={shellText.notLoadedTitle}>
        <p role="alert">{shellText.notLoaded}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      level={1}
      title={shellText.brokenTitle}
      action={<Button onClick={() => location.reload()}>{shellText.reload}</Button>}
    >
      <p role="alert">{missingChunk ? shellText.newVersion : shellText.broken}</p>
    </EmptyState>
  )
}

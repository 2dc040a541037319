import { commonText } from '../../messages/common.ts'
import { shellText } from '../../messages/shell.ts'
import { useServices } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

/** For an account that signed in but belongs to no organisation's staff. */
export function NoAccess() {
  const { auth } = useServices()
  return (
    <>
      <title>{commonText.pageTitle(shellText.noAccessTitle)}</title>
      <EmptyState
        level={1}
        title={shellText.noAccessTitle}
        action={<Button onClick={() => void auth.signOut()}>{shellText.signOut}</Button>}
      >
        <p role="alert">{shellText.noAccess(auth.current()?.email ?? '')}</p>
      </EmptyState>
    </>
  )
}

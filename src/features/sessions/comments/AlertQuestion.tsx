import type { ReactNode } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'

/** A question in the place of the form, whose safe answer has the focus. */
export function AlertQuestion({
  title,
  stay,
  leave,
  busy = false,
  onStay,
  onLeave,
  children,
}: {
  title: string
  stay: string
  leave: string
  busy?: boolean
  onStay: () => void
  onLeave: () => void
  children: ReactNode
}) {
  return (
    <Dialog
      alert
      title={title}
      onClose={onStay}
      actions={
        <>
          <Button onClick={onStay} autoFocus>
            {stay}
          </Button>
          <Button variant="danger" busy={busy} onClick={onLeave}>
            {leave}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}

import MuiDialog from '@mui/material/Dialog'
import X from 'lucide-react/icons/x'
import { useId } from 'react'
import type { ReactNode, SyntheticEvent } from 'react'
import { commonText } from '../messages/common.ts'
import { IconButton } from './Button.tsx'
import styles from './Dialog.module.css'
import { Themed } from './Themed.tsx'

/**
 * A dialog that is open as long as it is drawn: most are routes, whose `onClose` leaves the address. `alert` makes it
 * an alert dialog, which a click beside it does not close.
 */
export function Dialog({
  title,
  alert = false,
  wide = false,
  describedBy,
  onClose,
  actions,
  children,
  onSubmit,
}: {
  title: string
  alert?: boolean
  /** For what stands in columns. */
  wide?: boolean
  /** Id of what an alert dialog is described by, where not all of its content is. */
  describedBy?: string
  onClose: () => void
  actions: ReactNode
  children: ReactNode
  onSubmit?: (event: SyntheticEvent) => void
}) {
  const titleId = useId()
  const textId = useId()
  const Body = onSubmit ? 'form' : 'div'
  return (
    <Themed>
      <MuiDialog
        open
        onClose={(_event, reason) => {
          if (!(alert && reason === 'backdropClick')) onClose()
        }}
        role={alert ? 'alertdialog' : 'dialog'}
        aria-labelledby={titleId}
        {...(alert ? { 'aria-describedby': describedBy ?? textId } : {})}
        slotProps={{ paper: { className: `${styles.paper} ${wide ? styles.wide : ''}` } }}
      >
        <Body className={styles.body} {...(onSubmit ? { onSubmit, noValidate: true } : {})}>
          <header className={styles.header}>
            <h2 id={titleId}>{title}</h2>
            {alert ? null : <IconButton label={commonText.close} icon={<X />} onClick={onClose} />}
          </header>
          <div id={textId} className={styles.content}>
            {children}
          </div>
          <footer className={styles.actions}>{actions}</footer>
        </Body>
      </MuiDialog>
    </Themed>
  )
}

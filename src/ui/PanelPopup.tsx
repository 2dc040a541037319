import Popover from '@mui/material/Popover'
import X from 'lucide-react/icons/x'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { commonText } from '../messages/common.ts'
import { IconButton } from './Button.tsx'
import styles from './PanelPopup.module.css'
import { Themed } from './Themed.tsx'

/** A panel with a title that floats at the button it belongs to; whoever shows it loads it late, since MUI is no part of the first load. */
export function PanelPopup({
  id,
  anchor,
  title,
  className,
  onClose,
  children,
}: {
  id: string
  anchor: HTMLElement
  title: string
  /** Says how wide it is. */
  className: string | undefined
  onClose: () => void
  children: ReactNode
}) {
  const titleId = useId()
  return (
    <Themed>
      <Popover
        open
        anchorEl={anchor}
        onClose={onClose}
        transitionDuration={0}
        disableScrollLock
        // In full screen only what is inside of what fills it can be seen.
        container={() => anchor.closest<HTMLElement>(':fullscreen') ?? document.body}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            id,
            role: 'dialog',
            'aria-labelledby': titleId,
            tabIndex: -1,
            className: className ?? '',
          },
        }}
      >
        <header className={styles.header}>
          <h2 id={titleId}>{title}</h2>
          <IconButton label={commonText.close} icon={<X />} onClick={onClose} />
        </header>
        {children}
      </Popover>
    </Themed>
  )
}

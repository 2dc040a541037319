import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import type { ReactNode } from 'react'
import type { MenuEntry } from './ActionMenu.tsx'
import { Themed } from './Themed.tsx'
import styles from './ActionMenu.module.css'

/** The open menu of an `ActionMenu`; in a chunk of its own, since MUI's menu is no part of the first load. */
export function MenuPopup({
  anchor,
  labelledBy,
  id,
  header,
  entries,
  onClose,
}: {
  anchor: HTMLElement
  labelledBy: string
  id: string
  header?: ReactNode
  entries: MenuEntry[]
  onClose: () => void
}) {
  return (
    <Themed>
      <Menu
        id={id}
        open
        anchorEl={anchor}
        onClose={onClose}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ list: { 'aria-labelledby': labelledBy, dense: true } }}
      >
        {header ? (
          <li role="presentation" className={styles.header}>
            {header}
          </li>
        ) : null}
        {entries.map((entry) =>
          entry.kind === 'divider' ? (
            <Divider key={entry.key} component="li" />
          ) : (
            <MenuItem
              key={entry.label}
              role={entry.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={entry.checked}
              aria-label={entry.label}
              aria-disabled={Boolean(entry.disabledReason) || undefined}
              aria-description={entry.disabledReason ?? undefined}
              onClick={() => {
                if (entry.disabledReason) return
                onClose()
                entry.onSelect()
              }}
            >
              {entry.icon}
              <span>
                {entry.label}
                {entry.disabledReason ? <span className={styles.reason}>{entry.disabledReason}</span> : null}
              </span>
              {entry.checked ? (
                <span aria-hidden className={styles.check}>
                  ✓
                </span>
              ) : null}
            </MenuItem>
          ),
        )}
      </Menu>
    </Themed>
  )
}

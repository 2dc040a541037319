import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import type { ReactNode } from 'react'
import type { MenuEntry } from './ActionMenu.tsx'
import { Themed } from './Themed.tsx'
import styles from './ActionMenu.module.css'

/** An open menu, named by the button it belongs to or by `label`; in a chunk of its own, since MUI's menu is no part of the first load. */
export function MenuPopup({
  anchor,
  labelledBy,
  label,
  id,
  header,
  entries,
  onClose,
}: {
  anchor: HTMLElement
  labelledBy?: string
  label?: string
  id?: string
  header?: ReactNode
  entries: MenuEntry[]
  onClose: () => void
}) {
  return (
    <Themed>
      <Menu
        {...(id === undefined ? {} : { id })}
        open
        anchorEl={anchor}
        onClose={onClose}
        // In full screen only what is inside of what fills it can be seen.
        container={() => anchor.closest<HTMLElement>(':fullscreen') ?? document.body}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ list: { 'aria-labelledby': labelledBy, 'aria-label': label, dense: true } }}
      >
        {header ? (
          <li role="presentation" className={styles.header}>
            {header}
          </li>
        ) : null}
        {entries.map((entry, index) =>
          entry.kind === 'divider' ? (
            <Divider key={entry.key} component="li" />
          ) : (
            <MenuItem
              key={index}
              role={entry.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={entry.checked}
              aria-label={entry.label}
              aria-disabled={Boolean(entry.disabledReason) || undefined}
              aria-description={entry.disabledReason ?? entry.note}
              onClick={() => {
                if (entry.disabledReason) return
                onClose()
                entry.onSelect()
              }}
            >
              {entry.icon}
              <span className={styles.label}>
                <bdi>{entry.label}</bdi>
                {(entry.disabledReason ?? entry.note) ? (
                  <span className={styles.reason}>{entry.disabledReason ?? entry.note}</span>
                ) : null}
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

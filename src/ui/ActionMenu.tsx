import { lazy, Suspense, useId, useState } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { Button, IconButton } from './Button.tsx'

export type MenuEntry =
  | {
      kind: 'action'
      label: string
      icon?: ReactNode
      disabledReason?: string | null
      /** Said with the label, in small. */
      note?: string
      /** Set for one choice among several. */
      checked?: boolean
      onSelect: () => void
    }
  | { kind: 'divider'; key: string }

/** Fetches what an open menu needs. */
export const loadMenu = () => import('./MenuPopup.tsx')
/** The open menu, once its chunk is there. */
export const MenuPopup = lazy(() => loadMenu().then((module) => ({ default: module.MenuPopup })))

/** Fetches what opening a menu needs, ahead of the first click. */
export const preloadMenu = () => void loadMenu().catch(() => undefined)

/** A button that opens a menu. Shows its icon alone unless `children` are given. */
export function ActionMenu({
  label,
  icon,
  header,
  entries,
  preload,
  children,
}: {
  label: string
  icon?: ReactNode
  header?: ReactNode
  entries: () => MenuEntry[]
  /** Fetches what the entries lead to. */
  preload?: () => void
  children?: ReactNode
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const id = useId()
  const props = {
    id: `${id}-button`,
    icon,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': anchor !== null,
    'aria-controls': anchor ? `${id}-menu` : undefined,
    onPointerEnter: preloadMenu,
    onClick: (event: MouseEvent<HTMLElement>) => {
      preload?.()
      setAnchor(event.currentTarget)
    },
  }
  return (
    <>
      {children ? (
        <Button {...props} aria-label={label}>
          {children}
        </Button>
      ) : (
        <IconButton {...props} label={label} />
      )}
      {anchor ? (
        <Suspense fallback={null}>
          <MenuPopup
            anchor={anchor}
            id={`${id}-menu`}
            labelledBy={`${id}-button`}
            header={header}
            entries={entries()}
            onClose={() => setAnchor(null)}
          />
        </Suspense>
      ) : null}
    </>
  )
}

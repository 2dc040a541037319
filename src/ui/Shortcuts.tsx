import { useEffect, useState } from 'react'
import { hearShortcuts } from './shortcuts.ts'
import { ShortcutSheet } from './ShortcutSheet.tsx'

/** Hears the shortcuts of whatever is on the screen, and shows the list of them; once for the whole console. */
export function Shortcuts() {
  const [open, setOpen] = useState(false)
  useEffect(() => hearShortcuts(() => setOpen(true)), [])
  return open ? <ShortcutSheet onClose={() => setOpen(false)} /> : null
}

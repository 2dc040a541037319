import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { isNowhere } from '../../../ui/shortcuts.ts'

/**
 * Once the field for a name has gone, the focus goes back to what led to it: the menu of the event that was renamed
 * (`named` is its id, empty for one that is about to be marked), or the button that marks. Null: nothing is named.
 */
export function useFocusAfterNaming(
  panel: RefObject<HTMLElement | null>,
  named: string | null,
  markButton: HTMLElement | null,
): void {
  const before = useRef(named)
  useEffect(() => {
    const left = before.current
    before.current = named
    if (left === null || named !== null || !isNowhere(document.activeElement)) return
    const rows = [...(panel.current?.querySelectorAll('[data-mark]') ?? [])]
    const row = rows.find((each) => each.getAttribute('data-mark') === left)
    const menu = row?.querySelector<HTMLElement>('[aria-haspopup]')
    ;(menu ?? markButton)?.focus()
  }, [panel, named, markButton])
}

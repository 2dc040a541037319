import { useEffect, useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import type { Session, SessionId } from '../../../domain/session.ts'
import { listShortcutsText as text } from '../../../messages/review.ts'
import { isNowhere, useShortcuts } from '../../../ui/shortcuts.ts'
import type { ShortcutGroup } from '../../../ui/shortcuts.ts'
import type { LastSeen } from '../listPlace.ts'

export type ListShortcutsProps = {
  /** What holds the table, and the filters above it. */
  root: RefObject<HTMLElement | null>
  /** The rows on the screen, as the table has them. */
  rows: readonly Session[]
  /** The session that was looked at last, when the list has just been come back to. */
  last: LastSeen | null
  /** Turn to the page before and the next one; null where there is none. */
  onPrevious: (() => void) | null
  onNext: (() => void) | null
  onToggle?: ((id: SessionId, range: boolean) => void) | undefined
  /** Gives up the selection; null when nothing is selected. */
  onClear?: (() => void) | null | undefined
}

/** The list by keyboard: binds its shortcuts, and brings the focus back to the row of the session looked at last. */
export function ListShortcuts(props: ListShortcutsProps) {
  const { root, rows, last } = props
  const latest = useRef(props)
  /** The end of the next page that the focus goes to once its rows are there. */
  const turning = useRef<'first' | 'last' | null>(null)
  const handled = useRef<LastSeen | null>(null)
  /** Where `j` and `k` go on from when a click elsewhere has taken the focus away. */
  const present = useRef<SessionId | null>(null)

  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    const end = turning.current
    if (end === null || rows.length === 0) return
    turning.current = null
    const focused = document.activeElement
    if (isNowhere(focused) || focused?.closest('tbody')) {
      focusRow(root.current, end === 'first' ? 0 : rows.length - 1)
    }
  }, [root, rows])
  useEffect(() => {
    if (last === null || rows.length === 0) return
    const index = rows.findIndex(({ id }) => id === last.id)
    // A session that was deleted may stand here until the list is read again.
    const hasGone = index < 0 && present.current === last.id
    if (handled.current === last && !hasGone) return
    handled.current = last
    const at = index >= 0 || last.nth === undefined ? index : Math.min(last.nth, rows.length - 1)
    present.current = rows[at]?.id ?? null
    // Whoever is at work already stays there.
    if (at >= 0 && isNowhere(document.activeElement)) focusRow(root.current, at)
  }, [root, rows, last])

  const group = useMemo((): ShortcutGroup => {
    const focusedIndex = () => linksOf(root.current).findIndex((link) => hasFocus(link))
    const move = (step: 1 | -1) => {
      const { rows, onPrevious, onNext } = latest.current
      // A key that is held turns one page, and goes on when its rows are there.
      if (turning.current !== null) return
      const focused = focusedIndex()
      const from = focused >= 0 ? focused : rows.findIndex(({ id }) => id === present.current)
      const to = from < 0 ? 0 : from + step
      const row = rows[to]
      if (row) {
        present.current = row.id
        return focusRow(root.current, to)
      }
      const turn = step > 0 ? onNext : onPrevious
      if (!turn) return false
      turning.current = step > 0 ? 'first' : 'last'
      present.current = null
      turn()
    }
    const toggle = (range: boolean) => {
      const { rows, onToggle } = latest.current
      const row = rows[focusedIndex()]
      if (!row || !onToggle) return false
      onToggle(row.id, range)
    }
    // Arrows scroll the page, unless a row has the focus.
    const onRow = (key: string) => !key.startsWith('Arrow') || focusedIndex() >= 0
    return {
      title: text.group,
      shortcuts: [
        {
          keys: ['j', 'ArrowDown'],
          label: text.nextRow,
          repeats: true,
          run: (key) => (onRow(key) ? move(1) : false),
        },
        {
          keys: ['k', 'ArrowUp'],
          label: text.previousRow,
          repeats: true,
          run: (key) => (onRow(key) ? move(-1) : false),
        },
        {
          keys: ['Enter', 'o'],
          label: text.open,
          run: () => {
            const link = linksOf(root.current)[focusedIndex()]
            if (!link) return false
            link.click()
          },
        },
        { keys: ['x'], label: text.select, run: () => toggle(false) },
        { keys: ['Shift+x'], label: text.selectRange, run: () => toggle(true) },
        {
          keys: ['Escape'],
          label: text.clearSelection,
          run: () => (latest.current.onClear ? latest.current.onClear() : false),
        },
        {
          keys: ['/'],
          label: text.search,
          run: () => {
            const field = root.current?.querySelector<HTMLInputElement>('input[type="search"]')
            if (!field) return false
            field.focus()
            field.select()
          },
        },
      ],
    }
  }, [root])
  useShortcuts(group)
  return null
}

/** The title's link of each row on the screen. */
const linksOf = (root: HTMLElement | null): HTMLAnchorElement[] =>
  [...(root?.querySelectorAll<HTMLElement>('tbody tr') ?? [])].flatMap((row) => row.querySelector('a') ?? [])

const hasFocus = (link: Element) => link.closest('tr')?.contains(document.activeElement) === true

/** Scrolls only where the row is not wholly in view. */
function focusRow(root: HTMLElement | null, index: number): void {
  const link = linksOf(root)[index]
  link?.focus({ preventScroll: true })
  link?.scrollIntoView({ block: 'nearest' })
}

import { useCallback, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Session, SessionId } from '../../domain/session.ts'
import { commonText } from '../../messages/common.ts'
import { sessionsText } from '../../messages/sessions.ts'
import {
  changeSelection,
  deselect,
  rangeOf,
  readSelection,
  select,
  subscribeToSelection,
  toggle,
} from '../../queries/selection.ts'
import type { Selection } from '../../queries/selection.ts'
import { useServices, useSource } from '../../services.ts'
import type { RowSelection } from '../../ui/DataTable.tsx'

export type SelectSessions = RowSelection<Session> & { sessions: Selection; clear: () => void }

/**
 * The selection and the ways to change it. `rows` are on the screen, `loaded` all that a range may reach over; a range
 * goes from the row that was selected last.
 */
export function useSelection(rows: readonly Session[], loaded: readonly Session[]): SelectSessions {
  const source = useSource()
  const { queryClient } = useServices()
  const sessions = useSyncExternalStore(
    useCallback((listener) => subscribeToSelection(queryClient, listener), [queryClient]),
    () => readSelection(queryClient, source.id),
  )
  const latest = useRef({ rows, loaded })
  const last = useRef<SessionId | null>(null)
  useLayoutEffect(() => {
    latest.current = { rows, loaded }
  }, [rows, loaded])

  const onToggle = useCallback(
    (id: SessionId, range: boolean) => {
      const reach = latest.current.loaded
      const session = reach.find((row) => row.id === id)
      if (!session) return
      const between = range && last.current ? rangeOf(reach, last.current, id) : []
      changeSelection(queryClient, source.id, (selected) =>
        between.length > 0 ? select(selected, between) : toggle(selected, session),
      )
      last.current = id
    },
    [queryClient, source.id],
  )
  const onTogglePage = useCallback(() => {
    const shown = latest.current.rows
    last.current = shown.at(-1)?.id ?? null
    changeSelection(queryClient, source.id, (selected) =>
      shown.every(({ id }) => selected.has(id))
        ? deselect(
            selected,
            shown.map(({ id }) => id),
          )
        : select(selected, shown),
    )
  }, [queryClient, source.id])

  return useMemo(
    () => ({
      sessions,
      selected: new Set(sessions.keys()),
      label: boxLabel,
      pageLabel: sessionsText.selectPage,
      onToggle,
      onTogglePage,
      clear: () => {
        last.current = null
        changeSelection(queryClient, source.id, (selected) => deselect(selected, [...selected.keys()]))
      },
    }),
    [sessions, onToggle, onTogglePage, queryClient, source.id],
  )
}

const boxLabel = ({ title }: Session): string => sessionsText.select(title || commonText.untitled)

import { useLocation } from 'react-router'
import type { SessionId } from '../../domain/session.ts'

/**
 * A place in a list: the search part of its address and the row that stands first. `nth`: which row of that screen the
 * session is that was opened from it, from 0.
 */
export type ListPlace = { search: string; row: number; nth?: number }

/** From a session to the one before or after it. */
export type Way = 'previous' | 'next'

/** The session that was looked at last and where it stands in its list, for the way back to its row. */
export type LastSeen = ListPlace & { id: SessionId }

/**
 * What history remembers beside the address: where in the list somebody stood (`row`), which list a session was
 * opened from (`list`), that a dialog stands over the list rather than over the session's page (`over`), and which of the
 * ways to a neighbour was taken by keyboard (`way`).
 */
export type HistoryState = {
  row?: number
  list?: ListPlace
  over?: 'list'
  way?: Way
}

export function useHistoryState(): HistoryState {
  const state: unknown = useLocation().state
  return typeof state === 'object' && state !== null ? state : {}
}

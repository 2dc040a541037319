import { useLocation } from 'react-router'

/** A place in a list: the search part of its address and the row that stands first. */
export type ListPlace = { search: string; row: number }

/**
 * What history remembers beside the address: where in the list somebody stood (`row`), which list a session was
 * opened from (`list`), and that a dialog stands over the list rather than over the session's page (`over`).
 */
export type HistoryState = {
  row?: number
  list?: ListPlace
  over?: 'list'
}

export function useHistoryState(): HistoryState {
  const state: unknown = useLocation().state
  return typeof state === 'object' && state !== null ? state : {}
}

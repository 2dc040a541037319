import { useLocation } from 'react-router'

/**
 * What history remembers beside the address: where in the list somebody stood (`row`), which list a session was
 * opened from (`list`), and that a dialog stands over the list rather than over the session's page (`over`).
 */
export type HistoryState = {
  row?: number
  list?: { search: string; row: number }
  over?: 'list'
}

export function useHistoryState(): HistoryState {
  const state: unknown = useLocation().state
  return typeof state === 'object' && state !== null ? state : {}
}

import type { QueryClient } from '@tanstack/react-query'
import type { Session, SessionId, SourceId } from '../domain/session.ts'

/** The sessions somebody selected, in the order in which they did, each as it was last read. */
export type Selection = ReadonlyMap<SessionId, Session>

const NOTHING: Selection = new Map()
const selectionKey = (source: SourceId) => ['sessions', source, 'selection'] as const
const listeners = new Set<() => void>()

/**
 * The selection of a source, which spans pages and filters. It is kept beside the records it speaks of: an edit
 * renews it, a deletion takes its session out, and signing out clears both.
 */
export const readSelection = (queryClient: QueryClient, source: SourceId): Selection =>
  queryClient.getQueryData<Selection>(selectionKey(source)) ?? NOTHING

/** Calls back on every change, at once: a box must not stand as it was for a moment after the click. */
export function subscribeToSelection(queryClient: QueryClient, listener: () => void): () => void {
  listeners.add(listener)
  const unsubscribe = queryClient.getQueryCache().subscribe(({ type }) => {
    if (type === 'removed') listener()
  })
  return () => {
    listeners.delete(listener)
    unsubscribe()
  }
}

export function changeSelection(
  queryClient: QueryClient,
  source: SourceId,
  change: (selected: Selection) => Selection,
): void {
  const present = readSelection(queryClient, source)
  const next = change(present)
  if (next === present) return
  // Nobody observes it as a query, and it is kept as long as the page.
  queryClient.setQueryDefaults(selectionKey(source), { gcTime: Infinity, structuralSharing: false })
  queryClient.setQueryData<Selection>(selectionKey(source), next)
  for (const listener of [...listeners]) listener()
}

/** Selects a session, or takes it out when it is selected. */
export function toggle(selected: Selection, session: Session): Selection {
  return selected.has(session.id) ? deselect(selected, [session.id]) : select(selected, [session])
}

export function select(selected: Selection, sessions: readonly Session[]): Selection {
  return new Map([...selected, ...sessions.map((session) => [session.id, session] as const)])
}

export function deselect(selected: Selection, ids: readonly SessionId[]): Selection {
  if (!ids.some((id) => selected.has(id))) return selected
  const rest = new Map(selected)
  for (const id of ids) rest.delete(id)
  return rest
}

/** The selected sessions as lists show them, newest first; those without a time come last. `rows` are newer copies. */
export function inListOrder(selected: Selection, rows: readonly Session[] = []): Session[] {
  const newer = new Map(rows.map((row) => [row.id, row]))
  const place = ({ recordedAt, id }: Session) => `${recordedAt ?? ''} ${id}`
  return [...selected.values()]
    .map((session) => newer.get(session.id) ?? session)
    .sort((a, b) => (place(a) < place(b) ? 1 : -1))
}

/** The rows from one to another, both included and in the list's order; none where either is not among them. */
export function rangeOf(rows: readonly Session[], from: SessionId, to: SessionId): Session[] {
  const [one, other] = [from, to].map((id) => rows.findIndex((row) => row.id === id)) as [number, number]
  if (one < 0 || other < 0) return []
  return rows.slice(Math.min(one, other), Math.max(one, other) + 1)
}

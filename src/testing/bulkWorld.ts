import { QueryClient } from '@tanstack/react-query'
import { vi } from 'vitest'
import type { User } from '../domain/auth.ts'
import { countOutcomes, makeJob } from '../domain/bulkWork.ts'
import type { BulkAction, BulkJob } from '../domain/bulkWork.ts'
import type { Session } from '../domain/session.ts'
import { createBulkQueue } from '../queries/bulkQueue.ts'
import type { BulkQueue } from '../queries/bulkQueue.ts'
import type { SessionList } from '../queries/sessions.ts'
import { createMemorySource, REQUEST_MS } from './memorySource.ts'
import { makeSession } from './session.ts'
import { createLocks, createStorage } from './tabs.ts'

export const ADMIN: User = { id: 'u1', email: 'admin@example.com', name: 'Admin', role: 'admin' }
export const COACH: User = { ...ADMIN, id: 'u2', email: 'coach@example.com' }
/** A session's two requests, one after the other. */
export const STEP_MS = 2 * REQUEST_MS

export const made = (count: number): Session[] =>
  Array.from({ length: count }, (_, index) => makeSession({ id: `s${index}`, title: `Run ${index}` }))

/** Who is signed in, and a way to change it. */
export function signIn(user: User | null) {
  const listeners = new Set<(user: User | null, ended: boolean) => void>()
  return {
    current: () => user,
    onChange: (listener: (user: User | null, ended: boolean) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    become: (next: User | null) => {
      user = next
      for (const listener of listeners) listener(next, false)
    },
  }
}

/** A console at work on sessions in memory; `tab()` opens another page of it in the same browser. */
export function world(count: number, { withLocks = true } = {}) {
  const sessions = made(count)
  const memory = createMemorySource(sessions)
  const written: (BulkJob | null)[] = []
  const storage = createStorage((job) => written.push(job))
  const locks = withLocks ? createLocks() : null
  const auth = signIn(ADMIN)
  const queryClient = new QueryClient()
  const list = {
    pages: [
      {
        items: sessions,
        next: null,
        total: count,
        leftOut: 0,
        incompleteDays: [],
        lookedAt: count,
        hidden: 0,
      },
    ],
    pageParams: [{ cursor: null, offset: 0, lookedAt: 0, hidden: 0, before: null, known: [] }],
  } satisfies SessionList
  const listKey = ['sessions', 'memory', 'list', { size: 25 }]
  queryClient.setQueryData(listKey, list)
  const findSource = () => memory.source
  const tab = () => createBulkQueue({ store: storage.tab(), queryClient, auth, findSource, locks })
  /** A tab that can be closed in the middle: it writes nothing more down, and the browser gives its locks to others. */
  const mortalTab = () => {
    let die = () => {}
    let isDead = false
    const death = new Promise<void>((resolve) => (die = resolve)).then(() => void (isDead = true))
    const { change, ...store } = storage.tab()
    const queue = createBulkQueue({
      store: { ...store, change: (edit) => !isDead && change(edit) },
      queryClient,
      auth,
      findSource,
      locks: locks && {
        request: ((name: string, options: LockOptions, grant: (lock: Lock | null) => unknown) =>
          locks.request(name, options, (lock) =>
            Promise.race([grant(lock), death]),
          )) as LockManager['request'],
      },
    })
    return { queue, die }
  }
  return {
    ...memory,
    auth,
    locks,
    storage,
    mortalTab,
    sessions,
    written,
    tab,
    listed: () => queryClient.getQueryData<SessionList>(listKey)?.pages[0]?.items ?? [],
    listIsStale: () => queryClient.getQueryState(listKey)?.isInvalidated,
    job: (action: BulkAction = 'delete'): BulkJob =>
      makeJob({
        source: 'memory',
        action,
        account: { id: ADMIN.id, email: ADMIN.email },
        startedAt: new Date().toISOString(),
        changes: sessions.map((session) =>
          action === 'delete' ? { session } : { session, newTitle: `New ${session.title}` },
        ),
      }),
  }
}

export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
export const outcomes = (queue: BulkQueue) => queue.getState().job?.items.map(({ outcome }) => outcome)
export const counts = (queue: BulkQueue) => {
  const { job } = queue.getState()
  return job && Object.fromEntries(Object.entries(countOutcomes(job)).filter(([, count]) => count > 0))
}

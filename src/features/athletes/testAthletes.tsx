import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import type { Auth } from '../../domain/auth.ts'
import { AppError } from '../../domain/errors.ts'
import type { ErrorKind } from '../../domain/errors.ts'
import type { Session } from '../../domain/session.ts'
import { FILTER_NAMES } from '../../domain/source.ts'
import type { Connection, Cursor, SessionQuery, SessionSource } from '../../domain/source.ts'
import { ServicesContext } from '../../services.ts'
import { NoticesProvider } from '../../ui/Notices.tsx'
import { Component as AthletePage } from './AthletePage.tsx'
import { Component as AthletesPage } from './AthletesPage.tsx'

/** A measuring element of no size: charts are drawn as wide as they assume. */
export class NoResizeObserver {
  observe() {
    return undefined
  }
  disconnect() {
    return undefined
  }
}

type People = Readonly<Record<string, string>>

/** A source in memory: its athletes by id, its sessions newest first. What it is asked next, or `after` that, may fail. */
export function athleteSource(
  id: string,
  people: People,
  sessions: readonly Session[],
  { signIn = false, differently = {} }: { signIn?: boolean; differently?: Partial<SessionSource> } = {},
) {
  const asked: SessionQuery[] = []
  const failing: { list: number; athletes: number; kind: ErrorKind; after: number } = {
    ...{ list: 0, athletes: 0, kind: 'unavailable', after: 0 },
  }
  const newestFirst = sessions
    .map((session) => ({ ...session, source: id }))
    .sort((a, b) => ((a.recordedAt ?? '') < (b.recordedAt ?? '') ? 1 : -1))
  const link = connectionOf(signIn)
  const fail = (what: 'list' | 'athletes') => {
    if (link.connection && link.connection.current().state !== 'connected') throw new AppError('signed-out')
    if (failing[what] === 0) return
    if (failing.after > 0) return void (failing.after -= 1)
    failing[what] -= 1
    throw new AppError(failing.kind)
  }
  const source: Partial<SessionSource> = {
    ...{ id, label: id.toUpperCase(), filters: new Set(FILTER_NAMES), paging: 'counted' },
    ...{ facts: new Set(['activity', 'metrics']), connection: link.connection, analyzedVideo: null },
    athletes: async () => {
      await Promise.resolve()
      fail('athletes')
      return Object.entries(people).map(([key, name]) => ({ source: id, id: key, name, email: null }))
    },
    list: async (query, cursor) => {
      await Promise.resolve()
      fail('list')
      asked.push(query)
      const { athlete, size } = query
      const matches = newestFirst.filter((session) => !athlete || session.athlete.id === athlete)
      const from = Number(cursor ?? 0)
      const next = from + size < matches.length ? (String(from + size) as Cursor) : null
      return {
        items: matches.slice(from, from + size),
        next,
        total: matches.length,
        leftOut: 0,
        incompleteDays: [],
      }
    },
    ...differently,
  }
  return { source: source as SessionSource, asked, failing, connect: link.connect, expire: link.expire }
}

function connectionOf(signIn: boolean) {
  let state: Connection = { state: 'none' }
  const listeners = new Set<() => void>()
  const connection = {
    current: () => state,
    connect: () => Promise.resolve(),
    disconnect: () => undefined,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const become = (next: Connection) => {
    state = next
    for (const listener of listeners) listener()
  }
  const connect = () => become({ state: 'connected', account: 'anna', expiresAt: 0 })
  const expire = () => become({ state: 'expired', account: 'anna' })
  return { connection: signIn ? connection : null, connect, expire }
}

/** The athletes' pages as the account sees them, at an address. */
export function showAthletes(at: string, sources: readonly SessionSource[], account = 'anna') {
  const auth = { current: () => ({ id: account }) } as Partial<Auth> as Auth
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const router = createMemoryRouter(
    [
      { path: '/athletes', element: <AthletesPage /> },
      { path: '/athletes/:source/:id', element: <AthletePage /> },
      { path: '/:source/sessions/:id', element: <h1>A session</h1> },
    ],
    { initialEntries: [at] },
  )
  const shown = render(
    <ServicesContext value={{ auth, sources, queryClient }}>
      <QueryClientProvider client={queryClient}>
        <NoticesProvider>
          <RouterProvider router={router} />
        </NoticesProvider>
      </QueryClientProvider>
    </ServicesContext>,
  )
  return { ...shown, router }
}

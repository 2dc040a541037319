import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Auth } from '../../../domain/auth.ts'
import type { Session } from '../../../domain/session.ts'
import { FILTER_NAMES } from '../../../domain/source.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { ServicesContext } from '../../../services.ts'
import { filmStore } from '../filmStore.ts'
import { NoticesProvider } from '../../../ui/Notices.tsx'
import { Shortcuts } from '../../../ui/Shortcuts.tsx'
import { makeSession } from '../../../testing/session.ts'
import { NO_SERIES } from '../numbers/testPanel.tsx'
import { Component } from './ComparePage.tsx'

const auth = { current: () => ({ id: 'anna' }) } as Partial<Auth> as Auth
const first = makeSession({ source: 'lab', id: 's1', title: 'Tempo run' })
const second = makeSession({ source: 'lab', id: 's2', title: 'Strides' })
const stored = new Map<string, Session>([first, second].map((session) => [session.id, session]))
/** Ten frames a second for four seconds. */
const series = { ...NO_SERIES, timestamps: Array.from({ length: 40 }, (_, frame) => frame / 10) }

const lab = {
  id: 'lab',
  label: 'Lab',
  filters: new Set(FILTER_NAMES),
  connection: null,
  get: (ids: string[]) => Promise.resolve(new Map([...stored].filter(([id]) => ids.includes(id)))),
  list: () =>
    Promise.resolve({ items: [...stored.values()], next: null, total: 2, leftOut: 0, incompleteDays: [] }),
  analysis: () => Promise.resolve(series),
} as Partial<SessionSource> as SessionSource

/** The page of `s1` beside another session, neither with a film. */
function open(other: string, search = '') {
  const address = `/lab/sessions/s1/compare/${other}${search}`
  history.replaceState(null, '', address)
  const router = createMemoryRouter(
    [
      { path: '/:source/sessions/:id/compare/:otherSource/:otherId', element: <Component /> },
      { path: '*', element: null },
    ],
    { initialEntries: [address] },
  )
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <ServicesContext value={{ auth, sources: [lab], queryClient }}>
      <NoticesProvider>
        <QueryClientProvider client={queryClient}>
          <Shortcuts />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </NoticesProvider>
    </ServicesContext>,
  )
}

const slot = (which: 'First' | 'Second', name: string) =>
  within(screen.getByRole('group', { name: new RegExp(`^${which} recording: `) })).queryByRole('button', {
    name,
  })

beforeEach(() => {
  localStorage.clear()
  HTMLDialogElement.prototype.showModal = vi.fn()
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
      unobserve() {}
    },
  )
})

it.each([
  ['a session that is gone', 'lab/gone', 'The second session was deleted meanwhile'],
  ['a source that is not known', 'elsewhere/s2', 'Its source is not known here'],
])('names %s, and keeps the ways on with the first', async (_, other, words) => {
  open(other)
  expect(await screen.findByRole('link', { name: 'Open “Tempo run”' })).toHaveAttribute(
    'href',
    '/lab/sessions/s1',
  )
  expect(screen.getByRole('heading', { level: 1, name: 'This comparison is not there' })).toBeVisible()
  expect(screen.getByText(new RegExp(words))).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Replace…' }))
  expect(
    await screen.findByRole('list', { name: 'Sessions to compare with', hidden: true }),
  ).toBeInTheDocument()
})

it('recordings without a film stand where the address says', async () => {
  open('lab/s2', '?t=1.5&rate=0.5&free=2.5')
  expect(await screen.findByText('frame 15')).toBeVisible()
  await userEvent.keyboard('2')
  expect(await screen.findByText('frame 25')).toBeVisible()
  expect(location.search).toContain('free=2.5')
})

it('what was marked is had back after `Use them` and after one event is cleared', async () => {
  const owner = (session: string) => ({ account: 'anna', source: 'lab', session })
  for (const [id, time] of [
    ['s1', 1],
    ['s2', 2],
  ] as const)
    filmStore.change(owner(id), (present) => ({
      ...present,
      events: [{ id: 'strike', name: 'Strike', time }],
    }))
  open('lab/s2', '?e2=3')
  expect(await screen.findByRole('heading', { name: 'Alignment' })).toBeVisible()
  expect(slot('First', 'Second event, 3.000 s')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Use them' }))
  expect(slot('Second', 'Strike, 2.000 s')).toBeVisible()
  expect(slot('First', 'Second event, 3.000 s')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(slot('Second', 'Strike, 2.000 s')).toBeNull()
  expect(slot('First', 'Second event, 3.000 s')).toBeVisible()
  const clear = slot('First', 'Clear second event')
  if (clear) await userEvent.click(clear)
  expect(slot('First', 'Second event, 3.000 s')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(slot('First', 'Second event, 3.000 s')).toBeVisible()
})

it('two moments within one picture are no two events', async () => {
  open('lab/s2', '?e1=1.51&e2=1.55&o1=1&o2=2')
  expect(
    await screen.findByText(
      'The second event of the first recording is not after its first one, so it is not used.',
    ),
  ).toBeVisible()
  expect(screen.getByText('Aligned at the first event, same speed.')).toBeVisible()
})

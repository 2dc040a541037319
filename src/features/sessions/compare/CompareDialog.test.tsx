import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, it } from 'vitest'
import type { Auth } from '../../../domain/auth.ts'
import { AppError } from '../../../domain/errors.ts'
import type { Session } from '../../../domain/session.ts'
import { FILTER_NAMES } from '../../../domain/source.ts'
import type { Cursor, FilterName, SessionQuery, SessionSource } from '../../../domain/source.ts'
import { ServicesContext } from '../../../services.ts'
import { makeSession } from '../../../testing/session.ts'
import { CompareDialog } from './CompareDialog.tsx'

const FIRST = makeSession({ source: 'lab', id: 'first', title: 'Tempo run' })
const AUTH = { current: () => ({ id: 'anna' }) } as Partial<Auth> as Auth

/** A source that lists these sessions by title, athlete and activity, a screen of `size` at a time. */
function createList(id: string, sessions: readonly Session[], filters: readonly FilterName[] = FILTER_NAMES) {
  const asked: SessionQuery[] = []
  const failures: AppError[] = []
  const list: SessionSource['list'] = (query, cursor) => {
    asked.push(query)
    const failure = failures.shift()
    if (failure) return Promise.reject(failure)
    const { title = '', athlete, activity, size } = query
    const found = sessions.filter(
      (one) =>
        one.title.toLowerCase().includes(title.toLowerCase()) &&
        (athlete === undefined || one.athlete.id === athlete) &&
        (activity === undefined || one.activity === activity),
    )
    const from = Number(cursor ?? 0)
    const items = found.slice(from, from + size)
    const next = from + size < found.length ? (String(from + size) as Cursor) : null
    return Promise.resolve({ items, next, total: found.length, leftOut: 0, incompleteDays: [] })
  }
  const source = {
    id,
    label: id.toUpperCase(),
    filters: new Set(filters),
    connection: null,
    list,
  } as Partial<SessionSource> as SessionSource
  return { source, asked, failures }
}

function show(...sources: SessionSource[]) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const router = createMemoryRouter(
    [
      {
        path: '/:source/sessions/:id/*',
        element: (
          <CompareDialog session={FIRST} without={[FIRST]} search="?t=1.5" onClose={() => undefined} />
        ),
      },
    ],
    { initialEntries: ['/lab/sessions/first'] },
  )
  render(
    <ServicesContext value={{ auth: AUTH, sources, queryClient }}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ServicesContext>,
  )
  return router
}

const runs = Array.from({ length: 25 }, (_, at) =>
  makeSession({ source: 'lab', id: `run${at}`, title: `Run ${at}`, videoUrl: 'film.mp4' }),
)
const jump = makeSession({ source: 'lab', id: 'jump', title: 'Countermovement', activity: 'Vertical Jump' })
/** By text: roles are slow to tell in a long list. */
const row = async (title: string) => {
  const link = (await screen.findByText(title)).closest('a')
  if (!link) throw new Error(`“${title}” is no link.`)
  return link
}
const titles = () =>
  [...document.querySelectorAll('li a bdi:first-of-type')].map((title) => title.textContent)

it('offers the same athlete’s sessions of that activity, without the one that is open, and more when asked', async () => {
  const lab = createList('lab', [FIRST, ...runs, jump])
  const router = show(lab.source)
  await row('Run 0')
  expect(screen.getByText('Same athlete and activity')).toBeVisible()
  expect(titles()).toHaveLength(19)
  expect(titles()).not.toContain('Tempo run')
  await userEvent.click(screen.getByText('Show more'))
  const next = await row('Run 19')
  expect(next).toHaveFocus()
  expect(titles()).toHaveLength(25)
  expect(screen.queryByText('Show more')).not.toBeInTheDocument()
  await userEvent.click(next)
  expect(router.state.location.pathname + router.state.location.search).toBe(
    '/lab/sessions/first/compare/lab/run19?t=1.5',
  )
})

it('finds any other by its title, says that there is no video, and that nothing has such a title', async () => {
  show(createList('lab', [FIRST, ...runs, jump]).source)
  const field = screen.getByLabelText('Title')
  await userEvent.type(field, 'counter')
  expect(await screen.findByText('Found by title')).toBeVisible()
  expect(await row('Countermovement')).toHaveTextContent('no video')
  expect(titles()).toEqual(['Countermovement'])
  await userEvent.type(field, 'x')
  expect(await screen.findByText('No session has this in its title.')).toBeVisible()
})

it('the arrows go from the field through the rows and back', async () => {
  show(createList('lab', [FIRST, ...runs]).source)
  await row('Run 1')
  screen.getByLabelText('Title').focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  expect(await row('Run 1')).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}{ArrowUp}')
  expect(screen.getByLabelText('Title')).toHaveFocus()
})

it('another source is asked for what it can tell', async () => {
  const lab = createList('lab', [FIRST])
  const clinic = createList(
    'clinic',
    [makeSession({ source: 'clinic', id: 'c1', title: 'Squat' })],
    ['athlete'],
  )
  show(lab.source, clinic.source)
  await userEvent.selectOptions(await screen.findByLabelText('Source'), 'CLINIC')
  expect(await screen.findByText('Newest of CLINIC')).toBeVisible()
  expect(await row('Squat')).toHaveAttribute('href', '/lab/sessions/first/compare/clinic/c1?t=1.5')
  expect(clinic.asked).toEqual([{ size: 20 }])
  expect(screen.queryByLabelText('Title')).not.toBeInTheDocument()
})

it('says when there is no other, and when they could not be read, and tries again', async () => {
  const lab = createList('lab', [FIRST])
  lab.failures.push(new AppError('unavailable'))
  show(lab.source)
  expect(await screen.findByRole('alert')).toHaveTextContent('The sessions could not be read.')
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText(/There is no other session of this athlete/)).toBeVisible()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

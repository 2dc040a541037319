import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { MemoryRouter, Route, Routes } from 'react-router'
import { describe, expect, it } from 'vitest'
import type { Auth, User } from '../../domain/auth.ts'
import { AppError } from '../../domain/errors.ts'
import type { Session } from '../../domain/session.ts'
import { FILTER_NAMES } from '../../domain/source.ts'
import type { SessionSource } from '../../domain/source.ts'
import type { ListQuery } from '../../queries/sessions.ts'
import { ServicesContext } from '../../services.ts'
import { makeSession } from '../../testing/session.ts'
import { quoteFilters, useFilterWords } from './filterWords.ts'
import { SessionFilters } from './SessionFilters.tsx'
import type { ChangeQuery } from './SessionFilters.tsx'

const USER: User = { id: 'u1', email: 'admin@example.com', name: 'Test Admin', role: 'admin' }

const ROW = makeSession()

/** A source that holds one session and knows three athletes and two uploaders; `asked` tells what was read. */
function memorySource(options: { fails?: () => boolean; uploaders?: boolean } = {}) {
  const asked: string[] = []
  const read = <T,>(what: string, answer: T): Promise<T> => {
    asked.push(what)
    return options.fails?.() ? Promise.reject(new AppError('unavailable')) : Promise.resolve(answer)
  }
  const athlete = (id: string, name: string) => ({ source: 'memory', id, name, email: `${id}@club.example` })
  const source: SessionSource = {
    id: 'memory',
    label: 'Memory',
    filters: new Set(FILTER_NAMES),
    list: () => Promise.resolve({ items: [ROW], next: null, total: 1, leftOut: 0, incompleteDays: [] }),
    get: () => Promise.resolve(new Map([[ROW.id, ROW]])),
    analysis: () => Promise.reject(new AppError('not-found')),
    athletes: () =>
      read('athletes', [athlete('a3', 'Zoë'), athlete('a2', 'Émile'), athlete('a1', 'A. Sørli')]),
    membership: () =>
      Promise.resolve({ role: 'admin', plan: 'Pro', organization: 'Club', name: 'Test Admin' }),
    uploaders:
      options.uploaders === false
        ? null
        : {
            list: () =>
              read('uploaders', [
                { id: 'u2', name: 'Coach', email: 'coach@example.com' },
                { id: 'u1', name: 'Test Admin', email: 'admin@example.com' },
              ]),
          },
    comments: null,
    writer: null,
    analyzedVideo: null,
    facts: new Set(['activity', 'status', 'segments', 'exercise', 'uploader', 'metrics']),
    paging: 'counted',
    connection: null,
    assessments: null,
  }
  return { source, asked }
}

const auth: Auth = {
  ready: () => Promise.resolve(USER),
  current: () => USER,
  token: () => Promise.resolve(null),
  renewToken: () => Promise.resolve(null),
  signIn: () => Promise.resolve(USER),
  sendPasswordReset: () => Promise.resolve(),
  signOut: () => Promise.resolve(),
  onChange: () => () => undefined,
}

type Shown = { query?: Partial<ListQuery>; rows?: Session[] | undefined; source: SessionSource }

/** The filters over a query that is kept as the address keeps it, and the query as text. */
function show({ query, rows = [], source }: Shown) {
  function Page() {
    const [present, setPresent] = useState<ListQuery>({ size: 25, ...query })
    const change: ChangeQuery = (next) => setPresent((before) => next(before))
    return (
      <>
        <SessionFilters query={present} rows={rows} onChange={change} />
        <output data-testid="query">{JSON.stringify(present)}</output>
        <p data-testid="sentence">{quoteFilters(useFilterWords(present, rows))}</p>
      </>
    )
  }
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <ServicesContext value={{ auth, sources: [source], queryClient }}>
      <QueryClientProvider client={queryClient}>
        <MemoryRouter initialEntries={['/memory/sessions']}>
          <Routes>
            <Route path=":source/sessions" element={<Page />} />
          </Routes>
        </MemoryRouter>
      </QueryClientProvider>
    </ServicesContext>,
  )
  return userEvent.setup()
}

const asked = () => JSON.parse(screen.getByTestId('query').textContent) as ListQuery
const field = (name: string) => screen.getByRole('combobox', { name })
const chips = () => {
  const list = screen.queryByRole('list', { name: 'Filters set' })
  return list
    ? within(list)
        .getAllByRole('button')
        .map((chip) => chip.textContent)
    : []
}

describe('the pickers', () => {
  it('ask for athletes when first opened, by name in order, and set one by its id', async () => {
    const memory = memorySource()
    const user = show(memory)
    expect(memory.asked).toEqual([])
    await user.click(field('Athlete'))
    const list = within(await screen.findByRole('listbox', { name: 'Athlete' }))
    expect(list.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'A. Sørli a1@club.example',
      'Émile a2@club.example',
      'Zoë a3@club.example',
    ])
    await user.keyboard('emi{Enter}')
    expect(asked()).toEqual({ size: 25, athlete: 'a2' })
    expect(field('Athlete')).toHaveValue('Émile')
    expect(chips()).toEqual(['Athlete: Émile'])
    expect(memory.asked).toEqual(['athletes'])
  })

  it('tell the caller apart among the uploaders', async () => {
    const user = show(memorySource())
    await user.click(field('Uploaded by'))
    await user.click(await screen.findByRole('option', { name: /Test Admin \(you\)/ }))
    expect(asked()).toEqual({ size: 25, uploader: 'u1' })
    expect(chips()).toEqual(['Uploaded by: Test Admin (you)'])
  })

  it('choose several states and sum them up', async () => {
    const user = show(memorySource())
    await user.click(field('Status'))
    await user.click(screen.getByRole('option', { name: 'Failed' }))
    await user.click(screen.getByRole('option', { name: 'Queued' }))
    expect(asked()).toEqual({ size: 25, status: ['failed', 'queued'] })
    expect(chips()).toEqual(['Status: Failed, Queued'])
    await user.click(screen.getByRole('option', { name: 'Processing' }))
    await user.tab()
    expect(field('Status')).toHaveValue('3 statuses')
    await user.click(screen.getByRole('button', { name: 'Clear Status' }))
    expect(asked()).toEqual({ size: 25 })
  })

  it('say when the people could not be read, and read them again', async () => {
    let down = true
    const memory = memorySource({ fails: () => down })
    const user = show(memory)
    await user.click(field('Athlete'))
    expect(await screen.findByText(/The athletes could not be read/)).toBeInTheDocument()
    down = false
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('option', { name: /Zoë/ })).toBeInTheDocument()
    expect(memory.asked).toEqual(['athletes', 'athletes'])
  })

  it('are absent where the source has nothing to pick from', () => {
    const { source } = memorySource({ uploaders: false })
    show({ source: { ...source, filters: new Set(['title', 'uploader'] as const) } })
    expect(screen.getByRole('searchbox', { name: 'Title' })).toBeInTheDocument()
    expect(screen.queryByRole('combobox')).toBeNull()
    expect(screen.queryByLabelText('From')).toBeNull()
  })
})

describe('names of what is set', () => {
  it('come from the rows on the screen without a request', () => {
    const memory = memorySource()
    show({ ...memory, query: { athlete: 'a1' }, rows: [ROW] })
    expect(field('Athlete')).toHaveValue('A. Sørli')
    expect(chips()).toEqual(['Athlete: A. Sørli'])
    expect(memory.asked).toEqual([])
  })

  it('come from the list of people when no row tells them', async () => {
    const memory = memorySource()
    show({ ...memory, query: { athlete: 'a2', uploader: 'u2' } })
    expect(await screen.findByRole('button', { name: 'Remove filter Athlete: Émile' })).toBeInTheDocument()
    expect(
      await screen.findByRole('button', { name: 'Remove filter Uploaded by: Coach' }),
    ).toBeInTheDocument()
    expect(field('Athlete')).toHaveValue('Émile')
    expect(field('Uploaded by')).toHaveValue('Coach')
    expect(memory.asked.sort()).toEqual(['athletes', 'uploaders'])
  })

  it('are not asked for when the caller is meant', () => {
    const memory = memorySource()
    show({ ...memory, query: { uploader: 'u1' } })
    expect(chips()).toEqual(['Uploaded by: Test Admin (you)'])
    expect(memory.asked).toEqual([])
  })

  it('are the id itself when nobody knows it, and it can be removed', async () => {
    const user = show({ ...memorySource(), query: { athlete: 'nobody-knows' } })
    const chip = await screen.findByRole('button', { name: 'Remove filter Athlete: nobody-knows' })
    expect(field('Athlete')).toHaveValue('nobody-knows')
    await user.click(chip)
    expect(asked()).toEqual({ size: 25 })
    expect(field('Athlete')).toHaveValue('')
  })

  it('are the id as well when the people cannot be read', async () => {
    show({ ...memorySource({ fails: () => true }), query: { uploader: 'u2' } })
    expect(await screen.findByRole('button', { name: 'Remove filter Uploaded by: u2' })).toBeInTheDocument()
  })
})

describe('the chips', () => {
  const EVERYTHING: Partial<ListQuery> = {
    title: 'tempo',
    activity: 'Running',
    athlete: 'a1',
    uploader: 'u1',
    status: ['failed'],
    from: '2026-11-01',
    to: '2026-11-15',
    attention: true,
  }

  it('name each filter that is set and take it away alone', async () => {
    const user = show({ ...memorySource(), query: EVERYTHING, rows: [ROW] })
    expect(chips()).toEqual([
      'Title: tempo',
      'Activity: Running',
      'Athlete: A. Sørli',
      'Uploaded by: Test Admin (you)',
      'Status: Failed',
      'From: 1 Nov 2026',
      'To: 15 Nov 2026',
      'Needs attention only',
    ])
    expect(screen.getByTestId('sentence')).toHaveTextContent(
      'Title “tempo”, Activity “Running”, Athlete “A. Sørli”, Uploaded by “Test Admin (you)”, Status “Failed”, From “1 Nov 2026”, To “15 Nov 2026”, Needs attention only',
    )
    await user.click(screen.getByRole('button', { name: 'Remove filter Title: tempo' }))
    await user.click(screen.getByRole('button', { name: 'Remove filter From: 1 Nov 2026' }))
    await user.click(screen.getByRole('button', { name: 'Remove filter Needs attention only' }))
    const left = ['activity', 'athlete', 'size', 'status', 'to', 'uploader']
    expect(Object.keys(asked()).sort()).toEqual(left)
    expect(screen.getByRole('searchbox', { name: 'Title' })).toHaveValue('')
    expect(screen.getByLabelText('From')).toHaveValue('')
  })

  it('hand the focus on by keyboard, and the last one to the filters', async () => {
    const user = show({ ...memorySource(), query: { activity: 'Running', status: ['failed'] } })
    screen.getByRole('button', { name: 'Remove filter Activity: Running' }).focus()
    await user.keyboard('{Enter}')
    expect(screen.getByRole('button', { name: 'Remove filter Status: Failed' })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(chips()).toEqual([])
    expect(screen.getByRole('search')).toHaveFocus()
  })

  it('go all at once, the page size stays', async () => {
    const user = show({ ...memorySource(), query: { ...EVERYTHING, size: 50 }, rows: [ROW] })
    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
    expect(asked()).toEqual({ size: 50 })
    expect(chips()).toEqual([])
    expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull()
    for (const name of ['Athlete', 'Uploaded by', 'Status']) expect(field(name)).toHaveValue('')
  })
})

describe('days', () => {
  it('are asked for once they are whole, and not while a year is typed', async () => {
    const user = show(memorySource())
    await user.type(screen.getByLabelText('From'), '0202-11-01')
    expect(asked()).toEqual({ size: 25 })
    await user.clear(screen.getByLabelText('From'))
    await user.type(screen.getByLabelText('From'), '2026-11-01')
    expect(asked()).toEqual({ size: 25, from: '2026-11-01' })
  })

  it('in the wrong order are said near the fields', () => {
    show({ ...memorySource(), query: { from: '2026-11-15', to: '2026-11-01' } })
    expect(screen.getByText('The first day is after the last one, so nothing can match.')).toBeInTheDocument()
  })
})

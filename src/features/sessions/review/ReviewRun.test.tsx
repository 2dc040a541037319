import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect } from 'react'
import { createMemoryRouter, RouterProvider, useParams } from 'react-router'
import { expect, it } from 'vitest'
import type { Auth } from '../../../domain/auth.ts'
import { AppError } from '../../../domain/errors.ts'
import { FILTER_NAMES } from '../../../domain/source.ts'
import type { Cursor, SessionSource } from '../../../domain/source.ts'
import { dropSession } from '../../../queries/sessions.ts'
import { ServicesContext } from '../../../services.ts'
import { makeSession } from '../../../testing/session.ts'
import { boundGroups, hearShortcuts, useShortcuts } from '../../../ui/shortcuts.ts'
import { Neighbours } from './Neighbours.tsx'
import { ReviewRun } from './ReviewRun.tsx'

const auth = { current: () => ({ id: 'anna' }) } as Partial<Auth> as Auth

/** A source whose cursors hold until the list changes, and whose answers come when they are let through. */
function changingSource(count: number) {
  const rows = Array.from({ length: count }, (_, index) => makeSession({ id: String(index) }))
  const asked: number[] = []
  let version = 0
  let fails = false
  let always = false
  let held: (() => void)[] | null = null
  const list: SessionSource['list'] = async ({ size }, cursor) => {
    const [from = 0, of = version] = cursor ? (JSON.parse(cursor) as number[]) : []
    asked.push(from)
    const waiting = held
    if (waiting) await new Promise<void>((resolve) => waiting.push(resolve))
    if (fails) throw new AppError('unavailable')
    if (cursor && (always || of !== version)) throw new AppError('stale-cursor')
    const next = from + size < count ? (JSON.stringify([from + size, version]) as Cursor) : null
    return { items: rows.slice(from, from + size), next, total: count, leftOut: 0, incompleteDays: [] }
  }
  const source = { id: 'memory', filters: new Set(FILTER_NAMES), list } as Partial<SessionSource>
  return {
    source: source as SessionSource,
    asked,
    change: () => (version += 1),
    changeAlways: () => (always = true),
    fail: (now: boolean) => (fails = now),
    hold: () => (held = []),
    letThrough: () => {
      for (const answer of held ?? []) answer()
      held = null
    },
  }
}

const PART = { title: 'Part', shortcuts: [] }

function Page() {
  const { id = '' } = useParams()
  useEffect(() => hearShortcuts(() => undefined), [])
  return (
    <ReviewRun id={id}>
      <h1 key={id}>{`Session ${id}`}</h1>
      <Part key={`part ${id}`} />
      <Neighbours key={`ways ${id}`} className="" />
    </ReviewRun>
  )
}

function Part() {
  useShortcuts(PART)
  return null
}

/** Opens a session from the ten-row screen of the list that begins with `row`. */
function open(source: SessionSource, id: number, row: number, nth?: number) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const path = '/:source/sessions/:id'
  const router = createMemoryRouter(
    [
      { path, Component: Page, loader: () => null, HydrateFallback: () => null },
      { path: '/:source/sessions', Component: () => <h1>List</h1> },
    ],
    {
      initialEntries: [
        { pathname: `/memory/sessions/${id}`, state: { list: { search: '?size=10', row, nth } } },
      ],
    },
  )
  render(
    <ServicesContext value={{ auth, sources: [source], queryClient }}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ServicesContext>,
  )
  return { queryClient, router, user: userEvent.setup({ delay: null }) }
}

const page = (id: number) => screen.findByRole('heading', { name: `Session ${id}` })
const next = () => screen.findByRole('link', { name: 'Next session' })
const leadsTo = async (id: number) =>
  waitFor(async () => expect(await next()).toHaveAttribute('href', `/memory/sessions/${id}`))

it('goes on with new cursors when the list has changed meanwhile', async () => {
  const changing = changingSource(60)
  const { user } = open(changing.source, 17, 10)
  await leadsTo(18)
  changing.change()
  for (const id of [18, 19, 20, 21]) {
    await leadsTo(id)
    await user.keyboard('n')
    await page(id)
  }
  expect(changing.asked).toEqual([0, 20, 0, 20])
  expect(screen.queryByRole('alert')).toBeNull()
})

it('asks after a few readings of a list that changes each time, and reads again when it is told to', async () => {
  const changing = changingSource(60)
  changing.changeAlways()
  const { user } = open(changing.source, 19, 10)
  expect(await screen.findByRole('alert')).toHaveTextContent('The list changed while it was read.')
  const before = changing.asked.length
  expect(before).toBeLessThan(12)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(changing.asked.length).toBeGreaterThan(before))
})

it('says that reading on failed, and goes on when it is tried again', async () => {
  const changing = changingSource(60)
  const { user } = open(changing.source, 17, 10)
  await leadsTo(18)
  changing.fail(true)
  await user.keyboard('n')
  await user.keyboard('n')
  await page(19)
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The list could not be read on. The server did not answer as it should.',
  )
  changing.fail(false)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await leadsTo(20)
  expect(screen.queryByRole('alert')).toBeNull()
})

it('says so where even the first rows cannot be read', async () => {
  const changing = changingSource(60)
  changing.fail(true)
  const { user } = open(changing.source, 3, 0)
  await screen.findByRole('alert')
  changing.fail(false)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await leadsTo(4)
})

it('after a reload the list is read up to the session, and no further than two screens past it', async () => {
  const changing = changingSource(200)
  open(changing.source, 67, 60)
  await leadsTo(68)
  expect(changing.asked).toEqual([0, 20, 40, 60])
})

it('a session that is not in its list is not looked for without end', async () => {
  const changing = changingSource(200)
  const { user } = open(changing.source, 999, 20)
  await page(999)
  await waitFor(() => expect(changing.asked).toEqual([0, 20]))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Next session' })).toBeNull())
  await user.keyboard('nu')
  await screen.findByRole('heading', { name: 'List' })
  expect(changing.asked).toEqual([0, 20])
})

it('each press of a key is a step, however quickly they follow each other', async () => {
  const { user } = open(changingSource(60).source, 3, 0)
  await leadsTo(4)
  await user.keyboard('nnn')
  await page(6)
  await user.keyboard('pn')
  await page(6)
  await user.keyboard('pp')
  await page(4)
})

it('a step into what is not read yet is made when it is', async () => {
  const changing = changingSource(60)
  const { user } = open(changing.source, 17, 10)
  await leadsTo(18)
  changing.hold()
  await user.keyboard('nnn')
  await page(19)
  act(changing.letThrough)
  await page(20)
  await leadsTo(21)
})

it('its shortcuts are the same ones from session to session, before those of the page’s parts', async () => {
  const { user } = open(changingSource(60).source, 3, 0)
  await leadsTo(4)
  const [group] = boundGroups()
  expect(boundGroups().map(({ title }) => title)).toEqual(['Session', 'Part', 'Anywhere'])
  await user.keyboard('n')
  await page(4)
  expect(boundGroups()[0]).toBe(group)
  expect(boundGroups()).toHaveLength(3)
})

it('a session that is deleted under the reader has the ways it had', async () => {
  const { queryClient, user } = open(changingSource(60).source, 13, 10, 3)
  await leadsTo(14)
  act(() => dropSession(queryClient, 'memory', '13'))
  await leadsTo(14)
  await user.keyboard('p')
  await page(12)
  await leadsTo(14)
  await user.keyboard('u')
  await screen.findByRole('heading', { name: 'List' })
})

import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '../../domain/session.ts'
import { makeSession } from '../../testing/session.ts'
import { linkStore } from './linkStore.ts'
import { athleteSource, NoResizeObserver, showAthletes } from './testAthletes.tsx'

beforeEach(() => vi.stubGlobal('ResizeObserver', NoResizeObserver))
afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

const session = (id: string, athlete: string, day: string, more: Partial<Session> = {}): Session =>
  makeSession({
    ...{ id, title: `Run ${id}`, recordedAt: `2026-${day}T10:00`, athlete: { id: athlete, name: '' } },
    ...more,
  })

const PEOPLE = { a1: 'Astrid Sørli', a2: 'Bo Berg', a3: 'Çelik Ayşe' }

/** Each row's cells, without their sources' names where there is one source. */
const rows = () =>
  within(screen.getByRole('table', { name: 'Athletes' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent.trim()),
    )

describe('the athletes', () => {
  it('are listed with their sessions and the last one, found by name and ordered', async () => {
    const { source } = athleteSource('one', PEOPLE, [
      session('1', 'a1', '11-01'),
      session('2', 'a1', '11-15'),
      session('3', 'a2', '10-02'),
      session('4', 'gone', '09-01', { athlete: { id: 'gone', name: 'Nils Dahl' } }),
    ])
    const { router } = showAthletes('/athletes', [source])
    expect(await screen.findByText('All 4 sessions counted.')).toBeVisible()
    expect(rows()).toEqual([
      ['Astrid Sørli', '2', '15 Nov 2026, 10:00 AM Run 2'],
      ['Bo Berg', '1', '2 Oct 2026, 10:00 AM Run 3'],
      ['Çelik Ayşe', 'none', '–'],
      ['Nils Dahl', '1', '1 Sep 2026, 10:00 AM Run 4'],
    ])
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'Last session first')
    expect(rows().map(([name]) => name)).toEqual(['Astrid Sørli', 'Bo Berg', 'Nils Dahl', 'Çelik Ayşe'])
    await userEvent.type(screen.getByRole('searchbox', { name: 'Name' }), 'sorl')
    expect(rows().map(([name]) => name)).toEqual(['Astrid Sørli'])
    expect(screen.getByText('1 of 4 athletes')).toBeVisible()
    expect(router.state.location.search).toBe('?order=last&name=sorl')
    await userEvent.type(screen.getByRole('searchbox', { name: 'Name' }), 'x')
    expect(screen.getByRole('heading', { name: 'No athlete matches' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Clear the search' }))
    await userEvent.click(screen.getByRole('link', { name: 'Bo Berg' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Bo Berg' })).toBeVisible()
  })

  it('are said to have at least so many sessions while not all were counted', async () => {
    const many = Array.from({ length: 1_250 }, (_, index) =>
      session(String(index), index < 190 ? 'a1' : 'a2', index < 190 ? '11-15' : '10-01'),
    )
    const { source, asked } = athleteSource('one', PEOPLE, many)
    showAthletes('/athletes', [source])
    expect(await screen.findByText(/^The newest 200 of 1,250 sessions are counted/)).toBeVisible()
    expect(rows().map(([, count]) => count)).toEqual(['at least 190', 'at least 10', 'none so far'])
    expect(rows()[0]?.[2]).toMatch(/^15 Nov 2026, 10:00 AM Run \d+ so far$/)
    await userEvent.click(screen.getByRole('button', { name: 'Count on' }))
    expect(await screen.findByText(/^The newest 1,200 of 1,250/)).toBeVisible()
    expect(asked).toHaveLength(6)
    await userEvent.click(screen.getByRole('button', { name: 'Count on' }))
    expect(await screen.findByText('All 1,250 sessions counted.')).toBeVisible()
    expect(asked).toHaveLength(7)
    expect(rows().map(([, count]) => count)).toEqual(['190', '1,060', 'none'])
  })

  it('stay counted where counting on fails, and it goes on from there', async () => {
    const many = Array.from({ length: 1_250 }, (_, index) => session(String(index), 'a1', '11-15'))
    const { source, asked, failing, connect, expire } = athleteSource('one', PEOPLE, many, { signIn: true })
    connect()
    showAthletes('/athletes', [source])
    expect(await screen.findByText(/^The newest 200 of 1,250/)).toBeVisible()
    // The third of five pages fails: the two before it are not lost.
    Object.assign(failing, { list: 1, after: 2 })
    await userEvent.click(screen.getByRole('button', { name: 'Count on' }))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The sessions of ONE could not be counted.')
    expect(screen.getByText(/^The newest 600 of 1,250/)).toBeVisible()
    expect(rows()[0]?.slice(0, 2)).toEqual(['Astrid Sørli', 'at least 600'])
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/^The newest 1,200 of 1,250/)).toBeVisible()
    expect(asked).toHaveLength(6)
    // The sign-in ends, and comes back.
    act(expire)
    expect(screen.getByText('The sign-in of ONE has ended. What was read stays.')).toBeVisible()
    expect(rows()[0]?.[1]).toBe('at least 1,200')
    act(connect)
    await userEvent.click(screen.getByRole('button', { name: 'Count on' }))
    expect(await screen.findByText('All 1,250 sessions counted.')).toBeVisible()
  })

  // Where the cursor may be what is wrong, the first page is read once more.
  it.each([
    ['endless', 4],
    ['stale-cursor', 4],
    ['invalid', 4],
    ['signed-out', 3],
  ] as const)('can always be read again, also after %s', async (kind, pages) => {
    const many = Array.from({ length: 450 }, (_, index) => session(String(index), 'a1', '11-15'))
    const { source, asked, failing } = athleteSource('one', PEOPLE, many)
    showAthletes('/athletes', [source])
    expect(await screen.findByText(/^The newest 200 of 450/)).toBeVisible()
    // A list that changed is begun again once by itself, so it has to change twice.
    Object.assign(failing, { list: 2, kind })
    await userEvent.click(screen.getByRole('button', { name: 'Count on' }))
    const again = await screen.findByRole('button', { name: 'Read again' })
    expect(rows()[0]?.[1]).toBe('at least 200')
    failing.list = 0
    await userEvent.click(again)
    expect(await screen.findByText('All 450 sessions counted.')).toBeVisible()
    expect(asked).toHaveLength(pages)
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('are counted from the beginning, once, where the list changed while it was read', async () => {
    const many = Array.from({ length: 450 }, (_, index) => session(String(index), 'a1', '11-15'))
    const { source, failing } = athleteSource('one', PEOPLE, many)
    Object.assign(failing, { list: 1, kind: 'stale-cursor' })
    showAthletes('/athletes', [source])
    expect(await screen.findByText(/^The newest 200 of 450/)).toBeVisible()
    Object.assign(failing, { list: 1, after: 1 })
    await userEvent.click(screen.getByRole('button', { name: 'Count on' }))
    expect(await screen.findByText('All 450 sessions counted.')).toBeVisible()
    expect(rows()[0]?.[1]).toBe('450')
  })

  it('of a source that fails or is not connected are named as missing, and nobody else is hidden', async () => {
    const first = athleteSource('one', PEOPLE, [session('1', 'a1', '11-01')])
    const second = athleteSource('two', { v1: 'Vera Lind' }, [session('9', 'v1', '11-20')], { signIn: true })
    first.failing.list = 1
    showAthletes('/athletes', [first.source, second.source])
    expect(await screen.findByText(/^TWO is not connected/)).toBeVisible()
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The sessions of ONE could not be counted.')
    expect(rows().map(([name]) => name)).toEqual(['Astrid Sørli', 'Bo Berg', 'Çelik Ayşe'])
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('All 1 session counted.')).toBeVisible()
    act(() => second.connect())
    expect(await screen.findByRole('link', { name: 'Vera Lind' })).toBeVisible()
    expect(rows().find(([name]) => name === 'Vera Lind')).toEqual([
      ...['Vera Lind', 'TWO', '1', '20 Nov 2026, 10:00 AM Run 9'],
    ])
  })

  it('who are one person are one row, and who is comes from a file too', async () => {
    const first = athleteSource('one', PEOPLE, [session('1', 'a1', '11-01')])
    const second = athleteSource('two', { v1: 'Astrid S.' }, [session('9', 'v1', '11-20')])
    showAthletes('/athletes', [first.source, second.source])
    expect(await screen.findAllByText(/^All 1 session counted/)).toHaveLength(2)
    expect(rows()).toHaveLength(4)
    const file = (...persons: unknown[]) =>
      new File([JSON.stringify({ format: 'motion-console-persons', version: 1, persons })], 'p.json')
    const field = screen.getByLabelText('Import who is the same person')
    await userEvent.upload(field, new File(['{"notes":[]}'], 'p.json', { type: 'application/json' }))
    expect(await screen.findByText(/no file of persons/)).toBeVisible()
    await userEvent.upload(
      field,
      file([
        { source: 'one', id: 'a1' },
        { source: 'two', id: 'v1' },
      ]),
    )
    expect(await screen.findByText('1 person added.')).toBeVisible()
    expect(rows()).toContainEqual(['Astrid Sørli', 'ONETWO', '2', '20 Nov 2026, 10:00 AM Run 9'])
    expect(linkStore.get({ account: 'anna' }).value).toHaveLength(1)
    expect(linkStore.get({ account: 'bo' }).value).toEqual([])
  })

  it('of a source that is switched off leave no trace, and are back with it', async () => {
    const link = [
      { source: 'one', id: 'a1' },
      { source: 'two', id: 'v1' },
    ]
    linkStore.change({ account: 'anna' }, () => [link])
    const first = athleteSource('one', PEOPLE, [session('1', 'a1', '11-01')])
    const second = athleteSource('two', { v1: 'Astrid S.' }, [session('9', 'v1', '11-20')])
    const third = athleteSource('three', {}, [])
    const shown = showAthletes('/athletes', [first.source, third.source])
    expect(await screen.findByText('All 1 session counted.')).toBeVisible()
    expect(rows()[0]).toEqual(['Astrid Sørli', 'ONE', '1', '1 Nov 2026, 10:00 AM Run 1'])
    shown.unmount()
    const page = showAthletes('/athletes/one/a1', [first.source, third.source])
    const panel = await screen.findByRole('region', { name: 'Same person' })
    expect(panel).not.toHaveTextContent('Kept on this device')
    page.unmount()
    showAthletes('/athletes', [first.source, second.source])
    expect(await screen.findAllByText(/^All 1 session counted/)).toHaveLength(2)
    expect(rows()[0]?.slice(0, 3)).toEqual(['Astrid Sørli', 'ONETWO', '2'])
  })
})

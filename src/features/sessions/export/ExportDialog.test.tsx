import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Auth } from '../../../domain/auth.ts'
import { AppError } from '../../../domain/errors.ts'
import type { Cursor, Page, SessionSource } from '../../../domain/source.ts'
import { membershipQuery } from '../../../queries/membership.ts'
import { ServicesContext } from '../../../services.ts'
import { fileText } from '../../../testing/fileText.ts'
import { makeSession } from '../../../testing/session.ts'
import { NoticesProvider } from '../../../ui/Notices.tsx'
import { DEFAULT_LAYOUT } from '../listLayout.ts'
import { seenStore } from '../seen.ts'
import { ExportDialog } from './ExportDialog.tsx'
import type { ExportOffer } from './exportOffer.ts'

const auth = {
  current: () => ({ id: 'anna', email: 'anna@example.com', name: '', role: 'admin' }),
} as Partial<Auth> as Auth
const rows = Array.from({ length: 600 }, (_, index) =>
  makeSession({ id: `s${index}`, title: `Run ${index}` }),
)

/** The files that the browser was handed, by name. This environment has no downloads of its own. */
const saved: { name: string; file: Blob }[] = []
beforeEach(() => {
  const files = new Map<string, Blob>()
  vi.stubGlobal(
    'URL',
    class extends URL {
      static override createObjectURL(file: Blob) {
        const address = `blob:${files.size}`
        files.set(address, file)
        return address
      }
      static override revokeObjectURL(address: string) {
        files.delete(address)
      }
    },
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, file: files.get(this.href) ?? new Blob() })
  })
})
afterEach(() => {
  saved.length = 0
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A source in memory; `before` may hold back or fail a page. */
function sourceOf(before: (from: number, signal?: AbortSignal) => Promise<void> = () => Promise.resolve()) {
  const list = async (_query: unknown, cursor: Cursor | null, signal?: AbortSignal): Promise<Page> => {
    const from = Number(cursor ?? 0)
    await before(from, signal)
    const next = from + 250 < rows.length ? (String(from + 250) as Cursor) : null
    const incompleteDays: string[] = []
    return { items: rows.slice(from, from + 250), next, total: rows.length, leftOut: 0, incompleteDays }
  }
  const source = { id: 'memory', list, athletes: () => Promise.resolve([]), uploaders: null }
  return source as Partial<SessionSource> as SessionSource
}

function open(source: SessionSource, offer: Partial<ExportOffer> = {}) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  queryClient.setQueryData(membershipQuery(source).queryKey, null)
  const onClose = vi.fn()
  const whole: ExportOffer = {
    ...{ query: { size: 25 }, layout: DEFAULT_LAYOUT, selected: [], loaded: rows.slice(0, 50) },
    ...{ total: rows.length, ...offer },
  }
  const element = <ExportDialog {...whole} onClose={onClose} />
  const router = createMemoryRouter([{ path: ':source', element }], { initialEntries: ['/memory'] })
  const { unmount } = render(
    <ServicesContext value={{ auth, sources: [source], queryClient }}>
      <QueryClientProvider client={queryClient}>
        <NoticesProvider>
          <RouterProvider router={router} />
        </NoticesProvider>
      </QueryClientProvider>
    </ServicesContext>,
  )
  return { onClose, unmount }
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }))
const isChosen = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name }).checked
const file = () => saved[0]?.file ?? new Blob()
const lines = async () => (await fileText(file())).split('\r\n').slice(0, -1)

/** Holds back what comes from the row `from` on, until it is let go. */
function holdFrom(from: number) {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  const before = (at: number, signal?: AbortSignal) =>
    at < from
      ? Promise.resolve()
      : new Promise<void>((resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new AppError('aborted')))
          void opened.then(resolve)
        })
  return { before, open }
}

it('all that match are exported with a running count, and the page says how many', async () => {
  const held = holdFrom(500)
  const { onClose } = open(sourceOf(held.before), { query: { size: 25, activity: 'Running' } })
  expect(isChosen('All matching (600)')).toBe(true)
  expect(screen.getByRole('radio', { name: 'All matching (600)' })).toHaveAccessibleDescription(
    'Activity “Running”',
  )
  expect(screen.queryByRole('radio', { name: /^Selected/ })).toBeNull()
  await press('Export')
  expect(await screen.findByText('500 of 600')).toBeVisible()
  expect(screen.getByRole('progressbar', { name: 'Export progress' })).toHaveAttribute('value', '500')
  held.open()
  expect(await screen.findByText('Exported 600 sessions.')).toBeVisible()
  expect(onClose).toHaveBeenCalledOnce()
  expect(saved.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^sessions \d{4}-\d\d-\d\d running\.csv$/),
  ])
  expect(await lines()).toHaveLength(601)
  expect((await lines())[600]).toContain('"Run 599"')
  expect((await lines())[600]).toMatch(/,"Activity: Running"$/)
})

it('rows that are selected are offered first, and a JSON file says who made it of what', async () => {
  open(sourceOf(), { selected: rows.slice(3, 5) })
  expect(isChosen('Selected (2)')).toBe(true)
  await choose('All columns')
  await choose('JSON')
  await press('Export')
  expect(await screen.findByText('Exported 2 sessions.')).toBeVisible()
  const { exported, sessions } = JSON.parse(await fileText(file())) as Record<string, { title: string }[]>
  expect(exported).toMatchObject({
    ...{ account: 'anna@example.com', source: 'memory', rows: 'selected', columns: 'all', count: 2 },
    filters: [],
  })
  expect(sessions?.map(({ title }) => title)).toEqual(['Run 3', 'Run 4'])
})

it('what was cancelled half way leaves no file, and the choice stays', async () => {
  const { onClose } = open(sourceOf(holdFrom(250).before))
  await choose('JSON')
  await press('Export')
  expect(await screen.findByText('250 of 600')).toBeVisible()
  await press('Cancel')
  expect(await screen.findByText('Stopped. No file was made.')).toBeVisible()
  expect(isChosen('JSON')).toBe(true)
  expect(saved).toEqual([])
  expect(onClose).not.toHaveBeenCalled()
  await press('Cancel')
  expect(onClose).toHaveBeenCalledOnce()
})

it('leaving the page stops the reading', async () => {
  const signals: (AbortSignal | undefined)[] = []
  const { unmount } = open(
    sourceOf((_from, signal) => {
      signals.push(signal)
      return new Promise(() => {})
    }),
  )
  await press('Export')
  await waitFor(() => expect(signals).toHaveLength(1))
  unmount()
  expect(signals[0]?.aborted).toBe(true)
})

it('a failure keeps the choice, and trying again goes on where it stopped', async () => {
  const asked: number[] = []
  let failing = true
  const before = (from: number) => {
    asked.push(from)
    return from === 250 && failing ? Promise.reject(new AppError('unavailable')) : Promise.resolve()
  }
  open(sourceOf(before))
  await press('Export')
  expect(await screen.findByRole('alert')).toHaveTextContent('Not exported')
  expect(isChosen('All matching (600)')).toBe(true)
  expect(saved).toEqual([])
  failing = false
  await press('Try again')
  expect(await screen.findByText('Exported 600 sessions.')).toBeVisible()
  expect(asked).toEqual([0, 250, 250, 500])
  expect(await lines()).toHaveLength(601)
})

it('what the list hides is not exported, and nothing at all makes no file', async () => {
  const unseen = '2026-11-22T10:00:00'
  seenStore.change({ account: 'anna', source: 'memory' }, () => rows.map(({ id }) => [id, unseen] as const))
  open(sourceOf(), { query: { size: 25, unseen } })
  // How many match can be told by reading alone.
  expect(isChosen('All matching')).toBe(true)
  await press('Export')
  expect(await screen.findByText('No session matches any more, so no file was made.')).toBeVisible()
  expect(saved).toEqual([])
  localStorage.clear()
})

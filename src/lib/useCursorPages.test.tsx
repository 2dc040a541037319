import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import { useCursorPages } from './useCursorPages.ts'

type Row = { id: string }
type Chunk = { items: Row[]; total: number; next: number | null }
type Step = { offset: number; before: Step | null }

const SIZE = 10

/** A list of `count` rows, walked in chunks of two screens of which six are kept. */
function walkOver(count: number, fail: (offset: number) => boolean = () => false) {
  const asked: number[] = []
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  )
  const hook = renderHook(
    ({ row }: { row: number }) => {
      const walk = useInfiniteQuery<Chunk, Error, { pages: Chunk[]; pageParams: Step[] }, string[], Step>({
        queryKey: ['rows'],
        initialPageParam: { offset: 0, before: null },
        queryFn: ({ pageParam: { offset } }) => {
          asked.push(offset)
          if (fail(offset)) return Promise.reject(new Error('failed'))
          const length = Math.max(0, Math.min(2 * SIZE, count - offset))
          const items = Array.from({ length }, (_, index) => ({ id: String(offset + index) }))
          return Promise.resolve({
            items,
            total: count,
            next: offset + length < count ? offset + length : null,
          })
        },
        getNextPageParam: (page, _pages, step) =>
          page.next === null ? null : { offset: page.next, before: step },
        getPreviousPageParam: (_page, _pages, step) => step.before,
        maxPages: 6,
      })
      return useCursorPages<Row>(walk, SIZE, row)
    },
    { wrapper, initialProps: { row: 0 } },
  )
  const shown = () => hook.result.current.rows.map(({ id }) => Number(id))
  const standAt = async (row: number) => {
    hook.rerender({ row })
    await waitFor(() => expect(hook.result.current.isLoading).toBe(false))
  }
  return { hook, asked, shown, standAt }
}

const screen = (first: number, length = SIZE) => Array.from({ length }, (_, index) => first + index)

it('shows a screen and has the next one already, for one request', async () => {
  const { hook, asked, shown, standAt } = walkOver(45)
  await waitFor(() => expect(shown()).toEqual(screen(0)))
  expect(hook.result.current).toMatchObject({ hasPrevious: false, hasNext: true, total: 45, first: 0 })
  expect(asked).toEqual([0])
  hook.rerender({ row: 10 })
  expect(shown()).toEqual(screen(10))
  await waitFor(() => expect(asked).toEqual([0, 20]))
  await standAt(40)
  expect(shown()).toEqual(screen(40, 5))
  expect(hook.result.current).toMatchObject({ hasPrevious: true, hasNext: false })
})

it('keeps a bounded number of rows and reads them again on the way back', async () => {
  const { asked, shown, standAt } = walkOver(400)
  await waitFor(() => expect(shown()).toEqual(screen(0)))
  for (let row = 10; row <= 300; row += 10) {
    await standAt(row)
    expect(shown()).toEqual(screen(row))
  }
  const before = asked.length
  for (let row = 290; row >= 0; row -= 10) {
    await standAt(row)
    expect(shown()).toEqual(screen(row))
  }
  expect(asked.length).toBeGreaterThan(before)
})

it('stands at the last screen when the place it was at is gone', async () => {
  const { shown, standAt, hook } = walkOver(15)
  await waitFor(() => expect(shown()).toEqual(screen(0)))
  await standAt(40)
  expect(shown()).toEqual(screen(10, 5))
  expect(hook.result.current.first).toBe(10)
})

it('does not ask again by itself after a failure', async () => {
  const { asked, shown, hook } = walkOver(45, (offset) => offset === 20)
  await waitFor(() => expect(shown()).toEqual(screen(0)))
  hook.rerender({ row: 10 })
  await waitFor(() => expect(asked).toEqual([0, 20]))
  hook.rerender({ row: 10 })
  expect(shown()).toEqual(screen(10))
  expect(asked).toEqual([0, 20])
})

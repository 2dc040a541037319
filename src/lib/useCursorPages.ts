import { useEffect, useMemo } from 'react'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'

type Chunk<Row> = { items: Row[]; total: number | null }
type Step = { offset: number }
type Walk<Row> = { pages: Chunk<Row>[]; pageParams: Step[] }

export type CursorPages<Row> = {
  /** The rows of this screen; empty while they are on their way. */
  rows: Row[]
  /** All rows in memory, before, on and after this screen. */
  loaded: Row[]
  /** Number of the first row in the whole list, from 0. */
  first: number
  total: number | null
  /** How many rows the walk has given so far. */
  given: number
  hasPrevious: boolean
  hasNext: boolean
  /** Every row that was read is before or on this screen, and the walk can go on; never so while it reads ahead. */
  canReadOn: boolean
  /** True while this screen's own rows are on their way. */
  isLoading: boolean
}

/**
 * Screens of `size` rows over a list that is walked by cursor in larger chunks: the next chunk is read before its
 * first screen is asked for. `row` is where the reader stands. A row that moved across the border of two chunks
 * while they were read is shown once. Without `ahead` the walk goes on only when it is told to.
 */
export function useCursorPages<Row extends { id: string }>(
  walk: Pick<
    UseInfiniteQueryResult<Walk<Row>>,
    | 'data'
    | 'isFetching'
    | 'isError'
    | 'hasNextPage'
    | 'hasPreviousPage'
    | 'fetchNextPage'
    | 'fetchPreviousPage'
  >,
  size: number,
  row: number,
  ahead = true,
): CursorPages<Row> {
  const { data, isFetching, isError, hasNextPage, hasPreviousPage, fetchNextPage, fetchPreviousPage } = walk
  const start = data?.pageParams[0]?.offset ?? 0
  const loaded = useMemo(() => (data ? onceEach(data.pages.flatMap((page) => page.items)) : []), [data])
  const first = standing(row, start, loaded.length, size, hasNextPage)
  const local = first - start

  const readBack = local < 0 && hasPreviousPage
  const readAhead = ahead && !readBack && hasNextPage && loaded.length < local + 2 * size
  useEffect(() => {
    // A failed read waits for the reader's own "Try again".
    if (isFetching || isError || !data) return
    if (readBack) void fetchPreviousPage()
    else if (readAhead) void fetchNextPage()
  }, [data, isFetching, isError, readBack, readAhead, fetchNextPage, fetchPreviousPage])

  // The same array as long as the rows are the same: a table is drawn again for rows, not for each state of a read.
  const rows = useMemo(() => (local < 0 ? [] : loaded.slice(local, local + size)), [loaded, local, size])
  return {
    rows,
    loaded,
    first,
    total: data?.pages.at(-1)?.total ?? null,
    given: start + loaded.length,
    hasPrevious: first > 0,
    hasNext: (ahead && hasNextPage) || loaded.length > local + size,
    canReadOn: !ahead && hasNextPage && loaded.length <= local + size,
    isLoading: !data || (rows.length === 0 && (readBack || readAhead)),
  }
}

/** Where the reader really stands: a place that is gone, or that nothing leads to any more, is the nearest one. */
function standing(row: number, start: number, loaded: number, size: number, more: boolean): number {
  const end = start + loaded
  if (row < end || (row === end && more)) return Math.max(0, row)
  if (row > end && more) return start
  return Math.max(0, start + Math.floor((loaded - 1) / size) * size)
}

function onceEach<Row extends { id: string }>(rows: Row[]): Row[] {
  const seen = new Set<string>()
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id))
}

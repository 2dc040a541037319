import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { toAppError } from '../../../domain/errors.ts'
import type { AppError } from '../../../domain/errors.ts'
import { isSieved } from '../../../queries/sessions.ts'
import { useServices, useSource } from '../../../services.ts'
import { readListAddress } from '../listAddress.ts'
import { listQuery } from '../seen.ts'
import { findNeighbours } from './neighbours.ts'
import type { Standing } from './neighbours.ts'

/** With fewer rows than this ahead, the next ones are read. */
const ROWS_AHEAD = 2

/** How often a list that changed while it was read is read anew for one session, before the reader is asked. */
const MOST_RESTARTS = 3

/** What is behind the last row that was read: `read` gets it. A `sieved` list goes on only when it is told to. */
type More = { sieved: boolean; read: () => void }

/** A read that failed with the reader waiting for what it was to bring. */
type Failure = { error: AppError; tryAgain: () => void }

/**
 * The neighbours of a session in the list it was opened from, over the borders of pages. The list is read as far as
 * the way leads, and not anew because it has become older meanwhile.
 */
export function useNeighbours({ id, place }: Standing) {
  const source = useSource()
  const { auth, queryClient } = useServices()
  const query = readListAddress(new URLSearchParams(place.search), source.filters)
  const { size } = query
  const options = listQuery(auth, source, query)
  const { queryKey } = options
  const list = useInfiniteQuery({ ...options, enabled: queryClient.getQueryData(queryKey) === undefined })
  const { data, isFetching, hasNextPage, hasPreviousPage, fetchNextPage, fetchPreviousPage, refetch } = list
  const { previous, next, before, after } = findNeighbours(data, { id, place }, size)

  const sieved = isSieved(query)
  // A list that was read anew, or of which other chunks are in memory, is read up to where the session was.
  const start = data?.pageParams[0]?.offset ?? 0
  const end = start + (data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0)
  const ahead = hasNextPage && (after === null ? end < place.row + 2 * size : after < ROWS_AHEAD)
  const back = hasPreviousPage && (before === null ? start > place.row : before < ROWS_AHEAD)
  const readOn = ahead && !sieved ? fetchNextPage : back ? fetchPreviousPage : null

  const atBorder = list.isFetchNextPageError || list.isFetchPreviousPageError
  const failed = atBorder || list.isLoadingError || (list.isError && isStaleCursor(list.error))
  const [restarts, setRestarts] = useState({ id, count: 0 })
  const restarted = restarts.id === id ? restarts.count : 0
  const restarting = failed && isStaleCursor(list.error) && restarted < MOST_RESTARTS
  useEffect(() => {
    if (isFetching) return
    if (restarting) {
      // The chunks in memory are read with new cursors; where even the first of them is gone, the list is.
      const restart = atBorder ? refetch() : queryClient.resetQueries({ queryKey, exact: true })
      void restart.then(() => setRestarts({ id, count: restarted + 1 }))
    } else if (!failed) {
      // A failed read waits to be asked for.
      void readOn?.()
    }
    // The key is made anew with each drawing; what it says changes with `id` or `data`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, data, isFetching, failed, restarting, atBorder, restarted, readOn, refetch, queryClient])

  const tryAgain = () => {
    if (isStaleCursor(list.error)) setRestarts({ id, count: 0 })
    else void (atBorder ? (readOn ?? fetchNextPage)() : refetch())
  }
  const failure: Failure | null =
    failed && !restarting && (ahead || back || !data) ? { error: toAppError(list.error), tryAgain } : null
  const more: More | null =
    ahead && next === null && !failure ? { sieved, read: () => void (isFetching || fetchNextPage()) } : null
  return {
    previous,
    next,
    more,
    failure,
    reading: isFetching,
    /** Whether something is read, or is about to be without being asked for. */
    pending: isFetching || restarting || (readOn !== null && !failed),
    /** Whether the list goes on behind what is in memory of it. */
    goesOn: { previous: hasPreviousPage, next: hasNextPage && !sieved },
    /** The neighbours of another session of the list, as far as they are in memory. */
    find: (standing: Standing) => findNeighbours(data, standing, size),
  }
}

const isStaleCursor = (error: Error | null) => error !== null && toAppError(error).kind === 'stale-cursor'

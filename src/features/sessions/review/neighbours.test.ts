import { expect, it } from 'vitest'
import type { ListPage, SessionList, Step } from '../../../queries/sessions.ts'
import { makeSession } from '../../../testing/session.ts'
import { findNeighbours } from './neighbours.ts'

const SIZE = 10

/** Chunks of twenty rows each in memory, the first of which begins at row `offset` of the list. */
function listOf(offset: number, ...chunks: number[][]): SessionList {
  const page = (ids: number[]) =>
    ({ items: ids.map((id) => makeSession({ id: String(id) })) }) as Partial<ListPage> as ListPage
  return { pages: chunks.map(page), pageParams: [{ offset } as Partial<Step> as Step] }
}
const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

const ways = (list: SessionList | undefined, id: number, row: number) => {
  const { previous, next, before, after } = findNeighbours(
    list,
    { id: String(id), place: { search: '?a', row } },
    SIZE,
  )
  return {
    previous: previous && [previous.session.id, previous.place.row],
    next: next && [next.session.id, next.place.row],
    before,
    after,
  }
}

it('neighbours bear the screen they stand on, over the borders of screens and chunks', () => {
  const list = listOf(0, rows(0, 20), rows(20, 40))
  expect(ways(list, 5, 0)).toEqual({ previous: ['4', 0], next: ['6', 0], before: 5, after: 34 })
  expect(ways(list, 9, 0)).toMatchObject({ previous: ['8', 0], next: ['10', 10] })
  expect(ways(list, 10, 10)).toMatchObject({ previous: ['9', 0], next: ['11', 10] })
  expect(ways(list, 19, 10)).toMatchObject({ previous: ['18', 10], next: ['20', 20] })
})

it('a neighbour’s place says which row of its screen it is', () => {
  const list = listOf(400, rows(400, 440))
  const nth = (id: number, row: number) =>
    findNeighbours(list, { id: String(id), place: { search: '', row, nth: 5 } }, SIZE).next?.place.nth
  expect([nth(408, 400), nth(409, 400), nth(410, 410)]).toEqual([9, 0, 1])
})

it('a session that is gone has those on either side of its place', () => {
  const around = (nth: number, row = 10) => {
    const standing = { id: 'gone', place: { search: '', row, nth } }
    const { previous, next, before, after } = findNeighbours(listOf(10, rows(10, 30)), standing, SIZE)
    return [previous?.session.id, next?.session.id, before, after]
  }
  expect(around(4)).toEqual(['13', '14', 4, 16])
  expect(around(0)).toEqual([undefined, '10', 0, 20])
  expect(around(0, 30)).toEqual(['29', undefined, 20, 0])
  expect(around(1, 30), 'not read that far').toEqual([undefined, undefined, null, null])
  expect(around(9, 0)).toEqual([undefined, undefined, null, null])
})

it('the ends of a list, and of what is in memory of it, have a neighbour on one side', () => {
  const list = listOf(0, rows(0, 20))
  expect(ways(list, 0, 0)).toEqual({ previous: null, next: ['1', 0], before: 0, after: 19 })
  expect(ways(list, 19, 10)).toEqual({ previous: ['18', 10], next: null, before: 19, after: 0 })
})

it('rows count from the list’s beginning when its first chunks are no longer in memory', () => {
  const list = listOf(400, rows(400, 420), rows(420, 440))
  expect(ways(list, 400, 400)).toMatchObject({ previous: null, next: ['401', 400] })
  expect(ways(list, 430, 420)).toMatchObject({ previous: ['429', 420], next: ['431', 430] })
})

it('screens follow the one the reader stood on, also where a deletion has shifted them', () => {
  const list = listOf(0, rows(0, 40))
  expect(ways(list, 12, 3)).toMatchObject({ previous: ['11', 3], next: ['13', 13] })
  expect(ways(list, 3, 3)).toMatchObject({ previous: ['2', 0], next: ['4', 3] })
})

it('a row that was met twice is one', () => {
  const list = listOf(0, [0, 1, 2], [2, 3])
  expect(ways(list, 2, 0)).toMatchObject({ previous: ['1', 0], next: ['3', 0], after: 1 })
})

it('what is not in memory has none', () => {
  const none = { previous: null, next: null, before: null, after: null }
  expect(ways(undefined, 1, 0)).toEqual(none)
  expect(ways(listOf(0, rows(0, 20)), 99, 0)).toEqual(none)
})

import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it } from 'vitest'
import { makeSession } from '../testing/session.ts'
import {
  changeSelection,
  deselect,
  inListOrder,
  rangeOf,
  readSelection,
  select,
  subscribeToSelection,
  toggle,
} from './selection.ts'
import type { Selection } from './selection.ts'
import { dropSession, replaceSession } from './sessions.ts'

const NOTHING: Selection = new Map()
const rows = ['a', 'b', 'c', 'd'].map((id, index) =>
  makeSession({ id, title: id, recordedAt: `2026-11-0${9 - index}T10:00` }),
)
const [a, b, c] = rows as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0]]
const idsOf = (selected: Selection) => [...selected.keys()]

const queryClient = new QueryClient()
const selected = () => readSelection(queryClient, 'memory')
afterEach(() => queryClient.clear())

it('takes a session in and out again', () => {
  const one = toggle(NOTHING, b)
  expect(idsOf(one)).toEqual(['b'])
  expect(idsOf(toggle(one, b))).toEqual([])
})

it.each([
  ['down', 'b', 'd', ['b', 'c', 'd']],
  ['up', 'd', 'b', ['b', 'c', 'd']],
  ['over one row', 'c', 'c', ['c']],
  ['from a row that is not there any more', 'x', 'c', []],
])('reaches %s', (_where, from, to, expected) => {
  expect(rangeOf(rows, from, to).map(({ id }) => id)).toEqual(expected)
})

it('is told in the order of the list, whatever the order of the clicks', () => {
  const undated = makeSession({ id: 'z', recordedAt: null })
  const sameMinute = makeSession({ id: 'aa', recordedAt: a.recordedAt })
  expect(inListOrder(select(NOTHING, [c, undated, a, b, sameMinute])).map(({ id }) => id)).toEqual([
    'aa',
    'a',
    'b',
    'c',
    'z',
  ])
})

it('is told as the list has its sessions by now', () => {
  const corrected = { ...a, title: 'Corrected' }
  expect(inListOrder(select(NOTHING, [a, b]), [corrected, c]).map(({ title }) => title)).toEqual([
    'Corrected',
    'b',
  ])
})

it('is the same object when nothing of it goes', () => {
  const one = select(NOTHING, [a])
  expect(deselect(one, ['x'])).toBe(one)
})

it('tells of a change at once, and of none once nobody listens', () => {
  let told = 0
  const unsubscribe = subscribeToSelection(queryClient, () => (told += 1))
  changeSelection(queryClient, 'memory', (present) => select(present, [a]))
  expect(told).toBe(1)
  changeSelection(queryClient, 'memory', (present) => deselect(present, ['x']))
  expect(told).toBe(1)
  unsubscribe()
  changeSelection(queryClient, 'memory', (present) => select(present, [b]))
  expect(told).toBe(1)
})

it('follows an edit, loses what is deleted, and goes with the cache', () => {
  changeSelection(queryClient, 'memory', (present) => select(present, [a, b]))
  replaceSession(queryClient, { ...a, title: 'New' })
  replaceSession(queryClient, { ...c, title: 'Not selected' })
  expect([...selected().values()].map(({ title }) => title)).toEqual(['New', 'b'])
  dropSession(queryClient, 'memory', 'b')
  expect(idsOf(selected())).toEqual(['a'])
  queryClient.clear()
  expect(idsOf(selected())).toEqual([])
})

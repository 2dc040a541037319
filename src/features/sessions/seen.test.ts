// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Auth } from '../../domain/auth.ts'
import type { SessionSource } from '../../domain/source.ts'
import { makeSession } from '../../testing/session.ts'
import { hideSeen, markSeen, momentNow, readMoment, seenStore } from './seen.ts'

const ANNA = { account: 'anna', source: 'memory' }
const source = { id: 'memory' } as Partial<SessionSource> as SessionSource
const signedIn = (id: string) => ({ current: () => ({ id }) }) as Partial<Auth> as Auth

const at = (time: string) => vi.setSystemTime(`${time}Z`)
const kept = () => seenStore.get(ANNA).value
const hides = (unseen: string | undefined, id: string, account = 'anna') =>
  hideSeen(signedIn(account), source, { size: 25, ...(unseen ? { unseen } : {}) })(makeSession({ id }))

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
})
afterEach(() => {
  vi.useRealTimers()
  localStorage.clear()
})

it('what was seen up to a moment is hidden, what is seen later is not', () => {
  at('2026-11-15T10:00:00.250')
  markSeen(ANNA, 'before')
  at('2026-11-15T10:00:00.500')
  const moment = momentNow()
  at('2026-11-15T10:00:00.501')
  markSeen(ANNA, 'later')
  expect([hides(moment, 'before'), hides(moment, 'later'), hides(moment, 'never')]).toEqual([
    true,
    false,
    false,
  ])
  expect(hides(undefined, 'before')).toBe(false)
})

it('a session that is looked at again stays as long seen as it was', () => {
  at('2026-11-15T10:00:00')
  markSeen(ANNA, 'a')
  at('2026-11-16T10:00:00')
  markSeen(ANNA, 'a')
  expect(kept()).toEqual([['a', '2026-11-15T10:00:00.000']])
})

it('moments that were kept without milliseconds are read, and stand before those of their second', () => {
  seenStore.change(ANNA, () => [['a', '2026-11-15T10:00:00']])
  expect(kept()).toEqual([['a', '2026-11-15T10:00:00']])
  const hidden = ['2026-11-15T09:59:59.999', '2026-11-15T10:00:00', '2026-11-15T10:00:00.000']
  expect(hidden.map((moment) => hides(readMoment(moment), 'a'))).toEqual([false, true, true])
})

it('each account has seen what it has seen itself', () => {
  at('2026-11-15T10:00:00')
  markSeen(ANNA, 'a')
  expect(hides('2026-11-16T00:00:00', 'a', 'ben')).toBe(false)
})

it('five thousand are kept, the newest', () => {
  at('2026-11-15T10:00:00')
  seenStore.change(ANNA, () =>
    Array.from({ length: 5_000 }, (_, index) => [`s${index}`, '2026-11-14T10:00:00'] as const),
  )
  markSeen(ANNA, 'new')
  expect(kept()).toHaveLength(5_000)
  expect(kept()[0]?.[0]).toBe('s1')
  expect(kept().at(-1)).toEqual(['new', '2026-11-15T10:00:00.000'])
})

it('what storage holds beside sessions and moments is left out', () => {
  const value = [['a', '2026-11-14T10:00:00'], ['b', 'soon'], ['c'], null, 'd', [5, '2026-11-14T10:00:00']]
  localStorage.setItem('motion-console:seen:anna:memory', JSON.stringify({ version: 1, value }))
  expect(kept()).toEqual([['a', '2026-11-14T10:00:00']])
})

it.each([
  '',
  'now',
  '2026-02-31T10:00:00',
  '2026-11-15T25:00:00',
  '2026-11-15T10:00:60',
  '2026-11-15T10:00',
  '2026-11-15T10:00:00.1',
])('%j is no moment', (text) => expect(readMoment(text)).toBe(''))

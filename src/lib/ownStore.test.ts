// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { createOwnStore, useOwn } from './ownStore.ts'
import type { Owner } from './ownStore.ts'

const ANNA: Owner = { account: 'anna' }
const BEN: Owner = { account: 'ben' }
const KEY = 'motion-console:words:anna'

const wordsStore = (version = 1) =>
  createOwnStore<readonly string[]>({
    name: 'words',
    version,
    empty: [],
    read: (json) =>
      Array.isArray(json) && json.every((word): word is string => typeof word === 'string') ? json : null,
  })

const add = (word: string) => (words: readonly string[]) => [...words, word]

/** Storage as another tab leaves it, with the event this tab gets of it. */
function otherTabWrites(text: string) {
  localStorage.setItem(KEY, text)
  dispatchEvent(new StorageEvent('storage', { key: KEY }))
}

function fillStorage() {
  let block = 'x'.repeat(1_000_000)
  for (let turn = 0; block !== ''; turn++) {
    try {
      localStorage.setItem(`filler-${turn}`, block)
    } catch {
      block = block.slice(1 + block.length / 2)
    }
  }
}

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

it('keeps each account’s work apart and finds it again after a reload', () => {
  const before = wordsStore()
  expect(before.change(ANNA, add('knee'))).toBe(true)
  expect(before.change({ ...ANNA, source: 'lab' }, add('hip'))).toBe(true)
  const after = wordsStore()
  expect(after.get(ANNA)).toEqual({ value: ['knee'], kept: true })
  expect(after.get({ ...ANNA, source: 'lab' }).value).toEqual(['hip'])
  expect(after.get(BEN).value).toEqual([])
})

it('keeps nothing for nobody', () => {
  const store = wordsStore()
  expect(store.change({ account: null }, add('knee'))).toBe(false)
  expect(store.get({ account: null })).toEqual({ value: [], kept: false })
  expect(localStorage).toHaveLength(0)
})

it.each(['', 'nonsense', 'null', '[]', '{}', '{"version":1,"value":[7]}', '{"version":"1","value":["a"]}'])(
  'takes %j in storage for nothing, and writes over it',
  (text) => {
    localStorage.setItem(KEY, text)
    const store = wordsStore()
    expect(store.get(ANNA)).toEqual({ value: [], kept: true })
    expect(store.change(ANNA, add('knee'))).toBe(true)
    expect(wordsStore().get(ANNA).value).toEqual(['knee'])
  },
)

it('leaves what a newer console wrote as it is, and says that it keeps nothing', () => {
  wordsStore(2).change(ANNA, add('knee'))
  const written = localStorage.getItem(KEY)
  const store = wordsStore(1)
  expect(store.get(ANNA)).toEqual({ value: [], kept: false })
  expect(store.change(ANNA, add('hip'))).toBe(false)
  expect(store.get(ANNA)).toEqual({ value: ['hip'], kept: false })
  expect(localStorage.getItem(KEY)).toBe(written)
})

it('reads what an older console wrote', () => {
  wordsStore(1).change(ANNA, add('knee'))
  expect(wordsStore(2).get(ANNA)).toEqual({ value: ['knee'], kept: true })
})

it('works in memory where storage is full, and tells so until it is kept again', () => {
  fillStorage()
  const store = wordsStore()
  expect(store.change(ANNA, add('knee'))).toBe(false)
  expect(store.get(ANNA)).toEqual({ value: ['knee'], kept: false })
  localStorage.clear()
  expect(store.change(ANNA, add('hip'))).toBe(true)
  expect(wordsStore().get(ANNA)).toEqual({ value: ['knee', 'hip'], kept: true })
})

it('works in memory where storage is blocked', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  const store = wordsStore()
  expect(store.get(ANNA)).toEqual({ value: [], kept: false })
  expect(store.get(ANNA)).toBe(store.get(ANNA))
  store.change(ANNA, add('knee'))
  expect(store.get(ANNA).value).toEqual(['knee'])
})

it('shows changes of this tab and of others, and draws nothing again without one', () => {
  const store = wordsStore()
  let drawn = 0
  const { result, unmount } = renderHook(() => {
    drawn += 1
    return useOwn(store, ANNA)
  })
  act(() => void store.change(ANNA, add('knee')))
  expect(result.current.value).toEqual(['knee'])
  act(() => otherTabWrites('{"version":1,"value":["hip"]}'))
  expect(result.current.value).toEqual(['hip'])

  const before = drawn
  act(() => otherTabWrites('{"version":1,"value":["hip"]}'))
  act(() => void store.change(BEN, add('toe')))
  act(() => void store.change(ANNA, (same) => same))
  expect(drawn).toBe(before)

  act(() => {
    localStorage.clear()
    dispatchEvent(new StorageEvent('storage', { key: null }))
  })
  expect(result.current.value).toEqual([])
  unmount()
})

it('takes no room when nothing is left', () => {
  const store = wordsStore()
  store.change(ANNA, add('knee'))
  expect(store.change(ANNA, (words) => words.filter((word) => word !== 'knee'))).toBe(true)
  expect(localStorage).toHaveLength(0)
  expect(store.get(ANNA)).toEqual({ value: [], kept: true })
})

it('adds to what another tab has written meanwhile, also before word of it has come', () => {
  const store = wordsStore()
  store.change(ANNA, add('knee'))
  localStorage.setItem(KEY, '{"version":1,"value":["knee","hip"]}')
  store.change(ANNA, add('toe'))
  expect(wordsStore().get(ANNA).value).toEqual(['knee', 'hip', 'toe'])
})

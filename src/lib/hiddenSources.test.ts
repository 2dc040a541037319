// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { isHidden, onSwitched, setHidden } from './hiddenSources.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

it('a source is switched off and on for this device, each by itself', () => {
  expect(isHidden('one')).toBe(false)
  expect(setHidden('one', true)).toBe(true)
  expect([isHidden('one'), isHidden('two')]).toEqual([true, false])
  setHidden('one', false)
  expect(isHidden('one')).toBe(false)
  expect(localStorage).toHaveLength(0)
})

it('other tabs hear of it, and of nothing else that is kept', () => {
  const heard = vi.fn()
  onSwitched('three', heard)
  const change = (write: () => void) => {
    write()
    dispatchEvent(new StorageEvent('storage'))
  }
  change(() => setHidden('one', true))
  change(() => localStorage.setItem('motion-console:notes', '1'))
  expect(heard).not.toHaveBeenCalled()
  change(() => setHidden('three', true))
  expect(heard).toHaveBeenCalledOnce()
})

it('where the browser keeps nothing every source is shown, and the choice is not kept', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
  expect(isHidden('one')).toBe(false)
  expect(setHidden('one', true)).toBe(false)
})

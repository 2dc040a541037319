// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { reloadOnce } from './missingChunk.ts'

const reload = vi.fn()
beforeEach(() => vi.stubGlobal('location', { reload }))
afterEach(() => {
  vi.unstubAllGlobals()
  sessionStorage.clear()
  reload.mockClear()
})

it('fetches the present version once, and not again within half a minute', () => {
  reloadOnce()
  reloadOnce()
  expect(reload).toHaveBeenCalledOnce()
})

it('takes nothing away that somebody would be asked about: then the page has a button for it', () => {
  const warn = (event: Event) => event.preventDefault()
  addEventListener('beforeunload', warn)
  reloadOnce()
  expect(reload).not.toHaveBeenCalled()
  removeEventListener('beforeunload', warn)
  reloadOnce()
  expect(reload).toHaveBeenCalledOnce()
})

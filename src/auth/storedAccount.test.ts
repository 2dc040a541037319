// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest'
import { readStoredAccount } from './storedAccount.ts'

const NOW = Date.UTC(2026, 10, 21)
const KEY = 'firebase:authUser:key:[DEFAULT]'

const token = (claims: object) => `e30.${btoa(JSON.stringify(claims)).replaceAll('=', '')}.x`
const account = (change: object = {}) => ({
  uid: 'u1',
  email: 'admin@example.com',
  displayName: 'Ada',
  stsTokenManager: { accessToken: token({ role: 'admin' }), expirationTime: NOW + 600_000 },
  ...change,
})
const read = () => readStoredAccount('key', '[DEFAULT]', NOW)

afterEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

it('knows who was signed in, of this browser or of this tab, while the token lasts', () => {
  localStorage.setItem(KEY, JSON.stringify(account()))
  expect(read()).toEqual({
    user: { id: 'u1', email: 'admin@example.com', name: 'Ada', role: 'admin' },
    token: token({ role: 'admin' }),
  })
  localStorage.clear()
  sessionStorage.setItem(KEY, JSON.stringify(account({ displayName: undefined })))
  expect(read()?.user.name).toBe('admin@example.com')
})

it.each([
  ['nobody', null],
  [
    'a token that ends soon',
    account({ stsTokenManager: { accessToken: token({}), expirationTime: NOW + 30_000 } }),
  ],
  ['another form', { user: account() }],
  [
    'a token of another form',
    account({ stsTokenManager: { accessToken: 'x', expirationTime: NOW + 600_000 } }),
  ],
  ['no time', account({ stsTokenManager: { accessToken: token({}), expirationTime: 'later' } })],
])('waits for the look-up with %s', (_name, stored) => {
  if (stored) localStorage.setItem(KEY, JSON.stringify(stored))
  expect(read()).toBeNull()
})

it('takes a text that is not JSON for nothing', () => {
  localStorage.setItem(KEY, '{')
  expect(read()).toBeNull()
})

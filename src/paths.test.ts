import { expect, it } from 'vitest'
import { paths, readSessionPath, safeReturnPath } from './paths.ts'

const HERE = 'https://console.example'

it('comes back to an address of this console with its query string', () => {
  expect(safeReturnPath('/aikynetix/sessions?title=a%26b&size=50', HERE)).toBe(
    '/aikynetix/sessions?title=a%26b&size=50',
  )
})

it.each([
  ['https://evil.example/'],
  ['//evil.example/'],
  ['/\\evil.example/'],
  ['/\t/evil.example/'],
  ['/.//evil.example/'],
  ['/a/..//evil.example/'],
  ['/./\t/evil.example/'],
  ['javascript:alert(1)'],
  [''],
  [null],
])('goes home instead of to %j', (to) => {
  expect(safeReturnPath(to, HERE)).toBe('/')
})

it('keeps hostile ids inside their part of the address', () => {
  expect(paths.session('aikynetix', '../../sign-in?x#y')).toBe(
    '/aikynetix/sessions/..%2F..%2Fsign-in%3Fx%23y',
  )
  expect(readSessionPath('/aikynetix/sessions/..%2Fx/edit')).toEqual({ source: 'aikynetix', id: '../x' })
  expect(readSessionPath('/aikynetix/sessions')).toEqual({ source: 'aikynetix', id: null })
  expect(readSessionPath('/%E0%A4%A/sessions')).toBeNull()
  expect(readSessionPath('/sign-in')).toBeNull()
})

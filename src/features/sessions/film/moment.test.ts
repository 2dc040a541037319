import { expect, it } from 'vitest'
import { NO_LOOP } from '../../../player/loop.ts'
import { isMomentPath, readMomentAddress, writeMomentAddress } from './moment.ts'

it('an address carries time, speed and loop, and comes back the same', () => {
  const moment = { time: 1.533334, rate: 0.25, loop: { start: 1, end: 2.5 } }
  const search = writeMomentAddress('?other=1&t=9', moment)
  expect(search).toBe('?other=1&t=1.533334&rate=0.25&a=1&b=2.5')
  expect(readMomentAddress(search)).toEqual(moment)
})

it('says nothing of what goes without saying', () => {
  expect(writeMomentAddress('?t=9&a=1&rate=2', { time: 0, rate: 1, loop: NO_LOOP })).toBe('')
  expect(readMomentAddress('')).toEqual({})
})

it.each([
  ['?t=abc&rate=fast&a=&b=-1', {}],
  ['?t=-1', {}],
  ['?t=1e3', {}],
  ['?t=Infinity&rate=NaN', {}],
  ['?t=0x10', {}],
  ['?rate=0', {}],
  ['?rate=2.5', {}],
  ['?rate=0.1', { rate: 0.1 }],
  ['?a=2&b=1', {}],
  ['?a=1&b=1', {}],
  ['?a=1', { loop: { start: 1, end: null } }],
  ['?b=2', { loop: { start: null, end: 2 } }],
  ['?t=1&t=2', { time: 1 }],
  ['?t=%F0%28', {}],
])('reads %s', (search, wanted) => {
  expect(readMomentAddress(search)).toEqual(wanted)
})

it('is the address of a session’s page, not of the list or a dialog', () => {
  expect(isMomentPath('/aikynetix/sessions/s1')).toBe(true)
  expect(isMomentPath('/aikynetix/sessions/s1/')).toBe(true)
  expect(isMomentPath('/aikynetix/sessions')).toBe(false)
  expect(isMomentPath('/aikynetix/sessions/s1/edit')).toBe(false)
})

import { expect, it } from 'vitest'
import { ClipFailure, readClipFailure } from './clipFailure.ts'
import { withRenewal } from './renewedAddress.ts'

const never = new AbortController().signal
const refused = new Error('Error fetching http://host/film.mp4?signature=x: 403 Forbidden')

/** Accepts one address alone; says which were tried. */
function host(accepted: string) {
  const tried: string[] = []
  const work = (address: string) => {
    tried.push(address)
    return address === accepted ? Promise.resolve('clip') : Promise.reject(refused)
  }
  return { tried, work }
}

const renewTo = (address: string) => ({ address: 'old', renew: () => Promise.resolve(address) })

it('asks for a new address once where the old one is refused, and keeps it', async () => {
  const { tried, work } = host('new')
  const kept: string[] = []
  const clip = withRenewal(renewTo('new'), never, work, (address) => kept.push(address))
  expect(await clip).toBe('clip')
  expect({ tried, kept }).toEqual({ tried: ['old', 'new'], kept: ['new'] })
})

it('gives up where the new one is refused too, and where there is none', async () => {
  const { tried, work } = host('none')
  const failed = await withRenewal(renewTo('new'), never, work).catch(readClipFailure)
  expect(failed).toMatchObject({ problem: 'expired' })
  expect(tried).toEqual(['old', 'new'])
  const offline = { address: 'old', renew: () => Promise.reject(new Error('offline')) }
  await expect(withRenewal(offline, never, work)).rejects.toMatchObject({ problem: 'not-renewed' })
})

it('asks for none where something else is wrong, or nobody waits any more', async () => {
  let asked = 0
  const address = { address: 'old', renew: () => Promise.resolve(`${(asked += 1)}`) }
  const lost = () => Promise.reject(new TypeError('Failed to fetch'))
  await expect(withRenewal(address, never, lost)).rejects.toThrow('Failed to fetch')
  const abort = new AbortController()
  const refuse = () => {
    abort.abort()
    return Promise.reject(refused)
  }
  await expect(withRenewal(address, abort.signal, refuse)).rejects.toMatchObject({ name: 'AbortError' })
  expect(asked).toBe(0)
})

it.each([
  [refused, 'expired'],
  [new Error('Error fetching http://host/film.mp4: 503 Service Unavailable'), 'unreachable'],
  [new TypeError('Failed to fetch'), 'unreachable'],
  [new TypeError('network error'), 'unreachable'],
  [new TypeError('undefined is not a function'), 'failed'],
  [new DOMException('Decoding error.', 'EncodingError'), 'not-decoded'],
  [new ClipFailure('not-copied'), 'not-copied'],
  ['what?', 'failed'],
] as const)('reads %s as %s', (error, problem) => {
  expect(readClipFailure(error).problem).toBe(problem)
})

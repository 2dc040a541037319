// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { canReadPixels } from './pixelProbe.ts'

const watchCreation = () => vi.spyOn(document, 'createElement')
let creation: ReturnType<typeof watchCreation>

beforeEach(() => {
  creation = watchCreation()
  // jsdom loads no films.
  vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => undefined)
})
afterEach(() => vi.restoreAllMocks())

const ADDRESS = 'https://media.example/film.mp4'
/** The element that asks. */
function asker(): HTMLVideoElement {
  const element: unknown = creation.mock.results[0]?.value
  if (!(element instanceof HTMLVideoElement)) throw new Error('nobody asked')
  return element
}

it.each([
  ['loadedmetadata', true],
  ['error', false],
] as const)('asks with CORS, as far as the film’s length: %s is %s', async (event, canRead) => {
  const answer = canReadPixels(ADDRESS, new AbortController().signal)
  const { crossOrigin, preload, src } = asker()
  expect({ crossOrigin, preload, src }).toEqual({
    crossOrigin: 'anonymous',
    preload: 'metadata',
    src: ADDRESS,
  })
  asker().dispatchEvent(new Event(event))
  expect(await answer).toBe(canRead)
  expect(asker().hasAttribute('src'), 'what it loads on').toBe(false)
})

it('answers nobody who has gone, and loads nothing on', async () => {
  const asking = new AbortController()
  let answered = false
  void canReadPixels(ADDRESS, asking.signal).then(() => (answered = true))
  asking.abort()
  expect(asker().hasAttribute('src')).toBe(false)
  asker().dispatchEvent(new Event('error'))
  await Promise.resolve()
  expect(answered).toBe(false)
})

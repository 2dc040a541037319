// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Playback } from '../playback.ts'
import { createTestVideo } from '../testVideo.ts'
import type { TestVideo } from '../testVideo.ts'
import { standingPicture } from './standingPicture.ts'

let video: TestVideo
let playback: Playback
let letGo: () => void
let mounted: AbortController

beforeEach(() => {
  video = createTestVideo()
  playback = new Playback()
  mounted = new AbortController()
  letGo = playback.attach(video.element)
  playback.open({ address: 'film.mp4', renew: () => Promise.reject(new Error('offline')) })
})
afterEach(() => letGo())

/** Browsers tell of a pause, and of a seek, after the call has returned. */
function holdEvents(...names: string[]): () => void {
  const { element } = video
  const held: Event[] = []
  const say = element.dispatchEvent.bind(element)
  element.dispatchEvent = (event) => (names.includes(event.type) ? held.push(event) > 0 : say(event))
  return () => held.splice(0).forEach(say)
}

/** The host refuses a page that would read, and the player goes on as one that only shows. */
function refuse() {
  video.fail(4)
  video.loaded(8)
}

/** Whether a promise is settled once everything that waits for nothing else has run. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false
  const note = () => (settled = true)
  void promise.then(note, note)
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  return settled
}

it('gives the picture of a film that stands at once, with what the page says of it', async () => {
  video.loaded(8)
  expect(await standingPicture(playback, mounted.signal)).toBe(video.element)
})

it('stops a film that plays before anything else, and waits until that has become its time', async () => {
  video.loaded(8)
  playback.play()
  video.playOnTo(2)
  const goOn = holdEvents('pause')
  const taken = standingPicture(playback, mounted.signal)
  expect(video.element.paused).toBe(true)
  expect(await isSettled(taken)).toBe(false)
  goOn()
  expect(await taken).toBe(video.element)
})

it('loads a film anew that was loaded without CORS, at the same moment', async () => {
  refuse()
  playback.seek(3)
  expect(playback.pixels).toBe('forbidden')
  const taken = standingPicture(playback, mounted.signal)
  expect(await isSettled(taken)).toBe(false)
  expect(video.loads.at(-1)).toMatchObject({ cors: true })
  video.loaded(8)
  expect(await taken).toBe(video.element)
  expect(playback.time).toBe(3)
})

it('rejects where the host refuses, and where nobody waits any more', async () => {
  const loading = standingPicture(playback, mounted.signal)
  mounted.abort()
  await expect(loading).rejects.toMatchObject({ name: 'AbortError' })
  refuse()
  const taken = standingPicture(playback, new AbortController().signal)
  expect(await isSettled(taken)).toBe(false)
  refuse()
  await expect(taken).rejects.toThrow('The host does not let pages read the film.')
})

// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Playback } from './playback.ts'
import { STALL_MS } from './stallWatch.ts'
import { createTestVideo } from './testVideo.ts'
import type { TestVideo } from './testVideo.ts'

let video: TestVideo
let playback: Playback
let letGo: () => void
let renewals: number

beforeEach(() => {
  vi.useFakeTimers()
  video = createTestVideo()
  playback = new Playback()
  renewals = 0
  letGo = playback.attach(video.element)
  playback.open({ address: 'first', renew: () => Promise.resolve(`new-${++renewals}`) })
})

afterEach(() => {
  letGo()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('a download that hangs without an error', () => {
  it('is renewed once, in place, and plays on', async () => {
    video.loaded(8)
    playback.setRate(0.5)
    playback.setLoop({ start: 1, end: 6 })
    playback.play()
    video.playOnTo(3)
    await wait(STALL_MS + 2_000)
    expect([renewals, playback.time]).toEqual([1, 3])
    video.loaded(8)
    expect([video.element.currentTime, playback.playing, playback.rate]).toEqual([3, true, 0.5])
    expect(playback.loop).toEqual({ start: 1, end: 6 })
  })

  it('is given up in words where the new address stalls too', async () => {
    await wait(STALL_MS + 2_000)
    expect(renewals).toBe(1)
    await wait(STALL_MS + 2_000)
    expect(playback.state).toEqual({ kind: 'failed', failure: 'stalled', cause: null })
    expect(renewals).toBe(1)
  })

  it('is given up where each new address shows one picture and hangs', async () => {
    video.loaded(8)
    playback.play()
    video.playOnTo(3)
    await wait(STALL_MS + 2_000)
    expect(renewals).toBe(1)
    await wait(3_000)
    video.loaded(8)
    // The little that came with the picture.
    video.playOnTo(3.1)
    await wait(STALL_MS + 4_000)
    expect([renewals, playback.state]).toEqual([1, { kind: 'failed', failure: 'stalled', cause: null }])
  })

  it('is renewed again where the new address has served a while', async () => {
    video.loaded(8)
    playback.play()
    video.playOnTo(3)
    await wait(STALL_MS + 2_000)
    video.loaded(8)
    await wait(3_000)
    video.playOnTo(6)
    await wait(STALL_MS + 2_000)
    expect([renewals, playback.state.kind]).toEqual([2, 'loading'])
  })

  it('is not one that is slow, that nobody waits for, or on a device without a connection', async () => {
    // A long index: bytes come, and nothing is buffered before the film's length is known.
    for (let data = 1; data < 20; data++) {
      video.receive()
      await wait(2_000)
    }
    expect(renewals, 'slow to begin').toBe(0)
    video.loaded(8)
    playback.play()
    for (let data = 1; data < 20; data++) {
      video.buffer(data / 100)
      await wait(2_000)
    }
    expect(renewals, 'slow').toBe(0)
    playback.pause()
    await wait(60_000)
    expect(renewals, 'paused').toBe(0)
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    playback.play()
    await wait(60_000)
    expect(renewals, 'offline').toBe(0)
  })
})

it('a wait is said once it is long, and not at each seek or turn of a loop', async () => {
  video.loaded(8)
  playback.play()
  const said: string[] = []
  playback.subscribe(() => said.push(playback.state.kind))
  for (let turn = 0; turn < 5; turn++) {
    video.wait()
    await wait(300)
    video.goOn()
    await wait(300)
  }
  expect(said).not.toContain('waiting')
  video.wait()
  await wait(600)
  expect(said.at(-1)).toBe('waiting')
  video.goOn()
  expect(playback.state.kind).toBe('playing')
})

it('what failed without a connection is tried again when there is one', async () => {
  video.loaded(8)
  playback.open({
    address: 'first',
    renew: () => (++renewals === 1 ? Promise.reject(new Error('offline')) : Promise.resolve('new')),
  })
  video.loaded(8)
  video.fail(2)
  await wait(0)
  expect(playback.state.kind).toBe('failed')
  window.dispatchEvent(new Event('online'))
  await wait(0)
  expect(video.loads.at(-1)?.address).toBe('new')
})

// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Playback } from './playback.ts'
import { createTestVideo } from './testVideo.ts'
import type { TestVideo } from './testVideo.ts'

const NETWORK = 2
const DECODE = 3
const NOT_SUPPORTED = 4
const FORMAT_ERROR = 'MEDIA_ELEMENT_ERROR: Format error'
const NOT_A_VIDEO = 'DEMUXER_ERROR_COULD_NOT_OPEN: FFmpegDemuxer: open context failed'

let video: TestVideo
let playback: Playback
let letGo: () => void
let renewals: number

function open(renew: () => Promise<string> = () => Promise.resolve(`new-${++renewals}`)) {
  playback.open({ address: 'first', renew })
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] })
  video = createTestVideo()
  playback = new Playback()
  renewals = 0
  letGo = playback.attach(video.element)
})

afterEach(() => {
  letGo()
  vi.useRealTimers()
})

const nextFrame = () => vi.advanceTimersToNextFrame()

describe('playing', () => {
  it('tells what the element does', () => {
    expect(playback.state.kind).toBe('empty')
    open()
    expect(playback.state.kind).toBe('loading')
    video.loaded(8)
    expect(playback.state.kind).toBe('paused')
    playback.toggle()
    expect([playback.state.kind, playback.playing]).toEqual(['playing', true])
    video.playOnTo(3)
    expect(playback.time).toBe(3)
    video.end()
    expect([playback.state.kind, playback.playing]).toEqual(['ended', false])
  })

  it('makes one seek per animation frame out of a drag, and shows the latest place meanwhile', () => {
    open()
    video.loaded(8)
    for (const time of [1, 2, 3, 99]) playback.seek(time)
    expect(video.seeks).toEqual([1])
    expect(playback.time).toBe(8)
    nextFrame()
    expect(video.seeks).toEqual([1, 8])
    nextFrame()
    nextFrame()
    expect(video.seeks).toEqual([1, 8])
  })

  it('counts every step of a held key, although not each becomes a seek', () => {
    open()
    video.loaded(8)
    playback.knowInterval(1 / 25)
    for (let press = 0; press < 5; press++) playback.step(1)
    nextFrame()
    expect(video.element.currentTime).toBeCloseTo(5.5 / 25)
    playback.step(-5)
    nextFrame()
    nextFrame()
    expect(video.element.currentTime).toBeCloseTo(0.5 / 25)
  })
})

describe('the loop', () => {
  beforeEach(() => {
    open()
    video.loaded(8)
    playback.seek(2)
    playback.startLoop()
    nextFrame()
    playback.seek(3)
    playback.endLoop()
    nextFrame()
  })

  it('goes back to its start by itself while it plays', () => {
    playback.seek(2.5)
    playback.play()
    video.playOnTo(3.02)
    expect(video.element.currentTime).toBe(2)
    expect(playback.playing).toBe(true)
  })

  it('leaves somebody alone who went past it', () => {
    playback.seek(5)
    playback.play()
    video.playOnTo(5.5)
    expect(video.element.currentTime).toBe(5.5)
  })

  it('goes on over the end of the video when it ends there', () => {
    playback.seek(8)
    playback.endLoop()
    nextFrame()
    playback.seek(7)
    playback.play()
    video.playOnTo(7.9)
    video.end()
    expect([video.element.currentTime, playback.playing]).toEqual([2, true])
  })

  it('drops the end that a new start contradicts, and is gone when cleared', () => {
    playback.seek(4)
    playback.startLoop()
    expect(playback.loop).toEqual({ start: 4, end: null })
    playback.clearLoop()
    expect(playback.loop).toEqual({ start: null, end: null })
  })
})

describe('an address that is no longer accepted', () => {
  it('is renewed once, at the same moment, speed and loop, and plays on', async () => {
    open()
    video.loaded(8)
    playback.setRate(0.25)
    playback.startLoop()
    playback.seek(5)
    playback.play()
    video.playOnTo(5.2)
    video.fail(NETWORK, 'PIPELINE_ERROR_READ')
    expect([playback.state.kind, playback.time, playback.playing]).toEqual(['renewing', 5.2, true])
    await vi.waitFor(() => expect(video.loads).toHaveLength(2))
    video.loaded(8)
    expect(video.loads[1]).toEqual({ address: 'new-1', cors: true })
    expect([video.element.currentTime, playback.playing, renewals]).toEqual([5.2, true, 1])
    expect([video.element.playbackRate, playback.loop.start]).toEqual([0.25, 0])
  })

  it('is given up after one renewal, in a state that says why, until somebody tries again', async () => {
    open()
    video.fail(NOT_SUPPORTED, NOT_A_VIDEO)
    await vi.waitFor(() => expect(video.loads).toHaveLength(2))
    video.fail(NOT_SUPPORTED, NOT_A_VIDEO)
    expect(playback.state).toEqual({ kind: 'failed', failure: 'not-a-video', cause: null })
    expect(renewals).toBe(1)
    playback.retry()
    await vi.waitFor(() => expect(video.loads).toHaveLength(3))
    video.loaded(8)
    expect([playback.state.kind, renewals]).toEqual(['paused', 2])
  })

  it('is first tried without CORS, which some hosts do not offer', () => {
    open()
    video.fail(NOT_SUPPORTED, FORMAT_ERROR)
    expect(video.loads).toEqual([
      { address: 'first', cors: true },
      { address: 'first', cors: false },
    ])
    video.loaded(8)
    expect([playback.state.kind, renewals]).toEqual(['paused', 0])
  })

  it('may be renewed again once the new one has served for a while', async () => {
    open()
    video.loaded(8)
    video.fail(NETWORK)
    await vi.waitFor(() => expect(video.loads).toHaveLength(2))
    video.loaded(8)
    vi.advanceTimersByTime(5_000)
    video.fail(NETWORK)
    await vi.waitFor(() => expect(renewals).toBe(2))
  })

  it('fails with the reason when no new one is given', async () => {
    const refusal = new Error('no')
    open(() => Promise.reject(refusal))
    video.loaded(8)
    video.fail(NETWORK)
    await vi.waitFor(() =>
      expect(playback.state).toEqual({ kind: 'failed', failure: 'unreachable', cause: refusal }),
    )
  })

  it.each([
    [NOT_SUPPORTED, 'DEMUXER_ERROR_NO_SUPPORTED_STREAMS', 'codec'],
    [DECODE, 'PIPELINE_ERROR_DECODE', 'damaged'],
  ])('is not renewed where no address can help (%i %s)', (code, message, failure) => {
    open()
    video.fail(code, message)
    expect(playback.state).toEqual({ kind: 'failed', failure, cause: null })
    expect(renewals).toBe(0)
  })
})

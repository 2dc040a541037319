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
    video.playOnTo(5)
    video.fail(NETWORK)
    await vi.waitFor(() => expect(renewals).toBe(2))
  })

  it.each([
    ['at once, after a slow download', 0],
    ['after a picture that nobody moved from', 5_000],
  ])('is given up when the new one fails %s', async (_when, shownFor) => {
    open()
    video.fail(NOT_SUPPORTED, NOT_A_VIDEO)
    await vi.waitFor(() => expect(video.loads).toHaveLength(2))
    vi.advanceTimersByTime(20_000)
    if (shownFor > 0) video.loaded(8)
    vi.advanceTimersByTime(shownFor)
    video.fail(NOT_SUPPORTED, NOT_A_VIDEO)
    expect([playback.state.kind, renewals]).toEqual(['failed', 1])
  })

  it('fails in words until somebody presses Play, which tries again and plays', async () => {
    open()
    video.fail(NOT_SUPPORTED, NOT_A_VIDEO)
    await vi.waitFor(() => expect(video.loads).toHaveLength(2))
    video.fail(NOT_SUPPORTED, NOT_A_VIDEO)
    expect([playback.state.kind, playback.playing]).toEqual(['failed', false])
    playback.toggle()
    expect([playback.state.kind, playback.playing]).toEqual(['renewing', true])
    await vi.waitFor(() => expect(video.loads).toHaveLength(3))
    video.loaded(8)
    expect([playback.state.kind, renewals]).toEqual(['playing', 2])
    video.fail(DECODE, 'PIPELINE_ERROR_DECODE')
    playback.show({ address: 'other', renew: () => Promise.reject(new Error('not asked for')) })
    video.fail(NOT_SUPPORTED, 'DEMUXER_ERROR_NO_SUPPORTED_STREAMS')
    playback.play()
    expect([playback.state.kind, playback.playing]).toEqual(['failed', false])
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

// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NO_LOOP } from './loop.ts'
import { Playback } from './playback.ts'
import { createTestVideo } from './testVideo.ts'
import type { TestVideo } from './testVideo.ts'

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
    playback.tellFrames({ typed: 25 })
    for (let press = 0; press < 5; press++) playback.step(1)
    nextFrame()
    expect(video.element.currentTime).toBeCloseTo(5.5 / 25)
    playback.step(-5)
    nextFrame()
    nextFrame()
    expect(video.element.currentTime).toBeCloseTo(0.5 / 25)
  })
})

describe('the picture on the screen', () => {
  let present: VideoFrameRequestCallback
  const show = (frame: number) =>
    present(0, { mediaTime: frame / 30, presentedFrames: frame } as VideoFrameCallbackMetadata)

  beforeEach(() => {
    Object.defineProperty(video.element, 'requestVideoFrameCallback', {
      value: (callback: VideoFrameRequestCallback) => (present = callback),
    })
    letGo()
    letGo = playback.attach(video.element)
    open()
    video.loaded(8)
  })

  it('is where it stands, whoever paused it: media keys and the browser do not ask the player', () => {
    playback.play()
    video.playOnTo(1.02)
    show(31)
    video.element.pause()
    expect(video.element.currentTime).toBeCloseTo(31.5 / 30)
  })

  it('is made sure of by a seek where somebody pauses before the browser has told of one', () => {
    playback.seek(0)
    nextFrame()
    playback.play()
    video.playOnTo(0.04)
    video.element.pause()
    expect(video.element.currentTime).toBeCloseTo(1.5 / 30)
  })

  it('is not what a report says that comes when another one has been sought', () => {
    video.playOnTo(2.15)
    const before = performance.now()
    vi.advanceTimersByTime(100)
    playback.seek(63.5 / 30)
    nextFrame()
    present(0, {
      mediaTime: 64 / 30,
      presentedFrames: 64,
      presentationTime: before,
    } as VideoFrameCallbackMetadata)
    expect([playback.frame, playback.pictureTime]).toEqual([63, 63 / 30])
    show(63)
    expect(playback.frame).toBe(63)
  })

  it('is what a step starts from, however the element’s own time differs', () => {
    video.playOnTo(1.02)
    show(31)
    playback.step(1)
    expect(video.element.currentTime).toBeCloseTo(32.5 / 30)
  })

  it('is not reckoned anew each time one is shown', () => {
    playback.tellFrames({ analysis: Array.from({ length: 240 }, (_, frame) => frame / 30) })
    for (let frame = 0; frame < 8; frame++) show(frame)
    const { truth } = playback
    for (let frame = 8; frame < 30; frame++) show(frame)
    expect(playback.truth).toBe(truth)
    // Times that the analysis does not have are noticed within a second or so.
    vi.advanceTimersByTime(1_500)
    show(30.5)
    expect([truth.source, playback.truth.source]).toEqual(['analysis', 'assumed'])
  })
})

describe('beginning and changing', () => {
  it('begins where an address says, cut to what the film has', () => {
    const media = { address: 'first', renew: () => Promise.reject(new Error('not asked for')) }
    playback.open(media, { time: 99, rate: 7, loop: { start: 12, end: 3 } })
    expect([playback.time, playback.rate]).toEqual([99, 2])
    video.loaded(8)
    expect([video.element.currentTime, video.element.playbackRate]).toEqual([8, 2])
    expect(playback.loop).toEqual({ start: 3, end: 8 })
    playback.open(media, { time: NaN, rate: NaN, loop: { start: NaN, end: 4 } })
    video.loaded(8)
    expect([playback.time, playback.rate, playback.loop]).toEqual([0, 1, { start: null, end: 4 }])
  })

  it('begins where it should in a file that does not say how long it is', () => {
    const media = { address: 'first', renew: () => Promise.reject(new Error('not asked for')) }
    playback.open(media, { time: 3 })
    video.loaded(Infinity)
    expect([video.element.currentTime, playback.duration]).toEqual([3, 0])
    video.seekableTo(12)
    expect(playback.duration).toBe(12)
    playback.seek(99)
    expect(playback.time).toBe(12)
  })

  it('keeps a time by itself where there is no film', () => {
    const alone = new Playback()
    alone.seek(3)
    expect(alone.time).toBe(0)
    alone.keepTime([0, 0.5, 1.5, 2])
    alone.seekPicture(1.5)
    nextFrame()
    expect([alone.time, alone.pictureTime, alone.frame, alone.duration]).toEqual([1.75, 1.5, 2, 2.5])
    alone.step(-1)
    nextFrame()
    expect([alone.pictureTime, alone.playing, alone.state.kind]).toEqual([0.5, false, 'empty'])
    alone.seek(99)
    nextFrame()
    expect(alone.time).toBe(2.5)
  })

  it('shows another film at the same moment, speed and loop, and plays on', () => {
    open()
    video.loaded(8)
    playback.setRate(0.25)
    playback.setLoop({ start: 1, end: 5 })
    playback.seek(3)
    playback.play()
    playback.show({ address: 'other', renew: () => Promise.reject(new Error('not asked for')) })
    expect([playback.time, playback.playing]).toEqual([3, true])
    video.loaded(8)
    expect([video.element.src, video.element.currentTime]).toEqual(['other', 3])
    expect([playback.playing, video.element.playbackRate]).toEqual([true, 0.25])
    expect(playback.loop).toEqual({ start: 1, end: 5 })
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
    playback.setLoop(NO_LOOP)
    expect(playback.loop).toEqual({ start: null, end: null })
  })
})

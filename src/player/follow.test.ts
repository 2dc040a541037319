// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { follow } from './follow.ts'
import { Playback } from './playback.ts'
import { createTestVideo } from './testVideo.ts'
import type { TestVideo } from './testVideo.ts'

type Side = { video: TestVideo; playback: Playback; letGo: () => void }

let leader: Side
let follower: Side
let end: () => void

function side(): Side {
  const video = createTestVideo()
  const playback = new Playback()
  const letGo = playback.attach(video.element)
  playback.open({ address: 'film', renew: () => Promise.reject(new Error('not asked for')) })
  return { video, playback, letGo }
}

beforeEach(() => {
  vi.useFakeTimers()
  leader = side()
  follower = side()
  leader.video.loaded(8)
  end = follow(leader.playback, follower.playback)
  follower.video.loaded(8)
})

afterEach(() => {
  end()
  leader.letGo()
  follower.letGo()
  vi.useRealTimers()
})

describe('a film beside another', () => {
  it('shows the same picture, however often the first is stepped or sought', () => {
    for (const frames of [1, 1, 10, -3]) {
      leader.playback.step(frames)
      vi.advanceTimersByTime(50)
      expect(follower.playback.frame).toBe(leader.playback.frame)
    }
    leader.playback.seek(5)
    vi.advanceTimersByTime(50)
    expect(follower.playback.frame).toBe(150)
  })

  it('plays and stops with it, catches up by speed, and by a seek from afar', () => {
    leader.playback.setRate(0.5)
    leader.playback.play()
    expect([follower.playback.playing, follower.playback.rate]).toEqual([true, 0.5])
    leader.video.playOnTo(0.1)
    vi.advanceTimersByTime(50)
    follower.video.playOnTo(0.04)
    expect(follower.video.element.playbackRate).toBeGreaterThan(0.5)
    follower.video.playOnTo(0.1)
    expect(follower.video.element.playbackRate).toBe(0.5)
    leader.video.playOnTo(3)
    vi.advanceTimersByTime(50)
    // A little ahead: the picture takes a while to come.
    expect(follower.video.element.currentTime).toBeGreaterThan(3)
    expect(follower.video.element.currentTime).toBeLessThan(3.1)
    leader.playback.pause()
    vi.advanceTimersByTime(50)
    expect([follower.playback.playing, follower.playback.frame]).toEqual([false, leader.playback.frame])
  })

  it.each([0.1, 2])('catches up in both directions at %d×', (rate) => {
    leader.playback.setRate(rate)
    leader.playback.play()
    leader.video.playOnTo(1)
    vi.advanceTimersByTime(50)
    follower.video.playOnTo(1 + 0.045)
    expect(follower.video.element.playbackRate).toBeLessThan(rate)
    follower.video.playOnTo(1 - 0.045)
    expect(follower.video.element.playbackRate).toBeGreaterThan(rate)
    leader.video.playOnTo(1 + 0.001)
    follower.video.playOnTo(1)
    expect(follower.video.element.playbackRate).toBe(rate)
  })

  it('is sent on once its picture has come, and not again and again before', () => {
    leader.playback.play()
    follower.video.wait()
    const sent = follower.video.seeks.length
    for (let time = 1; time < 4; time += 0.1) {
      leader.video.playOnTo(time)
      vi.advanceTimersByTime(20)
    }
    expect(follower.video.seeks).toHaveLength(sent)
    follower.video.goOn()
    vi.advanceTimersByTime(50)
    expect(follower.video.element.currentTime).toBeCloseTo(4, 0)
  })

  it('does not begin anew where it ends first, and waits where the first waits', () => {
    leader.playback.play()
    leader.video.playOnTo(7.9)
    vi.advanceTimersByTime(50)
    follower.video.end()
    leader.video.playOnTo(7.95)
    expect([follower.playback.playing, follower.video.element.paused]).toEqual([false, true])
    leader.playback.seek(2)
    vi.advanceTimersByTime(50)
    expect(follower.playback.playing).toBe(true)
    leader.video.wait()
    vi.advanceTimersByTime(1_000)
    expect([leader.playback.playing, follower.playback.playing]).toEqual([true, false])
    leader.video.goOn()
    expect(follower.playback.playing).toBe(true)
  })

  it('comes back to the picture of the first when something moved it off while both stand', () => {
    leader.playback.seek(2.11)
    vi.advanceTimersByTime(50)
    expect([leader.playback.frame, follower.playback.frame]).toEqual([63, 63])
    // Its own settling after a pause, by a report that came late.
    follower.video.element.currentTime = 64.5 / 30
    vi.advanceTimersByTime(50)
    expect(follower.playback.frame).toBe(63)
    const { length } = follower.video.seeks
    vi.advanceTimersByTime(1_000)
    expect(follower.video.seeks).toHaveLength(length)
  })

  it('is not sent for ever where its picture stays another one', () => {
    let present: VideoFrameRequestCallback = () => undefined
    const { video, playback } = follower
    Object.defineProperty(video.element, 'requestVideoFrameCallback', {
      value: (callback: VideoFrameRequestCallback) => (present = callback),
    })
    follower.letGo()
    follower.letGo = playback.attach(video.element)
    video.loaded(8)
    playback.tellFrames({ typed: 30 })
    const next = { mediaTime: 61 / 30, presentedFrames: 1 } as VideoFrameCallbackMetadata
    video.element.addEventListener('seeked', () => setTimeout(() => present(0, next), 20))
    const { length } = video.seeks
    leader.playback.seek(2)
    vi.advanceTimersByTime(5_000)
    expect(playback.frame).toBe(61)
    expect(video.seeks.length - length).toBeGreaterThan(1)
    expect(video.seeks.length - length).toBeLessThan(8)
  })

  it('leaves it alone when it fails itself', () => {
    follower.video.fail(3, 'PIPELINE_ERROR_DECODE')
    leader.playback.step(5)
    vi.advanceTimersByTime(50)
    expect([follower.playback.state.kind, leader.playback.frame]).toEqual(['failed', 5])
  })
})

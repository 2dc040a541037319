// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Playback } from './playback.ts'
import { createTestVideo } from './testVideo.ts'
import type { TestVideo } from './testVideo.ts'

let video: TestVideo
let playback: Playback
let letGo: () => void

beforeEach(() => {
  vi.useFakeTimers()
  video = createTestVideo()
  playback = new Playback()
  letGo = playback.attach(video.element)
  playback.open({ address: 'first', renew: () => Promise.reject(new Error('not asked for')) }, { time: 4 })
  video.loaded(8)
})

afterEach(() => {
  letGo()
  vi.useRealTimers()
})

describe('playing on by steps', () => {
  it('is what a film does that is not to be played, and goes over to playing and back where it is', () => {
    playback.setStepping(true)
    playback.play()
    expect([video.element.paused, playback.playing, playback.stepped]).toEqual([true, true, 'on'])
    vi.advanceTimersByTime(1_000)
    expect(playback.time).toBeCloseTo(5, 1)
    playback.setStepping(false)
    expect([video.element.paused, playback.playing, playback.stepped]).toEqual([false, true, null])
    playback.setStepping(true)
    expect([video.element.paused, playback.playing, playback.stepped]).toEqual([true, true, 'on'])
    playback.pause()
    expect(playback.playing).toBe(false)
  })

  it('waits for a picture beside it, keeps to real time, and says how many it shows', () => {
    let comes = 0
    playback.setCompany(() => performance.now() < comes)
    video.element.addEventListener('seeked', () => (comes = performance.now() + 250))
    playback.setStepping(true)
    playback.play()
    vi.advanceTimersByTime(2_100)
    expect(playback.time).toBeCloseTo(6, 0)
    expect(playback.steppedPictures).toEqual({ perSecond: 4, all: false })
  })

  it('goes round in the loop, on from where somebody seeks, and stands at the end', () => {
    playback.setStepping(true)
    playback.setLoop({ start: 4, end: 4.5 })
    playback.play()
    vi.advanceTimersByTime(700)
    expect(playback.time).toBeCloseTo(4.2, 1)
    playback.seek(6)
    vi.advanceTimersByTime(1_000)
    expect(playback.time).toBeCloseTo(7, 1)
    vi.advanceTimersByTime(2_000)
    expect([playback.playing, playback.frame]).toEqual([false, 239])
    playback.setLoop({ start: null, end: null })
    playback.play()
    vi.advanceTimersByTime(100)
    expect(playback.time).toBeLessThan(0.2)
  })

  it('is how the time of a recording without a film goes on', () => {
    const alone = new Playback()
    alone.keepTime(Array.from({ length: 100 }, (_, frame) => frame / 50))
    alone.setRate(0.5)
    alone.setLoop({ start: 0.5, end: 1 })
    alone.play()
    vi.advanceTimersByTime(1_000)
    expect([alone.playing, alone.stepped]).toEqual([true, 'on'])
    expect(alone.time).toBeCloseTo(0.5, 1)
    vi.advanceTimersByTime(1_500)
    expect(alone.time).toBeCloseTo(0.75, 1)
    alone.reverse()
    vi.advanceTimersByTime(400)
    expect([alone.stepped, alone.time < 0.6]).toEqual(['back', true])
    alone.toggle()
    expect(alone.playing).toBe(false)
  })
})

describe('playing backwards', () => {
  it('goes by steps at the chosen speed, as real time passes', () => {
    playback.setRate(0.5)
    playback.reverse()
    expect([playback.playing, playback.stepped]).toEqual([true, 'back'])
    vi.advanceTimersByTime(2_000)
    expect(playback.time).toBeCloseTo(3, 1)
    expect(video.seeks.length).toBeGreaterThan(25)
    expect(playback.steppedPictures?.all).toBe(true)
  })

  it('stops at the start, and when somebody pauses, plays or steps', () => {
    playback.reverse()
    vi.advanceTimersByTime(5_000)
    expect([playback.playing, playback.frame]).toEqual([false, 0])
    for (const stop of [() => playback.pause(), () => playback.play(), () => playback.step(1)]) {
      playback.seek(4)
      vi.advanceTimersByTime(100)
      playback.reverse()
      expect(playback.stepped).toBe('back')
      stop()
      expect(playback.stepped).toBeNull()
      playback.pause()
    }
  })

  it('stops when the film fails, and when nobody looks at the page', async () => {
    playback.reverse()
    vi.advanceTimersByTime(500)
    video.fail(2, 'PIPELINE_ERROR_READ')
    const { time } = playback
    vi.advanceTimersByTime(500)
    expect([playback.stepped, playback.time]).toEqual([null, time])
    await vi.advanceTimersByTimeAsync(0)
    playback.open({ address: 'first', renew: () => Promise.reject(new Error('not asked for')) }, { time: 4 })
    video.loaded(8)
    playback.reverse()
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    document.dispatchEvent(new Event('visibilitychange'))
    hidden.mockRestore()
    expect(playback.stepped).toBeNull()
  })

  it('runs round in the loop', () => {
    playback.setLoop({ start: 3.5, end: 6 })
    playback.reverse()
    vi.advanceTimersByTime(1_000)
    expect(playback.time).toBeGreaterThan(5)
  })

  it('keeps the pace and says how many pictures it shows where not every one comes in time', () => {
    // Every picture takes a fifth of a second to come.
    let busyUntil = 0
    Object.defineProperty(video.element, 'seeking', { get: () => performance.now() < busyUntil })
    video.element.addEventListener('seeked', () => (busyUntil = performance.now() + 200))
    playback.reverse()
    vi.advanceTimersByTime(2_500)
    expect(playback.time).toBeCloseTo(1.5, 0)
    const { perSecond, all } = playback.steppedPictures ?? {}
    expect(all).toBe(false)
    expect(perSecond).toBeGreaterThan(2)
    expect(perSecond).toBeLessThan(7)
  })
})

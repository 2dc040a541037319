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

describe('playing backwards', () => {
  it('goes by steps at the chosen speed, as real time passes', () => {
    playback.setRate(0.5)
    playback.reverse()
    expect([playback.playing, playback.reversed]).toEqual([true, true])
    vi.advanceTimersByTime(2_000)
    expect(playback.time).toBeCloseTo(3, 1)
    expect(video.seeks.length).toBeGreaterThan(25)
    expect(playback.reversePictures).toBeNull()
  })

  it('stops at the start, and when somebody pauses, plays or steps', () => {
    playback.reverse()
    vi.advanceTimersByTime(5_000)
    expect([playback.playing, playback.frame]).toEqual([false, 0])
    for (const stop of [() => playback.pause(), () => playback.play(), () => playback.step(1)]) {
      playback.seek(4)
      vi.advanceTimersByTime(100)
      playback.reverse()
      expect(playback.reversed).toBe(true)
      stop()
      expect(playback.reversed).toBe(false)
      playback.pause()
    }
  })

  it('stops when the film fails, and when nobody looks at the page', async () => {
    playback.reverse()
    vi.advanceTimersByTime(500)
    video.fail(2, 'PIPELINE_ERROR_READ')
    const { time } = playback
    vi.advanceTimersByTime(500)
    expect([playback.reversed, playback.time]).toEqual([false, time])
    await vi.advanceTimersByTimeAsync(0)
    playback.open({ address: 'first', renew: () => Promise.reject(new Error('not asked for')) }, { time: 4 })
    video.loaded(8)
    playback.reverse()
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    document.dispatchEvent(new Event('visibilitychange'))
    hidden.mockRestore()
    expect(playback.reversed).toBe(false)
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
    expect(playback.reversePictures).toBeGreaterThan(2)
    expect(playback.reversePictures).toBeLessThan(7)
  })
})

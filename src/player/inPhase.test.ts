// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { align, otherTime } from '../domain/alignment.ts'
import type { Alignment } from '../domain/alignment.ts'
import { followInPhase } from './inPhase.ts'
import type { Following } from './inPhase.ts'
import { FASTEST_PLAYED, phaseMode, phasePlace } from './phase.ts'
import { Playback } from './playback.ts'
import { createTestVideo } from './testVideo.ts'
import type { TestVideo } from './testVideo.ts'

type Side = { video: TestVideo; playback: Playback; letGo: () => void }

let leader: Side
let follower: Side
let alignment: Alignment
let following: Following

function side(): Side {
  const video = createTestVideo()
  const playback = new Playback()
  const letGo = playback.attach(video.element)
  playback.open({ address: 'film', renew: () => Promise.reject(new Error('not asked for')) })
  return { video, playback, letGo }
}

/** The middle of a picture of 30 a second. */
const middle = (frame: number) => (frame + 0.5) / 30

/** From now on a seek of this film takes until its picture arrives. */
function slowSeeks({ element, seeks }: TestVideo): { arrive: () => void } {
  let arrived = seeks.length
  Object.defineProperty(element, 'seeking', { get: () => seeks.length > arrived })
  return {
    arrive() {
      arrived = seeks.length
      element.dispatchEvent(new Event('seeked'))
    },
  }
}

const wait = (ms = 50) => vi.advanceTimersByTime(ms)

/** Both play for so many seconds, each at the rate its element has, which is told 60 times a second. */
function play(seconds: number) {
  for (let turn = 0; turn < seconds * 60; turn++) {
    wait(1_000 / 60)
    for (const { video } of [leader, follower]) {
      const { element } = video
      const { currentTime, duration, paused, playbackRate } = element
      if (!paused) video.playOnTo(Math.min(currentTime + playbackRate / 60, duration))
    }
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  leader = side()
  follower = side()
  leader.video.loaded(6)
  follower.video.loaded(6)
  for (const { playback } of [leader, follower]) playback.tellFrames({ typed: 30 })
  // Half a second of the first is five eighths of one of the second.
  alignment = align({ first: middle(30), second: middle(70) }, { first: middle(20), second: middle(70) })
  following = followInPhase(leader.playback, follower.playback, () => alignment)
})

afterEach(() => {
  following.end()
  leader.letGo()
  follower.letGo()
  vi.useRealTimers()
})

describe('a film in phase with another', () => {
  it('stands on the very pictures of both events, and on the one that belongs to each between', () => {
    for (const [frame, other] of [
      [30, 20],
      [70, 70],
      [34, 25],
      [50, 45],
    ] as const) {
      leader.playback.seek(middle(frame))
      wait()
      expect([leader.playback.frame, follower.playback.frame]).toEqual([frame, other])
    }
  })

  it('plays at the rate that makes both events coincide, and comes back in phase after each turn of a loop', () => {
    leader.playback.setRate(0.5)
    leader.playback.setLoop({ start: middle(30), end: middle(70) })
    leader.playback.seek(middle(30))
    wait()
    leader.playback.play()
    expect(follower.video.element.playbackRate).toBeCloseTo(0.625)
    const off: number[] = []
    // Four turns of 2.7 s; half way the two have long been together again.
    for (let turn = 0; turn < 4 * 2.7 * 60; turn++) {
      play(1 / 60)
      const { frame, time } = leader.playback
      if (frame === 50) off.push(Math.abs(follower.playback.time - otherTime(alignment, time)))
    }
    expect(off.length).toBeGreaterThan(12)
    expect(Math.max(...off)).toBeLessThan(0.5 / 30)
  })

  it('begins each turn of a loop together with the leader, whichever picture is the first to come', () => {
    const rates = () => [leader.video.element.playbackRate, follower.video.element.playbackRate]
    leader.playback.setLoop({ start: middle(30), end: middle(70) })
    leader.playback.seek(middle(30))
    leader.playback.play()
    play(0.5)
    const [leading, following] = [slowSeeks(leader.video), slowSeeks(follower.video)]
    const turn = () => {
      play(0.7)
      leader.video.playOnTo(middle(70) + 0.01)
      expect(leader.video.element.currentTime).toBeCloseTo(middle(30))
      expect(follower.video.element.currentTime).toBeCloseTo(middle(20), 1)
    }
    turn()
    leading.arrive()
    expect(rates()[0]).toBeLessThan(0.1)
    following.arrive()
    expect(rates()[0]).toBe(1)
    expect(rates()[1]).toBeGreaterThan(1)
    turn()
    following.arrive()
    expect(rates()[1]).toBeLessThan(0.1)
    leading.arrive()
    expect(rates()[1]).toBeGreaterThan(1)
    // Not for ever.
    turn()
    leading.arrive()
    wait(550)
    expect(rates()[0]).toBe(1)
  })

  it('stands on its first picture before its beginning and on its last one after its end', () => {
    leader.playback.seek(middle(5))
    leader.playback.play()
    wait()
    expect([follower.playback.playing, follower.playback.frame]).toEqual([false, 0])
    expect(phasePlace(alignment, leader.playback.time, 6)).toBe('before')
    play(1.5)
    expect([follower.playback.playing, phasePlace(alignment, leader.playback.time, 6)]).toEqual([
      true,
      'within',
    ])
    leader.playback.seek(middle(172))
    play(0.1)
    expect([follower.playback.playing, follower.playback.frame]).toEqual([false, 179])
    expect(phasePlace(alignment, leader.playback.time, 6)).toBe('over')
  })

  it('is stepped with the first where its own rate is none to be played, and played again where it is', () => {
    leader.playback.setRate(2)
    leader.playback.play()
    alignment = { ...alignment, rate: 3 }
    following.keep()
    expect(phaseMode(2, alignment)).toEqual({ mode: 'stepping', reason: 'too-fast' })
    expect([leader.playback.stepped, leader.video.element.paused, follower.video.element.paused]).toEqual([
      'on',
      true,
      true,
    ])
    wait(200)
    const { frame } = leader.playback
    expect(frame).toBeGreaterThan(8)
    wait(20)
    expect(follower.playback.frame).toBe(
      follower.playback.frames.frameAt(otherTime(alignment, middle(leader.playback.frame))),
    )
    leader.playback.setRate(0.5)
    expect([leader.playback.playing, leader.playback.stepped]).toEqual([true, null])
    leader.playback.setRate(0.1)
    alignment = { ...alignment, rate: 0.5 }
    following.keep()
    expect(phaseMode(0.1, alignment).reason).toBe('too-slow')
    expect(leader.playback.stepped).toBe('on')
  })

  it('plays by itself again once it is let go', () => {
    leader.playback.play()
    following.end()
    expect(follower.video.element.playbackRate).toBe(1)
    const { length } = follower.video.seeks
    leader.playback.seek(4)
    wait()
    expect(follower.video.seeks).toHaveLength(length)
  })

  it('follows the time of a recording without a film', () => {
    following.end()
    const alone = new Playback()
    alone.keepTime(Array.from({ length: 180 }, (_, frame) => frame / 30))
    following = followInPhase(alone, follower.playback, () => alignment)
    alone.seek(middle(70))
    wait()
    expect(follower.playback.frame).toBe(70)
    alone.play()
    play(0.5)
    expect([alone.stepped, follower.playback.state.kind]).toEqual(['on', 'playing'])
    expect(alone.frame).toBeGreaterThan(80)
    expect(Math.abs(follower.playback.time - otherTime(alignment, alone.time))).toBeLessThan(1 / 30)
  })

  it('may have no film itself', () => {
    following.end()
    const alone = new Playback()
    alone.keepTime(Array.from({ length: 180 }, (_, frame) => frame / 30))
    following = followInPhase(leader.playback, alone, () => alignment)
    leader.playback.seek(middle(30))
    wait()
    expect(alone.frame).toBe(20)
    leader.playback.play()
    play(1)
    expect(Math.abs(alone.time - otherTime(alignment, leader.playback.time))).toBeLessThan(1.5 / 30)
    leader.playback.seek(middle(90))
    play(0.2)
    leader.playback.pause()
    wait()
    expect(alone.playing).toBe(false)
    expect(alone.frame).toBe(alone.frames.frameAt(otherTime(alignment, middle(leader.playback.frame))))
  })
})

it('is played up to the fastest rate that keeps its pictures, and from the slowest', () => {
  const at = (rate: number) => phaseMode(1, { anchor: 0, otherAnchor: 0, rate }).mode
  expect([0.09, 0.1, FASTEST_PLAYED, FASTEST_PLAYED + 0.1].map(at)).toEqual([
    'stepping',
    'phase',
    'phase',
    'stepping',
  ])
})

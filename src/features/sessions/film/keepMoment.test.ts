// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { MockInstance } from 'vitest'
import { Playback } from '../../../player/playback.ts'
import { createTestVideo } from '../../../player/testVideo.ts'
import type { TestVideo } from '../../../player/testVideo.ts'
import { keepMoment } from './keepMoment.ts'
import type { KeptBeside, MomentKeeper } from './keepMoment.ts'
import { readMomentAddress, writeNumbers } from './moment.ts'

const PAGE = '/lab/sessions/s1'
const ROUTERS = { usr: { list: { search: '?size=10', row: 3 } }, key: 'k1', idx: 2 }

let video: TestVideo
let playback: Playback
let keeper: MomentKeeper
let replacing: MockInstance<History['replaceState']>
let letGo: () => void
let written: (string | URL | null | undefined)[]
let beside: KeptBeside | null

/** The page at an address, its film loaded: 8 s at 10 frames a second. */
function open(search = '') {
  history.replaceState(ROUTERS, '', PAGE + search)
  const replace = history.replaceState.bind(history)
  replacing = vi.spyOn(history, 'replaceState').mockImplementation((state, unused, address) => {
    written.push(address)
    replace(state, unused, address)
  })
  playback = new Playback()
  keeper = keepMoment(playback, () => location.pathname === PAGE, beside)
  letGo = playback.attach(video.element)
  playback.open(
    { address: 'film', renew: () => Promise.reject(new Error('none')) },
    readMomentAddress(search),
  )
  video.loaded(8)
  playback.tellFrames({ typed: 10, analysis: [] })
}

const settle = () => {
  vi.advanceTimersByTime(600)
  vi.advanceTimersToNextFrame()
}

beforeEach(() => {
  vi.useFakeTimers()
  video = createTestVideo()
  written = []
  beside = null
})

afterEach(() => {
  keeper.stop()
  letGo()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

it('leaves the address as it is while nobody has done anything', () => {
  open('?t=1.55&rate=0.5&a=1&b=2&other=1')
  settle()
  expect([playback.time, playback.rate, playback.loop]).toEqual([1.55, 0.5, { start: 1, end: 2 }])
  expect(written).toEqual([])
})

it('keeps where somebody went, how fast, and the loop, with what the router keeps', () => {
  open()
  playback.seek(2.55)
  settle()
  expect(location.search).toBe('?t=2.5')
  expect(history.state).toEqual(ROUTERS)
  playback.setRate(0.25)
  playback.setLoop({ start: 2, end: 3 })
  settle()
  expect(location.search).toBe('?t=2.5&rate=0.25&a=2&b=3')
  playback.setLoop({ start: null, end: null })
  playback.setRate(1)
  playback.seek(0)
  settle()
  expect(location.pathname + location.search).toBe(PAGE)
})

it('writes a drag a few times a second, and a film that plays not at all until it is stopped', () => {
  open()
  for (let step = 1; step <= 60; step++) {
    playback.seek(step / 10 + 0.05)
    vi.advanceTimersByTime(16)
  }
  settle()
  expect(location.search).toBe('?t=6')
  expect(written.length).toBeLessThanOrEqual(3)

  written = []
  playback.seek(0)
  settle()
  playback.play()
  for (let frame = 1; frame <= 50; frame++) {
    video.playOnTo(frame / 10)
    vi.advanceTimersByTime(100)
  }
  expect(written).toEqual([PAGE])
  playback.pause()
  settle()
  expect(location.search).toBe('?t=5')
})

it('while it plays, a place somebody went to counts, and a loop’s own jumps do not', () => {
  open('?a=1&b=2')
  playback.seek(1)
  settle()
  written = []
  playback.play()
  for (const time of [1.2, 1.4, 1.6, 1.8, 1, 1.3, 1.6, 1.9, 1.05]) {
    video.playOnTo(time)
    settle()
  }
  expect(written).toEqual([])
  playback.seek(6)
  settle()
  expect(location.search).toBe('?t=6&a=1&b=2')
})

it('writes at once before somebody leaves, so that the way back leads to the same moment', () => {
  open()
  playback.seek(2.55)
  vi.advanceTimersByTime(100)
  expect(location.search).toBe('')
  keeper.flush()
  expect(location.search).toBe('?t=2.5')
  settle()
  expect(written).toEqual([`${PAGE}?t=2.5`])
})

it('writes at its end what it was about to write, unless the address is another page’s already', () => {
  open()
  playback.seek(2.55)
  keeper.stop()
  expect(location.search).toBe('?t=2.5')
  keeper = keepMoment(playback, () => location.pathname === PAGE)
  playback.seek(4.05)
  history.pushState(null, '', '/lab/sessions')
  keeper.stop()
  expect(location.pathname + location.search).toBe('/lab/sessions')
})

it('writes nothing into the address of a dialog, and what was missed once that is left', () => {
  open()
  history.pushState(null, '', `${PAGE}/edit`)
  keeper.arrived()
  playback.seek(3)
  settle()
  expect(location.pathname + location.search).toBe(`${PAGE}/edit`)
  history.replaceState(ROUTERS, '', PAGE)
  keeper.arrived()
  expect(location.search).toBe('?t=3')
})

it('writes nothing into the address of another session, and goes nowhere for it', () => {
  open('?t=1')
  playback.seek(2.55)
  const next = '/lab/sessions/s2?t=4'
  history.pushState(null, '', next)
  keeper.arrived()
  settle()
  expect(location.pathname + location.search).toBe(next)
  expect(playback.time).toBe(2.55)
})

it('goes to another moment that the address comes to name', () => {
  open('?t=1')
  history.replaceState(ROUTERS, '', `${PAGE}?t=4&rate=2&a=3&b=5`)
  keeper.arrived()
  expect([playback.time, playback.rate, playback.loop]).toEqual([4, 2, { start: 3, end: 5 }])
})

it('keeps what a page has besides the moment, and takes it from an address that comes', () => {
  let mark = 'none'
  let changed = () => undefined as void
  beside = {
    write: (search) => writeNumbers(search, { mark: mark === 'none' ? null : Number(mark) }),
    goTo: (search) => {
      mark = new URLSearchParams(search).get('mark') ?? 'none'
    },
    subscribe: (listener) => {
      changed = listener
      return () => undefined
    },
  }
  open('?t=1.5')
  mark = '3'
  changed()
  settle()
  expect(location.search).toBe('?t=1.5&mark=3')
  playback.seek(2.5)
  settle()
  expect(location.search).toBe('?t=2.5&mark=3')
  history.replaceState(ROUTERS, '', `${PAGE}?mark=4`)
  keeper.arrived()
  expect([mark, playback.time]).toEqual(['4', 2.5])
})

it('a time beyond the end is the end, and a browser that refuses is no error', () => {
  open('?t=99')
  expect(playback.time).toBe(8)
  replacing.mockImplementation(() => {
    throw new DOMException('too many', 'SecurityError')
  })
  playback.seek(2)
  settle()
  expect(location.search).toBe('?t=99')
})

// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { pollGently } from './gentlePolling.ts'

const PACE = { firstMs: 1_000, mostMs: 8_000, factor: 2 }

let hidden: boolean
let stop: () => void
let begun: number
/** When it asked, in milliseconds since it began. */
let asked: number[]

function begin(ask: (signal: AbortSignal) => Promise<boolean>) {
  begun = Date.now()
  asked = []
  stop = pollGently((signal) => {
    asked.push(Date.now() - begun)
    return ask(signal)
  }, PACE)
}

const look = (away: boolean) => {
  hidden = away
  document.dispatchEvent(new Event('visibilitychange'))
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const nothing = () => Promise.resolve(false)

beforeEach(() => {
  vi.useFakeTimers()
  hidden = false
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden)
  // Half way through the spread: the waits as they are named.
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
})

afterEach(() => {
  stop()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

it('asks ever more rarely while nothing changes, down to the slowest pace', async () => {
  begin(nothing)
  await pass(32_000)
  expect(asked).toEqual([1_000, 3_000, 7_000, 15_000, 23_000, 31_000])
})

it('begins anew once something has changed', async () => {
  begin(() => Promise.resolve(asked.length === 3))
  await pass(11_000)
  expect(asked).toEqual([1_000, 3_000, 7_000, 8_000, 10_000])
})

it('takes a failure as nothing new', async () => {
  begin(() => Promise.reject(new Error('offline')))
  await pass(8_000)
  expect(asked).toEqual([1_000, 3_000, 7_000])
})

it('waits for an answer before it asks again', async () => {
  begin(() => new Promise((resolve) => setTimeout(() => resolve(false), 20_000)))
  await pass(23_000)
  expect(asked).toEqual([1_000, 23_000])
})

it.each([
  [0, 750],
  [0.999, 1_250],
])('spreads the waits by a quarter: at %d of the spread it waits %d ms', async (random, ms) => {
  vi.mocked(Math.random).mockReturnValue(random)
  begin(nothing)
  await pass(2_000)
  expect(asked[0]).toBeCloseTo(ms, -1)
})

it('sleeps while the tab is hidden, and asks soon after somebody looks again', async () => {
  begin(nothing)
  await pass(4_000)
  look(true)
  await pass(600_000)
  expect(asked).toEqual([1_000, 3_000])
  look(false)
  await pass(4_000)
  expect(asked.slice(2)).toEqual([605_000, 607_000])
})

it('a glance away that ends before the next turn costs no request and no second walk', async () => {
  begin(nothing)
  await pass(4_000)
  look(true)
  look(false)
  await pass(4_000)
  expect(asked).toEqual([1_000, 3_000, 7_000])
})

it('a tab that is opened behind others asks nothing until it is looked at', async () => {
  hidden = true
  begin(nothing)
  await pass(60_000)
  expect(asked).toEqual([])
  look(false)
  await pass(1_000)
  expect(asked).toEqual([61_000])
})

it('ends for good: the request under way is given up, and nobody wakes it', async () => {
  let given: AbortSignal | undefined
  begin((signal) => {
    given = signal
    return new Promise(() => {})
  })
  await pass(1_000)
  expect(given?.aborted).toBe(false)
  stop()
  expect(given?.aborted).toBe(true)
  look(true)
  look(false)
  await pass(600_000)
  expect(asked).toEqual([1_000])
  expect(vi.getTimerCount()).toBe(0)
})

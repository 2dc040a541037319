// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest'
import { chooseLanes, chosenFor, forgetLanes, laneStore } from './laneStore.ts'

const anna = { account: 'anna' }
const KEY = 'motion-console:lanes:anna'

afterEach(() => localStorage.clear())

it('keeps the lanes of each activity for each account', () => {
  laneStore.change(anna, (chosen) => chooseLanes(chosen, 'Running', ['angle:hip']))
  laneStore.change(anna, (chosen) => chooseLanes(chosen, 'Weightlifting', []))
  expect(chosenFor(laneStore.get(anna).value, 'Running')).toEqual(['angle:hip'])
  expect(chosenFor(laneStore.get(anna).value, 'Weightlifting')).toEqual([])
  expect(chosenFor(laneStore.get({ account: 'bert' }).value, 'Running')).toBeNull()
  laneStore.change(anna, (chosen) => forgetLanes(chosen, 'Running'))
  expect(chosenFor(laneStore.get(anna).value, 'Running')).toBeNull()
})

it('stands what it did not write', () => {
  const stored = (value: unknown) => {
    localStorage.setItem(KEY, JSON.stringify({ version: 1, value }))
    return laneStore.get(anna).value
  }
  expect(stored({ Running: ['a', 3], 'Vertical Jump': ['b'], x: null })).toEqual({ 'Vertical Jump': ['b'] })
  expect(stored(['a'])).toEqual({})
  expect(chosenFor(stored({}), 'constructor')).toBeNull()
})

import { expect, it } from 'vitest'
import { advance, readPlace, START, writePlace } from './place.ts'

/** Follows tokens until they are said to go in a circle; how many that took, or null. */
function stepsToCircle(tokens: (step: number) => string, most: number): number | null {
  let place = START
  for (let step = 1; step <= most; step++) {
    place = readPlace(writePlace(advance(place, tokens(step))))
    if (place.circle) return step
  }
  return null
}

it('finds a circle of any length after any beginning, within a few rounds', () => {
  for (const beginning of [0, 1, 5, 30]) {
    for (const length of [1, 2, 3, 10, 25]) {
      const tokens = (step: number) =>
        step <= beginning ? `first ${step}` : `round ${(step - beginning) % length}`
      const found = stepsToCircle(tokens, 1_000)
      expect(found, `${beginning} and ${length}`).not.toBeNull()
      expect(found).toBeLessThanOrEqual(3 * (beginning + length) + 2)
    }
  }
})

it('takes no walk of different tokens for a circle, however long', () => {
  expect(stepsToCircle((step) => `token ${step}`, 5_000)).toBeNull()
})

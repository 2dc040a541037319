import { expect, it } from 'vitest'
import { align } from '../../../domain/alignment.ts'
import type { EventPair } from '../../../domain/alignment.ts'
import { alignmentWords, notInOrder } from './alignmentWords.ts'

const pair = (first: number | null, second: number | null = null): EventPair => ({ first, second })
const words = (first: EventPair, second: EventPair, sameRate = 1) =>
  alignmentWords({ first, second }, align(first, second, sameRate))

it.each([
  ['Both from their beginning, same speed.', pair(null), pair(null)],
  ['Both from their beginning, same speed.', pair(1, 2), pair(null)],
  ['Aligned at the first event, same speed.', pair(1), pair(2)],
  ['Aligned at the first event, same speed.', pair(1, 2), pair(2)],
  ['Aligned at the second event, same speed.', pair(null, 1), pair(null, 2)],
  ['Both events coincide; the second plays at 1.25×.', pair(1, 2), pair(0.5, 1.75)],
  ['Both events coincide, same speed.', pair(1, 2), pair(3, 4)],
])('says %s', (said, first, second) => expect(words(first, second)).toBe(said))

it('says at which speed slow motion keeps up with real time', () =>
  expect(words(pair(1), pair(8), 8)).toBe('Aligned at the first event; the second plays at 8×.'))

it('a second event that is not after the first is said, and is not used', () => {
  expect(words(pair(2, 2), pair(1, 3))).toBe('Aligned at the first event, same speed.')
  expect(notInOrder({ first: pair(2, 2), second: pair(1, 3) })).toEqual(['first'])
  expect(notInOrder({ first: pair(1, 2), second: pair(3, 1) })).toEqual(['second'])
  expect(notInOrder({ first: pair(null, 2), second: pair(1) })).toEqual([])
})

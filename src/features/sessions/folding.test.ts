import { expect, it } from 'vitest'
import { makeSession } from '../../testing/session.ts'
import { foldAssessments } from './folding.ts'

const ROWS = [
  makeSession({ id: 'a1', assessment: 'A' }),
  makeSession({ id: 'alone' }),
  makeSession({ id: 'a2', assessment: 'A' }),
  makeSession({ id: 'b1', assessment: 'B' }),
  makeSession({ id: 'a3', assessment: 'A' }),
]
const shown = (open: string[]) => foldAssessments(ROWS, new Set(open), false).rows.map(({ id }) => id)

it('folds the recordings of one assessment into the first of them, with their count', () => {
  expect(shown([])).toEqual(['a1', 'alone', 'b1'])
  expect([...foldAssessments(ROWS, new Set(), true).folds]).toEqual([
    ['a1', { assessment: 'A', count: 3, hasMore: true, open: false }],
  ])
})

it('shows an open assessment in place, and loses no row', () => {
  expect(shown(['A'])).toEqual(['a1', 'a2', 'a3', 'alone', 'b1'])
  expect(foldAssessments(ROWS, new Set(['A']), false).folds.get('a1')?.open).toBe(true)
})

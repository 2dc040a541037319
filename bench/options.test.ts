import { expect, it } from 'vitest'
import { readOptions } from './options.ts'

it('measures every part with five runs unless it is told otherwise', () => {
  expect(readOptions([])).toEqual({
    parts: new Set(['load', 'story', 'list', 'film', 'memory', 'database']),
    runs: 5,
    pages: 50,
    sessions: [1_000, 100_000],
  })
  expect(
    readOptions(['--only', 'memory,database', '--runs', '1', '--pages', '500', '--sessions', '10']),
  ).toEqual({ parts: new Set(['memory', 'database']), runs: 1, pages: 500, sessions: [10] })
})

it.each([
  ['--only', 'lost'],
  ['--runs', '0'],
  ['--pages', '501'],
  ['--sessions', '1000,many'],
  ['--sessions', '1000,1000'],
  ['--faster', '1'],
])('refuses %s %s with the usage', (...args) => {
  expect(() => readOptions(args)).toThrow('Usage: npm run bench')
})

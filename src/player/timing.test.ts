import { expect, it } from 'vitest'
import { formatRates, readRate } from './timing.ts'

it('rates are read with point or comma and refused outside of their bounds', () => {
  expect([readRate(' 29,97 ', 1, 1000), readRate('240', 30, 10_000)]).toEqual([29.97, 240])
  for (const text of ['', 'x', '-30', '1e3', '29', '10001', '30 fps', 'Infinity'])
    expect(readRate(text, 30, 10_000), text).toBeNull()
})

it('rates that read alike are said once', () => {
  expect(formatRates({ least: 29.97, most: 29.9701, median: 29.97 })).toBe('29.97 fps')
  expect(formatRates({ least: 24, most: 60, median: 30 })).toBe('variable, 24–60 fps')
})

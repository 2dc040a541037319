import { expect, it } from 'vitest'
import { formatFixed, formatMegabytes, formatPlain, formatSeconds, formatSigned } from './formatNumber.ts'

it('prints numbers as a lab report does', () => {
  expect(formatFixed(4.205, 1)).toBe('4.2')
  expect(formatFixed(-0.04, 1)).toBe('0.0')
  expect(formatFixed(-1.25, 2)).toBe('−1.25')
  expect(formatSeconds(1.5333)).toBe('1.533')
  expect(formatMegabytes(3_412_000)).toBe('3.4')
})

it('keeps what matters of a number of unknown precision', () => {
  expect([0.000123456, 29.97, 12345678.94, -7, 2412].map(formatPlain)).toEqual([
    '0.0001235',
    '29.97',
    '12345678.9',
    '−7',
    '2412',
  ])
})

it('a difference says that it is more, where anything is left of it', () =>
  expect(['0.5', '−0.5', '0.0', '1200'].map(formatSigned)).toEqual(['+0.5', '−0.5', '0.0', '+1200']))

import { formatFixed, formatSigned } from '../../lib/formatNumber.ts'
import { lanesText as text } from '../../messages/lanes.ts'

type Value = number | null | undefined

/** A value of a series as it is read, without its unit. */
export const written = (value: Value, decimals: number): string =>
  value === null || value === undefined ? text.missing : formatFixed(value, decimals)

/** By how much `other` is more than `value`, with its sign. */
export function writtenDifference(value: Value, other: Value, decimals: number): string {
  if (typeof value !== 'number' || typeof other !== 'number') return text.missing
  return formatSigned(formatFixed(other - value, decimals))
}

import { formatFixed, formatMegabytes } from '../../../lib/formatNumber.ts'
import { takeAwayText as text } from '../../../messages/takeAway.ts'

/** A size in bytes with its unit, for reading. */
export const fileSize = (bytes: number): string =>
  bytes < 1e6
    ? text.kilobytes(formatFixed(Math.max(1, bytes / 1e3), 0))
    : text.megabytes(bytes < 1e7 ? formatMegabytes(bytes) : formatFixed(bytes / 1e6, 0))

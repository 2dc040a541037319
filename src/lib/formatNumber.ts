/** U+2212: a minus sign as wide as the digits it stands before. */
const MINUS = '−'

/** A number with a fixed count of decimals, as a lab report prints it; zero has no sign. */
export function formatFixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals)
  return value < 0 && Number(text) !== 0 ? MINUS + text : text
}

/** A difference that is formatted already: what is more has a plus sign, unless the decimals leave nothing of it. */
export const formatSigned = (formatted: string): string =>
  Number(formatted) > 0 ? `+${formatted}` : formatted

/** A number nobody told the precision of: four significant digits, of large ones one decimal, whole ones in full. */
export function formatPlain(value: number): string {
  if (Number.isInteger(value)) return formatFixed(value, 0)
  const size = Math.abs(value)
  const text = String(Number(size < 1_000 ? size.toPrecision(4) : size.toFixed(1)))
  return value < 0 ? MINUS + text : text
}

/** Seconds to the millisecond, without the unit: `1.533`. */
export const formatSeconds = (seconds: number): string => formatFixed(seconds, 3)

/** A size in megabytes (10⁶ bytes), as hosts and browsers show it: `3.4`. */
export const formatMegabytes = (bytes: number): string => formatFixed(bytes / 1e6, 1)

import { formatPlain } from '../../lib/formatNumber.ts'

/** Any value from the API as text: numbers and lists as people write them, the rest as compact JSON. */
export function displayValue(json: unknown): string {
  if (json === null || json === undefined || json === '') return '–'
  if (typeof json === 'number') return formatPlain(json)
  if (typeof json === 'string') return json
  if (typeof json === 'boolean') return json ? 'yes' : 'no'
  if (
    Array.isArray(json) &&
    json.length > 0 &&
    json.every((entry) => typeof entry !== 'object' || entry === null)
  ) {
    return json.map(displayValue).join(', ')
  }
  try {
    return JSON.stringify(json, null, 1).replace(/\n\s*/g, ' ')
  } catch {
    return '…' // nested deeper than the browser can write
  }
}

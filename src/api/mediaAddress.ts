/**
 * A media address that may be put into the page: `https:`, or the API's own origin (the sandbox is on `http:`).
 * Anything else (`javascript:`, `data:`, a relative address, no text) is null.
 */
export function mediaAddress(json: unknown, apiUrl: string): string | null {
  if (typeof json !== 'string' || json === '') return null
  let url: URL
  try {
    url = new URL(json)
  } catch {
    return null
  }
  return url.protocol === 'https:' || url.origin === new URL(apiUrl).origin ? url.href : null
}

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
  // A `blob:` address has the origin of the page that made it, so the protocol is asked for as well.
  const own = url.protocol === 'http:' && url.origin === new URL(apiUrl).origin
  return url.protocol === 'https:' || own ? url.href : null
}

export type ByteRange = { first: number; last: number }

/**
 * Reads a `Range` header for a file of `size` bytes (RFC 9110, 14): the bytes to send, `whole` where the header is
 * missing, malformed or asks for several ranges (a server may ignore those), `outside` where no byte is in the file.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'whole' | 'outside' {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/i.exec(header?.replace(/\s+/g, '') ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return 'whole'
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? 'outside' : { first: size - length, last: size - 1 }
  }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < first) return 'whole'
  return first >= size ? 'outside' : { first, last }
}

import { Zip, ZipDeflate } from 'fflate'
import { AppError } from '../domain/errors.ts'

export type ZipEntry = { readonly path: string; readonly content: Blob }

/**
 * Bytes of all files together. Our choice: the format without its extensions ends at 4 GB, and what the browser keeps of
 * it while it is made is as much again.
 */
export const MOST_ZIP_BYTES = 2_000_000_000

/** Read at a time, so that the page stays alive and can be told to stop. */
const BYTES_AT_ONCE = 1_000_000
/** Handed over to a blob, which a browser can keep out of memory. */
const BYTES_A_PART = 8_000_000

/** Packed already: another pass takes long and gains nothing. */
const PACKED = /\.(?:png|jpe?g|mp4|webm)$/i

/**
 * Files as one ZIP, read piece by piece. `onProgress` gets the share that is done, 0 to 1. Rejects with `aborted` when
 * the signal says so, with `invalid` where they are too much for one file, and with what reading a file throws.
 */
export async function zipFiles(
  entries: readonly ZipEntry[],
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (share: number) => void } = {},
): Promise<Blob> {
  const total = entries.reduce((sum, { content }) => sum + content.size, 0)
  if (total > MOST_ZIP_BYTES) throw new AppError('invalid')
  const parts = collectParts()
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    parts.add(chunk)
  })
  let done = 0
  for (const { path, content } of entries) {
    // Level 0 copies: every program opens it, while a stored file of unknown length stops some of them.
    const file = new ZipDeflate(path, { level: PACKED.test(path) ? 0 : 6 })
    zip.add(file)
    let at = 0
    do {
      const piece = await content.slice(at, at + BYTES_AT_ONCE).arrayBuffer()
      if (signal?.aborted) throw new AppError('aborted')
      at += piece.byteLength
      done += piece.byteLength
      file.push(new Uint8Array(piece), at >= content.size)
      onProgress?.(total === 0 ? 1 : done / total)
    } while (at < content.size)
  }
  zip.end()
  return parts.toBlob()
}

function collectParts() {
  const blobs: Blob[] = []
  let chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const close = () => {
    if (bytes > 0) blobs.push(new Blob(chunks))
    chunks = []
    bytes = 0
  }
  return {
    add(chunk: Uint8Array<ArrayBuffer>) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes >= BYTES_A_PART) close()
    },
    toBlob() {
      close()
      return new Blob(blobs, { type: 'application/zip' })
    },
  }
}

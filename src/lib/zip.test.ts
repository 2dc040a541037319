import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { AppError } from '../domain/errors.ts'
import { MOST_ZIP_BYTES, zipFiles } from './zip.ts'
import { uniquePaths } from './zipPaths.ts'

const unzip = async (file: Blob) => unzipSync(new Uint8Array(await file.arrayBuffer()))

/** Bytes that no packing makes smaller. */
function noise(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let state = 1
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    bytes[at] = state >>> 16
  }
  return bytes
}

describe('files as one ZIP', () => {
  it('gives back every file as it was, whatever its name and however long', async () => {
    const film = noise(3_500_001)
    const zip = await zipFiles([
      { path: 'figures.csv', content: new Blob(['a,b\r\n'.repeat(1_000)]) },
      { path: 'clips/Бег, блок é.mp4', content: new Blob([film]) },
      { path: 'notes.vtt', content: new Blob([]) },
    ])
    const files = await unzip(zip)
    expect(Object.keys(files)).toEqual(['figures.csv', 'clips/Бег, блок é.mp4', 'notes.vtt'])
    const read = files['clips/Бег, блок é.mp4'] ?? noise(0)
    expect([read.length, read.every((byte, at) => byte === film[at])]).toEqual([film.length, true])
    expect(new TextDecoder().decode(files['figures.csv'])).toBe('a,b\r\n'.repeat(1_000))
    expect(files['notes.vtt']).toHaveLength(0)
    expect(zip.type).toBe('application/zip')
  })

  it('makes texts smaller and leaves what is packed already as it is', async () => {
    const words = new Blob(['the same words '.repeat(10_000)])
    const text = await zipFiles([{ path: 'README.txt', content: words }])
    const picture = await zipFiles([{ path: 'still.png', content: words }])
    expect(text.size).toBeLessThan(words.size / 20)
    expect(picture.size).toBeGreaterThan(words.size)
  })

  it('says how far it is and stops when it is told to', async () => {
    const film = new Blob([noise(4_000_000)])
    const shares: number[] = []
    await zipFiles([{ path: 'clip.mp4', content: film }], { onProgress: (share) => shares.push(share) })
    expect(shares).toEqual([0.25, 0.5, 0.75, 1])

    const stop = new AbortController()
    const stopped = zipFiles([{ path: 'clip.mp4', content: film }], {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    await expect(stopped).rejects.toEqual(new AppError('aborted'))
  })
})

it('refuses what one file cannot hold, before it reads any of it', async () => {
  const half = {
    size: MOST_ZIP_BYTES / 2 + 1,
    slice: () => {
      throw new Error('read')
    },
  } as unknown as Blob
  const zip = zipFiles([
    { path: 'a.mp4', content: half },
    { path: 'b.mp4', content: half },
  ])
  await expect(zip).rejects.toEqual(new AppError('invalid'))
})

describe('paths of files in one archive', () => {
  it('keeps apart what a file system would take for one', () => {
    expect(uniquePaths(['stills/Toe-off.png', 'stills/toe-off.png', 'clips/Toe-off.mp4', 'README'])).toEqual([
      'stills/Toe-off.png',
      'stills/toe-off (2).png',
      'clips/Toe-off.mp4',
      'README',
    ])
    expect(uniquePaths(['é.png', 'e\u0301.png'])).toEqual(['é.png', 'e\u0301 (2).png'])
  })
})

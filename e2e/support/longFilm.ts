import { readFile } from 'node:fs/promises'
import {
  BlobSource,
  BufferTarget,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'
import type { Page } from '@playwright/test'

/** The sample run over and over, for so many rounds of six seconds, without encoding anything. */
export async function longFilm(rounds: number): Promise<Buffer> {
  const file = await readFile(new URL('../../sandbox/media/files/running-analyzed.mp4', import.meta.url))
  const input = new Input({ source: new BlobSource(new Blob([new Uint8Array(file)])), formats: [MP4] })
  const track = await input.getPrimaryVideoTrack()
  const decoderConfig = await track?.getDecoderConfig()
  if (!track || !decoderConfig) throw new Error('The sample film has no pictures.')
  const output = new Output({ format: new Mp4OutputFormat(), target: new BufferTarget() })
  const source = new EncodedVideoPacketSource('avc')
  output.addVideoTrack(source)
  await output.start()
  const length = await track.computeDuration()
  for (let round = 0; round < rounds; round++)
    for await (const packet of new EncodedPacketSink(track).packets())
      await source.add(packet.clone({ timestamp: packet.timestamp + round * length }), { decoderConfig })
  await output.finalize()
  return Buffer.from(output.target.buffer ?? new ArrayBuffer())
}

/** Answers requests for films with this file, in parts, as a media host does. */
export async function serveFilm(page: Page, address: string, file: Buffer): Promise<void> {
  await page.route(address, (route) => {
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(route.request().headers()['range'] ?? '') ?? []
    const first = Number(from)
    // A part of an open range is enough: whoever wants more asks again.
    const last = Math.min(to === '' ? first + 1_000_000 : Number(to), file.length - 1)
    return route.fulfill({
      status: 206,
      headers: {
        'Content-Type': 'video/mp4',
        'Accept-Ranges': 'bytes',
        'Content-Range': `bytes ${first}-${last}/${file.length}`,
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Expose-Headers': 'Content-Range, Accept-Ranges, Content-Length',
      },
      body: file.subarray(first, last + 1),
    })
  })
}

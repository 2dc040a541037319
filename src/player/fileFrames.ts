import { EncodedPacketSink, Input, MP4, QTFF, UrlSource } from 'mediabunny'

/** What a video file's own index says. */
export type FileFrames = {
  /** When each picture begins, in seconds, ascending; the first may have begun before the clock does. */
  readonly times: readonly number[]
  readonly hasSound: boolean
}

/** Half an hour at 240 frames a second; more is not worth a list. */
const MOST_FRAMES = 432_000
/** The index of an hour is a few megabytes; a file whose frames lie scattered would be read whole. */
const MOST_BYTES = 16_000_000
/** So many are read before the page gets its turn: an index in memory is read without ever waiting. */
const AT_ONCE = 500

/**
 * Reads the index of an MP4 or QuickTime file, by range requests and never its pictures. Null where there is none
 * that can be read within bounds: other containers have no index of every frame. `signal` stops the requests.
 */
export async function readFileFrames(address: string, signal: AbortSignal): Promise<FileFrames | null> {
  const source = new UrlSource(address, { getRetryDelay: () => null, handleUnhandledError: () => undefined })
  const input = new Input({ source, formats: [MP4, QTFF] })
  const stop = () => input.dispose()
  let bytes = 0
  source.on('read', ({ start, end }) => {
    bytes += end - start
    if (bytes > MOST_BYTES) stop()
  })
  signal.addEventListener('abort', stop)
  try {
    const track = await input.getPrimaryVideoTrack()
    if (!track) return null
    const sound = await input.getPrimaryAudioTrack()
    const times: number[] = []
    let packets = 0
    for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, {
      metadataOnly: true,
    })) {
      packets += 1
      if (packets % AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve))
      if (signal.aborted || times.length >= MOST_FRAMES) return null
      // Pictures before the edit list's beginning are decoded and never shown.
      if (packet.timestamp + packet.duration > EDGE) times.push(packet.timestamp)
    }
    return { times: ascending(times), hasSound: sound !== null }
  } catch {
    return null
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
  }
}

/** Half the finest step of a browser's media clock (µs): what ends within it ends at zero. */
const EDGE = 5e-7

/** In the order of showing, which is not that of decoding. */
const ascending = (times: number[]): number[] =>
  times.sort((a, b) => a - b).filter((time, index) => index === 0 || time > (times[index - 1] ?? 0))

import { canEncodeAudio, canEncodeVideo, EncodedPacketSink, Quality } from 'mediabunny'
import type { Input, InputTrack, Source } from 'mediabunny'
import { ClipFailure } from './clipFailure.ts'
import type { FilmIndex, Packet } from './clipPlan.ts'
import { withFilm } from './openFilm.ts'

/** A film's index, and what this browser can make of it. */
export type Film = FilmIndex & {
  /** As it is called in the file, such as `avc1.64001f`; null where it is not known. */
  readonly codec: string | null
  readonly canDecode: boolean
  /** How sound can be written anew; `none`: not at all, null: there is no sound. */
  readonly newSound: 'aac' | 'opus' | 'none' | null
}

/** The index of an hour is a few megabytes; a file whose frames lie scattered would be read whole. */
const MOST_BYTES = 16_000_000
/** Half an hour at 240 frames a second. */
const MOST_PACKETS = 432_000
/** So many are read before the page gets its turn. */
const AT_ONCE = 2_000

/** Reads what a clip is planned from: the file's index, never its pictures. Rejects with a `ClipFailure`. */
export const readFilm = (film: string | Source, signal: AbortSignal): Promise<Film> =>
  withFilm(film, { mostBytes: MOST_BYTES, beyond: 'index-too-large', signal }, async (input) => {
    const video = await input.getPrimaryVideoTrack()
    if (!video) throw new ClipFailure('not-indexed')
    const audio = await input.getPrimaryAudioTrack()
    const soundCodec = audio ? await audio.getCodec() : null
    return {
      pictures: await packetsOf(video, signal),
      sound: audio && soundCodec ? await packetsOf(audio, signal) : null,
      width: await video.getDisplayWidth(),
      height: await video.getDisplayHeight(),
      codec: await video.getCodecParameterString(),
      canDecode: await video.canDecode(),
      newSound: audio ? await newSound(input) : null,
    }
  })

async function packetsOf(track: InputTrack, signal: AbortSignal): Promise<Packet[]> {
  const packets: Packet[] = []
  const sink = new EncodedPacketSink(track)
  for await (const packet of sink.packets(undefined, undefined, { metadataOnly: true })) {
    const { timestamp, duration, byteLength, type } = packet
    packets.push({ time: timestamp, end: timestamp + duration, bytes: byteLength, isKey: type === 'key' })
    if (packets.length > MOST_PACKETS) throw new ClipFailure('index-too-large')
    if (packets.length % AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve))
    signal.throwIfAborted()
  }
  return packets
}

async function newSound(input: Input): Promise<'aac' | 'opus' | 'none'> {
  const track = await input.getPrimaryAudioTrack()
  if (!track || !(await track.canDecode())) return 'none'
  const shape = {
    numberOfChannels: await track.getNumberOfChannels(),
    sampleRate: await track.getSampleRate(),
    quality: new Quality('high'),
  }
  if (await canEncodeAudio('aac', shape)) return 'aac'
  // Opus knows 48 kHz only; what has another rate is resampled.
  return (await canEncodeAudio('opus', { ...shape, sampleRate: 48_000 })) ? 'opus' : 'none'
}

/** Video codecs that an MP4 file may hold and other programs play, the most widely played first. */
const NEW_CODECS = ['avc', 'hevc', 'vp9', 'av1'] as const

export type NewCodec = (typeof NEW_CODECS)[number]

/** What this browser can write such pictures with; null where there is nothing. */
export async function newVideoCodec(
  { width, height }: Pick<Film, 'width' | 'height'>,
  bitrate: number,
): Promise<NewCodec | null> {
  for (const codec of NEW_CODECS) {
    const shape = { width, height, quality: new Quality({ bitrate }) }
    if (await canEncodeVideo(codec, shape)) return codec
  }
  return null
}

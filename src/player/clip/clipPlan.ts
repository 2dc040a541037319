import type { ClipRange } from './clipRange.ts'
import { picturesOf } from './clipRange.ts'

/** A picture, or a piece of sound, as a file's index has it; `time` and `end` in seconds. */
export type Packet = {
  readonly time: number
  readonly end: number
  readonly bytes: number
  /** It can be decoded without those before it. */
  readonly isKey: boolean
}

/** What a file holds, packet by packet in the order of decoding. */
export type FilmIndex = {
  readonly pictures: readonly Packet[]
  /** Null where there is none that can be copied. */
  readonly sound: readonly Packet[] | null
  readonly width: number
  readonly height: number
}

/** What a cut without re-encoding copies. */
export type QuickCut = {
  readonly bytes: number
  /** Pictures from outside the range that go along, since others are decoded from them. */
  readonly hidden: number
  /** Some of those come after the end. */
  readonly hidesLater: boolean
}

/** So far past the end the muxer's own copying looks for a picture that is decoded late and shown early. */
const LOOK_AHEAD = 6
/** Boxes of an MP4 file around its index, and what its index takes for each packet. */
const HEADER_BYTES = 1_200
const BYTES_PER_PACKET = 16

/**
 * What copying a range takes along: everything from the last picture before it that can be decoded by itself, and past
 * its end what pictures within it are decoded from.
 */
export function planQuickCut({ pictures, sound }: FilmIndex, { start, end }: ClipRange): QuickCut {
  const copied = copiedPictures(pictures, start, end)
  const outside = copied.filter(({ time }) => time < start || time >= end)
  const heard = (sound ?? []).filter((packet) => packet.end > start && packet.time < end)
  return {
    bytes: sizeOf([...copied, ...heard]),
    hidden: outside.length,
    hidesLater: outside.some(({ time }) => time >= end),
  }
}

function copiedPictures(pictures: readonly Packet[], start: number, end: number): Packet[] {
  const keys = pictures.flatMap(({ isKey, time }, index) => (isKey ? [{ index, time }] : []))
  const from = (keys.findLast(({ time }) => time <= start) ?? keys[0])?.index ?? 0
  const copied: Packet[] = []
  for (let index = from; index < pictures.length; index++) {
    const packet = pictures[index]
    if (!packet) break
    const ahead = pictures.slice(index + 1, index + 1 + LOOK_AHEAD)
    if (packet.time >= end && !ahead.some(({ time }) => time < end)) break
    copied.push(packet)
  }
  return copied
}

const sizeOf = (packets: readonly Packet[]) =>
  packets.reduce((sum, { bytes }) => sum + bytes + BYTES_PER_PACKET, HEADER_BYTES)

/** Enough for a moving figure in the H.264 that browsers encode, measured on the sample films (bits per pixel). */
const BITS_PER_PIXEL = 0.1
/** What browsers encode sound with, in bits a second. */
const SOUND_BITS = 128_000

/** What encoding a range anew makes of it: never fewer bits a second than the film itself has there. */
export function planExactCut(
  { pictures, width, height }: FilmIndex,
  range: ClipRange,
): { readonly bitrate: number; readonly bytes: number } {
  const { start, end } = range
  const seconds = end - start
  const own = pictures.filter(({ time }) => time >= start && time < end)
  const ownBits = own.reduce((sum, { bytes }) => sum + bytes * 8, 0)
  const bitrate = Math.ceil(Math.max(ownBits, width * height * picturesOf(range) * BITS_PER_PIXEL) / seconds)
  const bytes = HEADER_BYTES + picturesOf(range) * BYTES_PER_PACKET + (bitrate / 8) * seconds
  return { bitrate, bytes: Math.ceil(bytes) }
}

/** What a clip's sound weighs, encoded anew. */
export const soundBytes = ({ start, end }: ClipRange): number => Math.ceil((SOUND_BITS / 8) * (end - start))

/** A clip is in memory in pieces, then whole, then as the browser's own copy. */
const COPIES = 3
/** A tab may take a good part of a device's memory, and not most of it. */
const SHARE_OF_MEMORY = 1 / 4
/** Browsers tell at most 8 (GB) to protect who uses them, some tell nothing: then what a small laptop has. */
const USUAL_GIGABYTES = 4
/** Beyond that browsers refuse a single piece of memory, however much there is. */
const LARGEST_CLIP = 500_000_000

/** Bytes that a clip of this size needs while it is made. */
export const memoryFor = (bytes: number): number => bytes * COPIES

/** The largest clip (bytes) that is made on a device with so much memory (GB, `navigator.deviceMemory`). */
export const largestClip = (gigabytes: number = USUAL_GIGABYTES): number =>
  Math.min(LARGEST_CLIP, (gigabytes * 1e9 * SHARE_OF_MEMORY) / COPIES)

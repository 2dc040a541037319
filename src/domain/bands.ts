import type { Analysis } from './analysis.ts'

/** A stretch of the recording, such as a jump. Times in seconds; `number` counts from 1. */
export type Band = { readonly number: number; readonly from: number; readonly to: number }

/** `equalParts`: the source says how many there are and not where each begins. */
export type Bands = { readonly bands: readonly Band[]; readonly equalParts: boolean }

const NONE: Bands = { bands: [], equalParts: false }

/**
 * The jumps, repetitions or segments of an analysis. `endFrames` are the last frame of each, so one begins with the frame
 * after the one before. Where only their number is known they are equal parts of the recording; a single one is none.
 */
export function toBands({ timestamps, endFrames, segments }: Analysis): Bands {
  const begin = timestamps[0]
  if (begin === undefined) return NONE
  const count = timestamps.length
  const ends = [...new Set(endFrames)]
    .filter((frame) => Number.isInteger(frame) && frame >= 0 && frame < count)
    .sort((a, b) => a - b)
  if (ends.length > 0) {
    const borders = [begin, ...ends.map((frame) => endOfFrame(timestamps, frame))]
    return { bands: between(borders), equalParts: false }
  }
  // More parts than pictures is no number of segments.
  if (segments === null || !Number.isInteger(segments) || segments < 2 || segments > count) return NONE
  const length = endOfFrame(timestamps, count - 1) - begin
  const borders = Array.from({ length: segments + 1 }, (_, index) => begin + (length * index) / segments)
  return { bands: between(borders), equalParts: true }
}

const between = (borders: readonly number[]): Band[] =>
  borders.slice(1).map((to, index) => ({ number: index + 1, from: borders[index] ?? to, to }))

/** When the next frame begins; the last one lasts as long as the one before it. */
export function endOfFrame(timestamps: readonly number[], frame: number): number {
  const begins = timestamps[frame] ?? 0
  return timestamps[frame + 1] ?? begins + (frame > 0 ? begins - (timestamps[frame - 1] ?? begins) : 0)
}

/** The band at a time (s): its first moment belongs to it, its last to the next one. Null between and after them. */
export const bandAt = (bands: readonly Band[], time: number): Band | null =>
  bands.find(({ from, to }) => time >= from && time < to) ?? null

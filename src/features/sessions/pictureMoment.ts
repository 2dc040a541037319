import type { Playback } from '../../player/playback.ts'

/**
 * When the picture on the screen begins (s), rounded up to the microsecond: short enough for an address, and seeking to
 * it shows that picture and not the one before.
 */
export const pictureMoment = ({ pictureTime }: Pick<Playback, 'pictureTime'>): number =>
  toMicrosecond(pictureTime)

/**
 * A time (s) that was read off the screen, where it is rounded to `precision`: the beginning of the picture that reads
 * so, where there is one, for the rounded time may be just before it.
 */
export function momentAsRead({ frames }: Pick<Playback, 'frames'>, time: number, precision: number): number {
  const begin = frames.begins(frames.frameAt(time) + 1)
  return begin > time && begin - time <= precision * 0.51 ? toMicrosecond(begin) : time
}

/** Rounded up, so that it stays within its picture, and never before the start. */
export const toMicrosecond = (time: number) => Math.max(0, Math.ceil(time * 1e6 - 1e-6) / 1e6)

import type { Source } from 'mediabunny'
import type { FrameGrid } from '../frames.ts'
import { planExactCut, planQuickCut } from './clipPlan.ts'
import type { Packet, QuickCut } from './clipPlan.ts'
import { rangeInFile } from './clipRange.ts'
import type { ClipRange } from './clipRange.ts'
import { newVideoCodec, readFilm } from './readFilm.ts'
import type { Film, NewCodec } from './readFilm.ts'

/** What is to be cut: pictures counted by `frames`; `sameCount` where those are the file's own. */
export type ClipWish = { readonly range: ClipRange; readonly frames: FrameGrid; readonly sameCount: boolean }

/** What is known of a clip before it is made. */
export type PreparedClip = {
  readonly film: Pick<Film, 'codec' | 'canDecode' | 'newSound'>
  /** By the file's own clock. */
  readonly range: ClipRange
  readonly quick: QuickCut
  readonly exact: {
    readonly bitrate: number
    readonly bytes: number
    /** Null: this browser has nothing to write it with. */
    readonly codec: NewCodec | null
  }
}

/** Reads a film's index and finds out what can be made of a range of it. Rejects with a `ClipFailure`. */
export async function prepareClip(
  address: string | Source,
  { range, frames, sameCount }: ClipWish,
  signal: AbortSignal,
): Promise<PreparedClip> {
  const film = await readFilm(address, signal)
  const times = timesShown(film.pictures)
  const end = film.pictures.reduce((latest, picture) => Math.max(latest, picture.end), 0)
  const own = rangeInFile(range, frames, times, end, sameCount)
  const exact = planExactCut(film, own)
  const codec = await newVideoCodec(film, exact.bitrate)
  return { film, range: own, quick: planQuickCut(film, own), exact: { ...exact, codec } }
}

/** Half the finest step of a browser's media clock (µs): what ends within it ends before the film begins. */
const EDGE = 5e-7

/** When the pictures of a file begin (s), in the order of showing; those that its edit list hides are left out. */
export const timesShown = (pictures: readonly Packet[]): number[] =>
  pictures
    .filter(({ end }) => end > EDGE)
    .map(({ time }) => time)
    .sort((a, b) => a - b)
    .filter((time, index, times) => index === 0 || time > (times[index - 1] ?? 0))

import { formatPlain } from '../lib/formatNumber.ts'
import { playerText } from '../messages/player.ts'
import type { FrameRates } from './frames.ts'

/** How a recording's time is read. */
export type TimingSettings = {
  /** How many times slower it plays than it was filmed, 1 where it plays in real time. */
  readonly captureFactor: number
  /** Frames a second of the recording as somebody typed them; null: as found. */
  readonly frameRate: number | null
}

/** A frame rate for reading: whole ones whole, 29.97 as it is. */
export const formatRate = (rate: number): string => formatPlain(Number(rate.toFixed(2)))

/** One rate, or from the slowest to the fastest. */
export const formatRates = ({ least, most }: FrameRates): string =>
  formatRate(least) === formatRate(most)
    ? playerText.fps(formatRate(most))
    : playerText.variableFps(formatRate(least), formatRate(most))

/** Slow motion that phones and cameras film, as factors of 30 and 60 frames a second. */
export const CAPTURE_FACTORS = [1, 2, 4, 8] as const

export const SLOWEST_RATE = 1
export const FASTEST_RATE = 1_000
export const FASTEST_CAPTURE = 10_000

/** A number that somebody typed, with a point or a comma, within bounds; null where it is none. */
export function readRate(text: string, least: number, most: number): number | null {
  const trimmed = text.trim().replace(',', '.')
  const rate = /^\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : NaN
  return rate >= least && rate <= most ? rate : null
}

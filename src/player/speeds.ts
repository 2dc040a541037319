/** The speeds offered, as factors of the recording's own. */
export const SPEEDS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2] as const

const SLOWEST = SPEEDS[0]
const FASTEST = SPEEDS[SPEEDS.length - 1] ?? 2

/** A speed within what is offered; 1 where it is no number. */
export const withinSpeeds = (rate: number): number =>
  Number.isFinite(rate) ? Math.min(Math.max(rate, SLOWEST), FASTEST) : 1

/** The next faster or slower speed; the same at the end of the row. */
export const fasterThan = (rate: number): number => SPEEDS.find((speed) => speed > rate) ?? rate
export const slowerThan = (rate: number): number => SPEEDS.findLast((speed) => speed < rate) ?? rate

/** What Chromium takes as a playback rate (`kMinPlaybackRate`, `kMaxPlaybackRate`); it throws at others but 0. */
const SLOWEST_MEDIA = 0.0625
const FASTEST_MEDIA = 16

/** A rate that an element takes. */
export const withinMedia = (rate: number): number => Math.min(Math.max(rate, SLOWEST_MEDIA), FASTEST_MEDIA)

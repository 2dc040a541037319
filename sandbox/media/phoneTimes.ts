/** Ticks in a second of the phone's film, as phones count them. */
export const phoneTimescale = 600

/** Stretches of frames: how many, and the ticks that each lasts, in turn. */
const stretches: readonly (readonly [frames: number, ...ticks: number[]])[] = [
  [60, 10],
  [24, 12, 13],
  [36, 19, 20, 21],
  // The phone was busy with something else: a quarter of a second without a new picture.
  [1, 150],
  [30, 25],
  [20, 20],
  [68, 10],
]

/**
 * How long each frame of the phone's film lasts, in ticks of 1/600 s: 6 s in 239 frames. The phone slows from 60 to
 * 24 frames a second while the light fades, misses pictures once, and is quick again in the end.
 */
export const phoneFrameTicks: readonly number[] = stretches.flatMap(([frames, ...ticks]) =>
  Array.from({ length: frames }, (_, i) => ticks[i % ticks.length] ?? 0),
)

/** When each frame of the phone's film begins, in ticks of 1/600 s. */
export function phoneFrameStarts(): number[] {
  let at = 0
  return phoneFrameTicks.map((ticks) => (at += ticks) - ticks)
}

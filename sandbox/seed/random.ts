/** A source of numbers that are the same for the same seed, on every machine. */
export type Random = {
  /** From `least` up to but not including `most`. */
  between: (least: number, most: number) => number
  /** A whole number from `least` to `most`, both possible. */
  whole: (least: number, most: number) => number
  /** True with the given probability (0 to 1). */
  chance: (probability: number) => boolean
  pick: <T>(choices: readonly [T, ...T[]]) => T
}

/** Makes the numbers that belong to a name: FNV-1a turns the name into the state of a mulberry32 generator. */
export function randomFor(name: string): Random {
  let state = 0x811c9dc5
  for (let i = 0; i < name.length; i++) state = Math.imul(state ^ name.charCodeAt(i), 0x01000193)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    between: (least, most) => least + next() * (most - least),
    whole,
    chance: (probability) => next() < probability,
    pick: (choices) => choices[whole(0, choices.length - 1)] ?? choices[0],
  }
}

const ID_SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** An id of the form Firebase gives to accounts (28 characters) and documents (20). */
export function madeUpId(random: Random, length: 20 | 28): string {
  return Array.from({ length }, () => ID_SIGNS[random.whole(0, ID_SIGNS.length - 1)]).join('')
}

/** Rounds to so many decimal places, as an instrument reports its numbers. */
export function rounded(value: number, places: number): number {
  const scale = 10 ** places
  return Math.round(value * scale) / scale
}

import { randomFor } from '../seed/random.ts'
import type { Place } from './continuation.ts'

/** How many rows a page may have, and whether it always does; `walk` names the walk, which is uneven in its own way. */
export type PageRules = { limit: number; even: boolean; walk: string }

/** Every fourth page has rows, so that a run of empty ones ends. */
const LONGEST_EMPTY_RUN = 3

/**
 * One page of a walk and the place of the next one; null is the end. About one page in nine is empty and one in five
 * short, always the same ones, and a walk whose last row fills its page ends with an empty one.
 */
export function pageAt<T>(
  rows: readonly T[],
  { at, page }: Place,
  { limit, even, walk }: PageRules,
): { rows: T[]; next: Place | null } {
  const size = even ? limit : unevenSize(`${walk}, page ${page}`, page, limit)
  const end = Math.min(rows.length, at + size)
  const over = even ? end === rows.length : at + size > rows.length
  return { rows: rows.slice(at, end), next: over ? null : { at: end, page: page + 1 } }
}

function unevenSize(name: string, page: number, limit: number): number {
  const random = randomFor(name)
  if (random.chance(1 / 9) && page % (LONGEST_EMPTY_RUN + 1) !== LONGEST_EMPTY_RUN) return 0
  return random.chance(1 / 5) ? random.whole(1, limit) : limit
}

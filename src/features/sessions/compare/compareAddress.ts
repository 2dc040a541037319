import type { EventPair } from '../../../domain/alignment.ts'
import type { Which } from '../../../player/comparedFilms.ts'
import { readNumber, writeNumbers } from '../film/moment.ts'

/** What the address of a comparison says besides the first's moment. Times in seconds of each recording. */
export type CompareAddress = {
  readonly events: Readonly<Record<Which, EventPair>>
  /** Where the second stands by itself; null: it follows the first. */
  readonly free: number | null
}

/** Reads `e1`, `e2`, `o1`, `o2` and `free` of a search part. What is malformed is as if it were not there. */
export function readCompareAddress(search: string): CompareAddress {
  const params = new URLSearchParams(search)
  const read = (name: string) => readNumber(params.get(name))
  return {
    events: {
      first: { first: read('e1'), second: read('e2') },
      second: { first: read('o1'), second: read('o2') },
    },
    free: read('free'),
  }
}

/** The search part with this comparison in place of another. */
export function writeCompareAddress(search: string, comparison: CompareAddress): string {
  if (isSameAddress(readCompareAddress(search), comparison)) return search
  const [e1, e2, o1, o2, free] = timesOf(comparison)
  return writeNumbers(search, { e1, e2, o1, o2, free })
}

const isSameAddress = (one: CompareAddress, other: CompareAddress): boolean =>
  timesOf(one).every((time, index) => isSameTime(time, timesOf(other)[index] ?? null))

const timesOf = ({ events: { first, second }, free }: CompareAddress) =>
  [first.first, first.second, second.first, second.second, free] as const

const isSameTime = (one: number | null, other: number | null) =>
  one === null || other === null ? one === other : Math.abs(one - other) < 1e-6

import { AppError } from '../../domain/errors.ts'
import type { Cursor } from '../../domain/source.ts'

/**
 * Where a walk goes on: with which token, or nowhere, where the tokens go in a circle. `mark` is an earlier token, moved
 * on after `lap` pages, of which `gone` are behind: a circle of any length comes to it, and no list of all tokens is kept
 * (R. P. Brent, An improved Monte Carlo factorization algorithm, BIT 20, 1980).
 */
export type Place = { token: string; mark: string; lap: number; gone: number; circle: boolean }

export const START: Place = { token: '', mark: '', lap: 1, gone: 0, circle: false }

/** The place behind the page that ended with `token`. */
export function advance(place: Place, token: string): Place {
  const circle = token === place.token || token === place.mark
  const gone = place.gone + 1
  return gone < place.lap
    ? { ...place, token, gone, circle }
    : { token, mark: token, lap: place.lap * 2, gone: 0, circle }
}

export const writePlace = ({ token, mark, lap, gone, circle }: Place): Cursor =>
  JSON.stringify([token, mark, lap, gone, circle]) as Cursor

/** What `writePlace` was given. Text that is none of ours leads nowhere: `stale-cursor`. */
export function readPlace(cursor: Cursor): Place {
  try {
    const [token, mark, lap, gone, circle] = JSON.parse(cursor) as unknown[]
    if (typeof token === 'string' && typeof mark === 'string')
      return { token, mark, lap: Number(lap), gone: Number(gone), circle: circle === true }
  } catch {
    // as if it were another text
  }
  throw new AppError('stale-cursor')
}

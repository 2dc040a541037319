import type { EventPair } from '../../../domain/alignment.ts'
import type { Analysis } from '../../../domain/analysis.ts'
import type { Session } from '../../../domain/session.ts'
import type { SessionSource } from '../../../domain/source.ts'
import type { Which } from '../../../player/comparedFilms.ts'
import type { FilmRoom } from '../filmRoom.ts'

export const BOTH: readonly Which[] = ['first', 'second']

/** One of two recordings that are compared, and what the parts of the page share of it. */
export type Compared = {
  readonly session: Session
  /** Its own, which may be another one than the address begins with. */
  readonly source: SessionSource
  readonly film: FilmRoom
  /** Null while it is read, and where there is none. */
  readonly analysis: Analysis | null
  /** The two moments marked for this comparison, seconds of the recording. */
  readonly events: EventPair
}

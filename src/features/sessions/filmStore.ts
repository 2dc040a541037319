import type { SessionEvent } from '../../domain/sessionEvent.ts'
import { createOwnStore } from '../../lib/ownStore.ts'

/** How one session's film is looked at; kept on this device for each account. */
export type FilmSettings = {
  /** How many times slower the recording plays than it was filmed, 1 where it plays in real time. */
  readonly captureFactor: number
  /** Frames a second of the recording as somebody typed them; null: as measured. */
  readonly frameRate: number | null
  readonly events: readonly SessionEvent[]
  /** Id of the event at which the clock reads 0; null: the start of the recording. */
  readonly zeroAt: string | null
}

export const PLAIN_FILM: FilmSettings = { captureFactor: 1, frameRate: null, events: [], zeroAt: null }

export const filmStore = createOwnStore<FilmSettings>({
  name: 'film',
  version: 1,
  empty: PLAIN_FILM,
  read: readFilmSettings,
})

/** What is not readable is left out; null when it is no settings at all. */
function readFilmSettings(json: unknown): FilmSettings | null {
  if (typeof json !== 'object' || json === null) return null
  const { captureFactor, frameRate, events, zeroAt } = json as Record<string, unknown>
  const positive = (value: unknown): value is number =>
    typeof value === 'number' && Number.isFinite(value) && value > 0
  return {
    captureFactor: positive(captureFactor) ? captureFactor : 1,
    frameRate: positive(frameRate) ? frameRate : null,
    events: Array.isArray(events) ? events.flatMap(readEvent) : [],
    zeroAt: typeof zeroAt === 'string' ? zeroAt : null,
  }
}

function readEvent(json: unknown): SessionEvent[] {
  if (typeof json !== 'object' || json === null) return []
  const { id, name, time } = json as Record<string, unknown>
  const sound = typeof id === 'string' && typeof name === 'string' && Number.isFinite(time)
  return sound ? [{ id, name, time: time as number }] : []
}

import { cleanEventName, inOrderOfTime } from '../../domain/sessionEvent.ts'
import type { SessionEvent } from '../../domain/sessionEvent.ts'
import { createOwnStore } from '../../lib/ownStore.ts'
import { FASTEST_CAPTURE, FASTEST_RATE, SLOWEST_RATE } from '../../player/timing.ts'

/** How one session's film is looked at; kept on this device for each account. */
export type FilmSettings = {
  /** How many times slower the recording plays than it was filmed, 1 where it plays in real time. */
  readonly captureFactor: number
  /** Frames a second of the recording as somebody typed them; null: as measured. */
  readonly frameRate: number | null
  /** In the order of their times. */
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
  const isWithin = (value: unknown, least: number, most: number): value is number =>
    typeof value === 'number' && value >= least && value <= most
  const readable = Array.isArray(events) ? (events as unknown[]).flatMap(readEvent) : []
  const byId = new Map(readable.map((event) => [event.id, event]))
  return {
    captureFactor: isWithin(captureFactor, 1, FASTEST_CAPTURE) ? captureFactor : 1,
    frameRate: isWithin(frameRate, SLOWEST_RATE, FASTEST_RATE) ? frameRate : null,
    events: inOrderOfTime([...byId.values()]),
    zeroAt: typeof zeroAt === 'string' && byId.has(zeroAt) ? zeroAt : null,
  }
}

function readEvent(json: unknown): SessionEvent[] {
  if (typeof json !== 'object' || json === null) return []
  const { id, name, time } = json as Record<string, unknown>
  if (typeof id !== 'string' || typeof name !== 'string' || typeof time !== 'number') return []
  const clean = cleanEventName(name)
  return clean !== '' && Number.isFinite(time) && time >= 0 ? [{ id, name: clean, time }] : []
}

/** A change of the events leaves the zero of the clock only where its event is. */
const withEvents = (settings: FilmSettings, events: readonly SessionEvent[]): FilmSettings => ({
  ...settings,
  events: inOrderOfTime(events),
  zeroAt: events.some(({ id }) => id === settings.zeroAt) ? settings.zeroAt : null,
})

/** With this event, in place of the one that has its id. */
export const withEvent = (settings: FilmSettings, event: SessionEvent): FilmSettings =>
  withEvents(settings, [...settings.events.filter(({ id }) => id !== event.id), event])

/** With this event at another time (s), where it is still there. */
export function withEventAt(settings: FilmSettings, id: string, time: number): FilmSettings {
  const event = settings.events.find((each) => each.id === id)
  return event ? withEvent(settings, { ...event, time }) : settings
}

export const withoutEvent = (settings: FilmSettings, id: string): FilmSettings =>
  withEvents(
    settings,
    settings.events.filter((event) => event.id !== id),
  )

/** Shows the event's moment as 0; null: the start of the recording. */
export const withZeroAt = (settings: FilmSettings, zeroAt: string | null): FilmSettings => ({
  ...settings,
  zeroAt,
})

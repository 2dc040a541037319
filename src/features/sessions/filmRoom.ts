import { useCallback, useMemo, useState } from 'react'
import { firstLine } from '../../domain/note.ts'
import type { Note } from '../../domain/note.ts'
import type { SessionEvent } from '../../domain/sessionEvent.ts'
import type { Session } from '../../domain/session.ts'
import { useOwn } from '../../lib/ownStore.ts'
import type { Owner } from '../../lib/ownStore.ts'
import { readSessionPath } from '../../paths.ts'
import { PLAIN_TIME } from '../../player/clock.ts'
import type { TimelineMark, TimeScale } from '../../player/clock.ts'
import { NO_LOOP } from '../../player/loop.ts'
import { Playback } from '../../player/playback.ts'
import type { StartAt } from '../../player/playback.ts'
import { useServices } from '../../services.ts'
import { isMomentPath, momentOf, readMomentAddress, writeMomentAddress } from './film/moment.ts'
import { useMomentInAddress } from './film/useMomentInAddress.ts'
import { filmStore } from './filmStore.ts'
import type { FilmSettings } from './filmStore.ts'
import { noteStore } from './notes/noteStore.ts'

/** What the parts of a session's page share: one clock, and how it is read. */
export type FilmRoom = {
  readonly playback: Playback
  /** Where the address bar says, at this moment, to begin; empty where it says nothing. */
  readonly from: StartAt
  readonly settings: FilmSettings
  /** False: this device does not keep the settings. */
  readonly kept: boolean
  readonly changeSettings: (change: (present: FilmSettings) => FilmSettings) => void
  readonly scale: TimeScale
  /** Everything on the timeline that can be jumped to, in the order of time. */
  readonly marks: readonly TimelineMark[]
}

export type SessionFilmRoom = FilmRoom & {
  /** Stops, and gives the moment on the screen as an address's search part: what is opened from here begins there. */
  readonly searchNow: () => string
}

/** One for each session: give the page that calls it the session's id as `key`. */
export function useFilmRoom(session: Session): SessionFilmRoom {
  const { source, id } = session
  const [playback] = useState(() => new Playback())
  /** The address becomes another session's a while before this page goes. */
  const isHere = useCallback(() => {
    const there = isMomentPath(location.pathname) ? readSessionPath(location.pathname) : null
    return there?.source === source && there.id === id
  }, [source, id])
  const keepNow = useMomentInAddress(playback, isHere)
  const room = useSessionFilm(session, playback, startHere)
  return useMemo(() => {
    const searchNow = () => {
      playback.pause()
      keepNow()
      // Before there is anything to be seen, the address knows better.
      const {
        time = 0,
        rate = 1,
        loop = NO_LOOP,
      } = playback.duration === 0 ? startHere() : momentOf(playback)
      return writeMomentAddress('', { time, rate, loop })
    }
    return {
      ...room,
      get from() {
        return startHere()
      },
      searchNow,
    }
  }, [room, playback, keepNow])
}

/** The bar itself: on the way back to the page the router stands elsewhere for a while. */
const startHere = (): StartAt => (isMomentPath(location.pathname) ? readMomentAddress(location.search) : {})

/** How a session's film is looked at, on the clock of a page that says where it begins. */
export function useSessionFilm(session: Session, playback: Playback, startsAt: () => StartAt): FilmRoom {
  const owner = useSessionOwner(session)
  const { value: settings, kept } = useOwn(filmStore, owner)
  const { value: notes } = useOwn(noteStore, owner)
  const { events } = settings
  const marks = useMemo(() => marksOf(events, notes), [events, notes])
  return useMemo(
    () => ({
      playback,
      get from() {
        return startsAt()
      },
      settings,
      kept,
      changeSettings: (change) => void filmStore.change(owner, change),
      scale: scaleOf(settings),
      marks,
    }),
    [playback, startsAt, settings, kept, owner, marks],
  )
}

/** Whose work on a session it is that this device keeps. */
export function useSessionOwner({ source, id }: Pick<Session, 'source' | 'id'>): Owner {
  const account = useServices().auth.current()?.id ?? null
  return useMemo(() => ({ account, source, session: id }), [account, source, id])
}

function marksOf(events: readonly SessionEvent[], notes: readonly Note[]): readonly TimelineMark[] {
  return [
    ...events.map(({ id, name, time }) => ({ id, kind: 'event' as const, label: name, time, end: null })),
    ...notes.map((note) => ({ ...note, kind: 'note' as const, label: firstLine(note) })),
  ]
    .map(({ id, kind, label, time, end }) => ({ id, kind, label, time, end }))
    .sort((a, b) => a.time - b.time)
}

export function scaleOf({ captureFactor, events, zeroAt }: FilmSettings): TimeScale {
  const zero = events.find(({ id }) => id === zeroAt)?.time ?? PLAIN_TIME.zero
  return captureFactor === 1 && zero === 0 ? PLAIN_TIME : { captureFactor, zero }
}

import { useMemo, useState } from 'react'
import { useLocation } from 'react-router'
import { firstLine } from '../../domain/note.ts'
import type { Note } from '../../domain/note.ts'
import type { SessionEvent } from '../../domain/sessionEvent.ts'
import type { Session } from '../../domain/session.ts'
import { useOwn } from '../../lib/ownStore.ts'
import type { Owner } from '../../lib/ownStore.ts'
import { PLAIN_TIME } from '../../player/clock.ts'
import type { TimelineMark, TimeScale } from '../../player/clock.ts'
import { Playback } from '../../player/playback.ts'
import type { StartAt } from '../../player/playback.ts'
import { useServices } from '../../services.ts'
import { isMomentPath, readMomentAddress } from './film/moment.ts'
import { useMomentInAddress } from './film/useMomentInAddress.ts'
import { filmStore } from './filmStore.ts'
import type { FilmSettings } from './filmStore.ts'
import { noteStore } from './notes/noteStore.ts'

/** What the parts of a session's page share: one clock, and how it is read. */
export type FilmRoom = {
  readonly playback: Playback
  /** Where the address says to begin; empty where it says nothing. */
  readonly from: StartAt
  readonly settings: FilmSettings
  /** False: this device does not keep the settings. */
  readonly kept: boolean
  readonly changeSettings: (change: (present: FilmSettings) => FilmSettings) => void
  readonly scale: TimeScale
  /** Everything on the timeline that can be jumped to, in the order of time. */
  readonly marks: readonly TimelineMark[]
}

/** One for each session: give the page that calls it the session's id as `key`. */
export function useFilmRoom(session: Session): FilmRoom {
  const owner = useSessionOwner(session)
  const { pathname, search } = useLocation()
  const [playback] = useState(() => new Playback())
  const [from] = useState(() => (isMomentPath(pathname) ? readMomentAddress(search) : {}))
  useMomentInAddress(playback, session)
  const { value: settings, kept } = useOwn(filmStore, owner)
  const { value: notes } = useOwn(noteStore, owner)
  const { events } = settings
  const marks = useMemo(() => marksOf(events, notes), [events, notes])
  return useMemo(
    () => ({
      playback,
      from,
      settings,
      kept,
      changeSettings: (change) => void filmStore.change(owner, change),
      scale: scaleOf(settings),
      marks,
    }),
    [playback, from, settings, kept, owner, marks],
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

function scaleOf({ captureFactor, events, zeroAt }: FilmSettings): TimeScale {
  const zero = events.find(({ id }) => id === zeroAt)?.time ?? PLAIN_TIME.zero
  return captureFactor === 1 && zero === 0 ? PLAIN_TIME : { captureFactor, zero }
}

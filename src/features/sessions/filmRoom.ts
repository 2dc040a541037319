import { useMemo, useState } from 'react'
import type { Session } from '../../domain/session.ts'
import { useOwn } from '../../lib/ownStore.ts'
import { PLAIN_TIME } from '../../player/clock.ts'
import type { TimelineMark, TimeScale } from '../../player/clock.ts'
import { Playback } from '../../player/playback.ts'
import { useServices } from '../../services.ts'
import { filmStore } from './filmStore.ts'
import type { FilmSettings } from './filmStore.ts'

/** What the parts of a session's page share: one clock, and how it is read. */
export type FilmRoom = {
  readonly playback: Playback
  readonly settings: FilmSettings
  /** False: this device does not keep the settings. */
  readonly kept: boolean
  readonly changeSettings: (change: (present: FilmSettings) => FilmSettings) => void
  readonly scale: TimeScale
  /** Everything on the timeline that can be jumped to, in the order of time. */
  readonly marks: readonly TimelineMark[]
}

/** One for each session: give the page that calls it the session's id as `key`. */
export function useFilmRoom({ source, id }: Session): FilmRoom {
  const account = useServices().auth.current()?.id ?? null
  const owner = useMemo(() => ({ account, source, session: id }), [account, source, id])
  const [playback] = useState(() => new Playback())
  const { value: settings, kept } = useOwn(filmStore, owner)
  return useMemo(
    () => ({
      playback,
      settings,
      kept,
      changeSettings: (change) => void filmStore.change(owner, change),
      scale: scaleOf(settings),
      marks: settings.events
        .map(({ id, name, time }) => ({ id, kind: 'event' as const, label: name, time, end: null }))
        .sort((a, b) => a.time - b.time),
    }),
    [playback, settings, kept, owner],
  )
}

function scaleOf({ captureFactor, events, zeroAt }: FilmSettings): TimeScale {
  const zero = events.find(({ id }) => id === zeroAt)?.time ?? PLAIN_TIME.zero
  return captureFactor === 1 && zero === 0 ? PLAIN_TIME : { captureFactor, zero }
}

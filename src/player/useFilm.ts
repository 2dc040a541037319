import { useEffect, useEffectEvent } from 'react'
import type { Recording } from '../domain/recording.ts'
import { otherFilm } from './filmKinds.ts'
import type { FilmKind } from './filmKinds.ts'
import type { Playback, StartAt } from './playback.ts'
import type { TimingSettings } from './timing.ts'
import { useFileFrames } from './useFileFrames.ts'

export type PlayedFilm = {
  readonly playback: Playback
  readonly recording: Recording
  readonly settings: TimingSettings
  /** Where and how the film begins; read once. */
  readonly from?: StartAt | null
}

/** Which film each playback has been given: it may come to another place on the page with it. */
const shown = new WeakMap<Playback, FilmKind>()

/** The film to show where one kind is chosen: the other where that is missing, null where there is none. */
export function filmToShow({ videoUrl, originalUrl }: Recording, chosen: FilmKind): FilmKind | null {
  if (videoUrl === null && originalUrl === null) return null
  const has = { analyzed: videoUrl !== null, original: originalUrl !== null }
  return has[chosen] ? chosen : otherFilm(chosen)
}

/**
 * Shows a film of a recording, once for each kind: a newer address of the same film is not loaded, since signatures
 * change with every read. Where there is no film (null) the playback keeps the recording's time itself.
 */
export function useFilm(
  { playback, recording, settings, from }: PlayedFilm,
  film: FilmKind | null,
  onRenew: (film: FilmKind) => Promise<string>,
): void {
  const show = useEffectEvent((kind: FilmKind) => {
    const before = shown.get(playback)
    if (before === kind) return
    shown.set(playback, kind)
    const address = (kind === 'analyzed' ? recording.videoUrl : recording.originalUrl) ?? ''
    const media = { address, renew: () => onRenew(kind), film: kind }
    if (before) playback.show(media)
    else playback.open(media, from ?? {})
  })
  useEffect(() => {
    if (film) show(film)
  }, [playback, film])
  const { frameRate } = settings
  const { frameTimes } = recording
  useEffect(() => {
    if (film) playback.tellFrames({ typed: frameRate, analysis: frameTimes })
  }, [playback, film, frameRate, frameTimes])
  useTimer(playback, film ? null : frameTimes, from ?? {})
  useFileFrames(playback)
}

/**
 * The playback keeps the time of a recording without a film, whose frames begin at these times (s), and stands once its
 * page is left: nothing else would stop it. Null: there is a film.
 */
export function useTimer(playback: Playback, frameTimes: readonly number[] | null, from: StartAt): void {
  const begin = useEffectEvent((times: readonly number[]) => playback.keepTime(times, from))
  useEffect(() => {
    if (!frameTimes) return
    begin(frameTimes)
    return () => playback.pause()
  }, [playback, frameTimes])
}

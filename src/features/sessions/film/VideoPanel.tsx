import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReactNode, RefObject } from 'react'
import { toRecording } from '../../../domain/recording.ts'
import type { Recording } from '../../../domain/recording.ts'
import type { Session } from '../../../domain/session.ts'
import { timerText } from '../../../messages/series.ts'
import { videoText as text } from '../../../messages/sessionPage.ts'
import type { FilmKind } from '../../../player/filmKinds.ts'
import { Player } from '../../../player/Player.tsx'
import { TimerPlayer } from '../../../player/TimerPlayer.tsx'
import { analysisQuery } from '../../../queries/sessions.ts'
import { useSource } from '../../../services.ts'
import { DownloadVideo } from '../DownloadVideo.tsx'
import type { FilmRoom } from '../filmRoom.ts'
import { withParts } from './partMarks.ts'
import { useRenewal } from './useRenewal.ts'
import { VideoMaking } from './VideoMaking.tsx'
import styles from './VideoPanel.module.css'

type Props = {
  session: Session
  film: FilmRoom
  /** What shares the film's clock: where the focus may be for the player's keys. */
  keysWithin: RefObject<Element | null>
  /** What else can be done with a film that plays; told how a new address is had for one whose address has expired. */
  tools?: ((onRenew: (kind: FilmKind) => Promise<string>) => ReactNode) | undefined
}

/**
 * The film playing: analyzed, original, or both; where there is no analyzed one, how to get it. Without any film, and
 * where there can be none, a timer plays what was measured.
 */
export function VideoPanel({ session, film, keysWithin, tools }: Props) {
  const { analyzedVideoUrl, videoUrl } = session
  const analysis = useQuery(analysisQuery(useSource(), session))
  const data = analysis.data ?? null
  const recording = useMemo(() => toRecording(session, data), [session, data])
  const hasFilm = analyzedVideoUrl !== null || videoUrl !== null
  const canHaveFilm = useSource().analyzedVideo !== null || hasFilm
  const hasTimer = !hasFilm && (recording.frameTimes.length > 1 || (!canHaveFilm && analysis.isPending))
  // On a phone what is first goes from edge to edge.
  if (!canHaveFilm && !hasTimer) return <div hidden />
  const shared = { session, film, recording, keysWithin }
  return (
    <section aria-label={canHaveFilm ? text.title : timerText.title} className={styles.panel}>
      {hasFilm ? <Film {...shared} tools={tools} /> : null}
      {canHaveFilm && analyzedVideoUrl === null ? (
        <VideoMaking session={session} beside={videoUrl !== null || hasTimer} />
      ) : null}
      {canHaveFilm ? null : <p className={styles.hint}>{timerText.hint}</p>}
      {hasTimer ? <Timer {...shared} canHaveFilm={canHaveFilm} /> : null}
    </section>
  )
}

function useAllMarks(session: Session, film: FilmRoom) {
  const { data } = useQuery(analysisQuery(useSource(), session))
  return useMemo(
    () => withParts(film.marks, data ?? null, session.activity),
    [film.marks, data, session.activity],
  )
}

type Parts = Props & { recording: Recording }

function Timer({ session, film, recording, keysWithin, canHaveFilm }: Parts & { canHaveFilm: boolean }) {
  const { playback, from, settings, changeSettings } = film
  const marks = useAllMarks(session, film)
  return (
    <TimerPlayer
      playback={playback}
      frameTimes={recording.frameTimes}
      settings={canHaveFilm ? settings : null}
      onSettings={(change) => changeSettings((present) => ({ ...present, ...change }))}
      scale={film.scale}
      marks={marks}
      from={from}
      keysWithin={keysWithin}
    />
  )
}

function Film({ session, film, recording, keysWithin, tools }: Parts) {
  const source = useSource()
  const marks = useAllMarks(session, film)
  const renew = useRenewal(source, session)
  return (
    <Player
      playback={film.playback}
      recording={recording}
      settings={film.settings}
      onSettings={(change) => film.changeSettings((present) => ({ ...present, ...change }))}
      scale={film.scale}
      marks={marks}
      from={film.from}
      onRenew={renew}
      keysWithin={keysWithin}
    >
      {source.analyzedVideo && session.analyzedVideoUrl !== null ? (
        <DownloadVideo session={session} video={source.analyzedVideo} />
      ) : null}
      {tools?.(renew)}
    </Player>
  )
}

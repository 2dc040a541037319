import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import { toBands } from '../../../domain/bands.ts'
import { AppError } from '../../../domain/errors.ts'
import { toRecording } from '../../../domain/recording.ts'
import type { Recording } from '../../../domain/recording.ts'
import type { Session } from '../../../domain/session.ts'
import { lanesText } from '../../../messages/lanes.ts'
import { playerText } from '../../../messages/player.ts'
import { videoText as text } from '../../../messages/sessionPage.ts'
import type { TimelineMark } from '../../../player/clock.ts'
import type { FilmKind } from '../../../player/filmKinds.ts'
import { Player } from '../../../player/Player.tsx'
import { analysisQuery, replaceSession, sessionQuery } from '../../../queries/sessions.ts'
import { useServices, useSource } from '../../../services.ts'
import { DownloadVideo } from '../DownloadVideo.tsx'
import type { FilmRoom } from '../filmRoom.ts'
import { VideoMaking } from './VideoMaking.tsx'
import styles from './VideoPanel.module.css'

type Props = {
  session: Session
  film: FilmRoom
  /** What shares the film's clock: where the focus may be for the player's keys. */
  keysWithin: RefObject<Element | null>
}

/** The film playing: analyzed, original, or both; where there is no analyzed one, how to get it. */
export function VideoPanel({ session, film, keysWithin }: Props) {
  const { analyzedVideoUrl, videoUrl } = session
  const { playback } = film
  const recording = useRecording(session)
  const hasFilm = analyzedVideoUrl !== null || videoUrl !== null
  useEffect(() => {
    if (!hasFilm) playback.keepTime(recording.frameTimes)
  }, [hasFilm, playback, recording])
  return (
    <section aria-label={text.title} className={styles.panel}>
      {hasFilm ? <Film session={session} film={film} recording={recording} keysWithin={keysWithin} /> : null}
      {analyzedVideoUrl === null ? <VideoMaking session={session} beside={videoUrl !== null} /> : null}
    </section>
  )
}

function useRecording(session: Session): Recording {
  const analysis = useQuery(analysisQuery(useSource(), session)).data ?? null
  return useMemo(() => toRecording(session, analysis), [session, analysis])
}

/** Everything that can be jumped to, in the order of time: what somebody marked, and where jumps or segments begin. */
function useMarks(session: Session, marks: readonly TimelineMark[]): readonly TimelineMark[] {
  const { activity } = session
  const { data } = useQuery(analysisQuery(useSource(), session))
  return useMemo(() => {
    const { bands, equalParts } = data ? toBands(data) : { bands: [], equalParts: true }
    if (equalParts || bands.length === 0) return marks
    const word =
      (Object.hasOwn(lanesText.bands, activity) && lanesText.bands[activity]) || lanesText.otherBand
    const parts = bands.map(({ number, from }) => ({
      id: String(number),
      kind: 'segment' as const,
      label: playerText.partMark(word, number),
      time: from,
      end: null,
    }))
    return [...marks, ...parts].sort((a, b) => a.time - b.time)
  }, [marks, data, activity])
}

function Film({ session, film, recording, keysWithin }: Props & { recording: Recording }) {
  const source = useSource()
  const { queryClient } = useServices()
  const marks = useMarks(session, film.marks)
  const underWay = useRef(new Map<FilmKind, Promise<string>>())

  // Whoever switches to the other film and back meanwhile waits for the same address.
  const renewOnce = (kind: FilmKind): Promise<string> => {
    const present = underWay.current.get(kind)
    if (present) return present
    const asked = renew(kind).finally(() => underWay.current.delete(kind))
    underWay.current.set(kind, asked)
    return asked
  }
  // The address was there and has expired: the one case in which the API is asked without a click.
  const renew = async (kind: FilmKind): Promise<string> => {
    if (kind === 'original') return (await renewedSession()).videoUrl ?? refuse()
    if (!source.analyzedVideo) return refuse()
    const analyzedVideoUrl = await source.analyzedVideo.renew(session)
    const now = queryClient.getQueryData(sessionQuery(queryClient, source, session.id).queryKey) ?? session
    replaceSession(queryClient, { ...now, analyzedVideoUrl })
    return analyzedVideoUrl
  }
  /** The original's address comes with the session alone. */
  const renewedSession = async (): Promise<Session> => {
    const now = (await source.get([session.id])).get(session.id)
    if (!now) throw new AppError('not-found')
    replaceSession(queryClient, now)
    return now
  }
  return (
    <Player
      playback={film.playback}
      recording={recording}
      settings={film.settings}
      onSettings={(change) => film.changeSettings((present) => ({ ...present, ...change }))}
      scale={film.scale}
      marks={marks}
      from={film.from}
      onRenew={renewOnce}
      keysWithin={keysWithin}
    >
      {source.analyzedVideo && session.analyzedVideoUrl !== null ? (
        <DownloadVideo session={session} video={source.analyzedVideo} />
      ) : null}
    </Player>
  )
}

const refuse = (): never => {
  throw new AppError('address-expired')
}

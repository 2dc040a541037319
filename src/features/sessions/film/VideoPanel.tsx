import { useQuery } from '@tanstack/react-query'
import { AppError, toAppError } from '../../../domain/errors.ts'
import { toRecording } from '../../../domain/recording.ts'
import type { Session } from '../../../domain/session.ts'
import { videoText as text } from '../../../messages/sessionPage.ts'
import { Player } from '../../../player/Player.tsx'
import { analysisQuery, replaceSession, sessionQuery } from '../../../queries/sessions.ts'
import { useServices, useSource } from '../../../services.ts'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import type { FilmRoom } from '../filmRoom.ts'
import { DownloadVideo } from '../DownloadVideo.tsx'
import { VideoMaking } from './VideoMaking.tsx'
import styles from './VideoPanel.module.css'

/** The analyzed video playing, or how to get one. */
export function VideoPanel({ session, film }: { session: Session; film: FilmRoom }) {
  return (
    <section aria-label={text.title} className={styles.panel}>
      {session.analyzedVideoUrl ? (
        <VideoPlayer session={session} film={film} videoUrl={session.analyzedVideoUrl} />
      ) : (
        <VideoMaking session={session} />
      )}
      <SeriesProblem session={session} />
    </section>
  )
}

function VideoPlayer({ session, film, videoUrl }: { session: Session; film: FilmRoom; videoUrl: string }) {
  const source = useSource()
  const { queryClient } = useServices()
  const analysis = useQuery(analysisQuery(source, session)).data ?? null

  // The address was there and has expired: the one case in which the API is asked without a click.
  const renew = async () => {
    if (!source.analyzedVideo) throw new AppError('address-expired')
    const analyzedVideoUrl = await source.analyzedVideo.renew(session)
    const now = queryClient.getQueryData(sessionQuery(queryClient, source, session.id).queryKey) ?? session
    replaceSession(queryClient, { ...now, analyzedVideoUrl })
    return analyzedVideoUrl
  }
  return (
    <Player
      playback={film.playback}
      recording={{ ...toRecording(session, analysis), videoUrl }}
      onRenew={renew}
    >
      {source.analyzedVideo ? <DownloadVideo session={session} video={source.analyzedVideo} /> : null}
    </Player>
  )
}

/** The series are read beside the rest; what is wrong with them is said here and takes nothing else along. */
function SeriesProblem({ session }: { session: Session }) {
  const analysis = useQuery(analysisQuery(useSource(), session))
  const error = analysis.error && toAppError(analysis.error)
  if (error && error.kind !== 'not-found') {
    return (
      <div className={styles.problem}>
        <ErrorPanel error={error} title={text.seriesFailed} onTryAgain={() => void analysis.refetch()} />
      </div>
    )
  }
  const unreadable = analysis.data?.unreadable ?? []
  if (unreadable.length === 0) return null
  return <p className={styles.unreadable}>{text.seriesUnreadable(unreadable.join(', '))}</p>
}

import Download from 'lucide-react/icons/download'
import X from 'lucide-react/icons/x'
import { useEffect, useRef, useState } from 'react'
import { AppError, toAppError } from '../../domain/errors.ts'
import type { Session } from '../../domain/session.ts'
import type { AnalyzedVideo } from '../../domain/source.ts'
import { formatMegabytes } from '../../lib/formatNumber.ts'
import { saveFile } from '../../lib/saveFile.ts'
import { videoText as text } from '../../messages/sessionPage.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import styles from './DownloadVideo.module.css'
import { videoFileName } from './videoFileName.ts'

type DownloadState =
  | { kind: 'idle' }
  | { kind: 'running'; loaded: number; total: number | null }
  | { kind: 'failed'; error: AppError }

/** Fetches the analyzed video and hands it to the browser as a file; leaving the page stops it. */
export function DownloadVideo({
  session,
  video,
  onRunning,
}: {
  session: Session
  video: AnalyzedVideo
  /** Told when a download begins and when it ends, however it does. */
  onRunning?: (isRunning: boolean) => void
}) {
  const [state, setState] = useState<DownloadState>({ kind: 'idle' })
  const running = useRef<AbortController | null>(null)
  const { say } = useNotices()
  useEffect(() => () => running.current?.abort(), [])

  const download = async () => {
    if (running.current) return
    const abort = new AbortController()
    running.current = abort
    onRunning?.(true)
    setState({ kind: 'running', loaded: 0, total: null })
    try {
      const file = await video.download(
        session,
        (loaded, total) => setState({ kind: 'running', loaded, total }),
        abort.signal,
      )
      // A host's error page also comes with status 200.
      if (/^(text\/|application\/(json|xml|xhtml))/.test(file.type))
        throw new AppError('invalid', { serverText: text.notAVideo })
      const name = videoFileName(session, file.type)
      saveFile(file, name)
      say(text.saved(name))
      setState({ kind: 'idle' })
    } catch (cause) {
      if (abort.signal.aborted) setState({ kind: 'idle' })
      else setState({ kind: 'failed', error: toAppError(cause) })
    } finally {
      running.current = null
      onRunning?.(false)
    }
  }

  if (state.kind === 'running') return <Progress {...state} onCancel={() => running.current?.abort()} />
  return (
    <>
      <Button icon={<Download />} onClick={() => void download()}>
        {text.download}
      </Button>
      {state.kind === 'failed' ? (
        <div className={styles.failed}>
          <ErrorPanel error={state.error} title={text.notDownloaded} onTryAgain={() => void download()} />
        </div>
      ) : null}
    </>
  )
}

function Progress({
  loaded,
  total,
  onCancel,
}: {
  loaded: number
  total: number | null
  onCancel: () => void
}) {
  const megabytes = text.downloading(formatMegabytes(loaded), total === null ? null : formatMegabytes(total))
  return (
    <div className={styles.progress}>
      <progress aria-label={text.downloadProgress} {...(total ? { value: loaded, max: total } : {})} />
      <span className={styles.amount}>
        {total ? `${text.percent(Math.floor((loaded / total) * 100))} · ` : ''}
        {megabytes}
      </span>
      <IconButton label={text.cancelDownload} icon={<X />} onClick={onCancel} />
    </div>
  )
}

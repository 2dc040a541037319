import { useQueries } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { toAppError } from '../../../domain/errors.ts'
import type { AppError } from '../../../domain/errors.ts'
import type { Session } from '../../../domain/session.ts'
import { saveFile } from '../../../lib/saveFile.ts'
import { MOST_ZIP_BYTES, zipFiles } from '../../../lib/zip.ts'
import { commonText } from '../../../messages/common.ts'
import { packText as text } from '../../../messages/report.ts'
import { analysisQuery } from '../../../queries/sessions.ts'
import { findSource, useServices } from '../../../services.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import { useNotices } from '../../../ui/Notices.tsx'
import { fileSize } from '../takeAway/fileSize.ts'
import { tray } from '../takeAway/tray.ts'
import { sessionFileName } from '../videoFileName.ts'
import styles from './PackDialog.module.css'
import { packedOf } from './packed.ts'
import { packFiles } from './packFiles.ts'
import type { Packed } from './packFiles.ts'

type Work = { kind: 'idle' } | { kind: 'running'; share: number } | { kind: 'failed'; error: AppError }

/** Says what goes into the file, and makes it. Closing it stops the work. */
export function PackDialog({ sessions, onClose }: { sessions: readonly Session[]; onClose: () => void }) {
  const { say } = useNotices()
  const [work, setWork] = useState<Work>({ kind: 'idle' })
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const account = useServices().auth.current()?.id ?? null
  const packed = usePacked(sessions, account)
  const bytes = sizeOf(packed.flatMap(({ taken }) => taken))
  const isTooLarge = bytes > MOST_ZIP_BYTES

  const save = async () => {
    const [first, second] = sessions
    if (!first) return
    const own = new AbortController()
    stop.current = own
    setWork({ kind: 'running', share: 0 })
    try {
      // A long recording takes a moment to write: the page says first that it is at work.
      await new Promise((resolve) => setTimeout(resolve))
      const onProgress = (share: number) => setWork({ kind: 'running', share })
      const zip = await zipFiles(packFiles(packed), { signal: own.signal, onProgress })
      const name = sessionFileName(first, 'zip', second ? text.comparisonFileName : text.fileName)
      saveFile(zip, name)
      for (const { session, taken } of packed)
        tray.markSaved(
          { account, source: session.source, session: session.id },
          taken.map(({ id }) => id),
        )
      say(text.saved(name))
      onClose()
    } catch (thrown) {
      const error = toAppError(thrown)
      setWork(error.kind === 'aborted' ? { kind: 'idle' } : { kind: 'failed', error })
    }
  }
  const running = work.kind === 'running'
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      actions={
        <>
          <Button onClick={running ? () => stop.current?.abort() : onClose}>{commonText.cancel}</Button>
          <Button
            type="submit"
            variant="primary"
            busy={running}
            disabledReason={isTooLarge ? text.tooLarge(String(MOST_ZIP_BYTES / 1e9)) : null}
          >
            {running ? text.saving : text.save}
          </Button>
        </>
      }
    >
      {work.kind === 'failed' ? <ErrorPanel error={work.error} title={text.failed} /> : null}
      <p className={styles.about}>{text.about}</p>
      {packed.map((one, index) => (
        <section key={index} className={styles.session}>
          {packed.length > 1 ? (
            <h3>
              <bdi>{`${index + 1} ${one.session.title || commonText.untitled}`}</bdi>
            </h3>
          ) : null}
          <Contents packed={one} />
        </section>
      ))}
      {isTooLarge ? (
        <p role="alert" className={styles.tooLarge}>
          {text.tooLarge(String(MOST_ZIP_BYTES / 1e9))}
        </p>
      ) : null}
      {running ? (
        <div className={styles.progress}>
          <progress aria-label={text.progress} value={work.share} max={1} />
          <span>{text.percent(String(Math.floor(work.share * 100)))}</span>
        </div>
      ) : null}
    </Dialog>
  )
}

/** As it is by now: what is still being read on the page comes in when it is there. */
function usePacked(sessions: readonly Session[], account: string | null): readonly Packed[] {
  const services = useServices()
  const { queryClient } = services
  const known = sessions.flatMap((session) => {
    const source = findSource(services, session.source)
    return source ? [{ source, session }] : []
  })
  // Followed and never asked for: making a file sends no request.
  useQueries({
    queries: known.map(({ source, session }) => ({ ...analysisQuery(source, session), enabled: false })),
  })
  return known.map(({ source, session }) => packedOf(queryClient, account, source, session))
}

const sizeOf = (taken: Packed['taken']): number => taken.reduce((sum, { file }) => sum + file.size, 0)

function Contents({ packed: { session, series, notes, events, taken } }: { packed: Packed }) {
  const { kinds, forms } = text
  const sized = (kind: 'still' | 'clip') => {
    const files = taken.filter((each) => each.kind === kind)
    return files.length === 0 ? text.empty : text.counted(files.length, fileSize(sizeOf(files)))
  }
  const contents: [string, string][] = [
    [kinds.figures, session.metrics.length > 0 ? forms.csv : text.empty],
    [kinds.series, typeof series === 'string' ? text.series[series] : forms.csv],
    [kinds.notes, notes.length > 0 ? forms.notes(notes.length) : text.empty],
    [kinds.events, events.length > 0 ? forms.events(events.length) : text.empty],
    [kinds.stills, sized('still')],
    [kinds.clips, sized('clip')],
  ]
  return (
    <dl aria-label={text.contents} className={styles.contents}>
      {contents.map(([kind, what]) => (
        <div key={kind}>
          <dt>{kind}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}

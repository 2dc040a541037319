import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Session } from '../../../domain/session.ts'
import { formatSeconds } from '../../../lib/formatNumber.ts'
import { commonText } from '../../../messages/common.ts'
import { clipText as text } from '../../../messages/takeAway.ts'
import { picturesOf, rangeOfLoop } from '../../../player/clip/clipRange.ts'
import type { ClipWish } from '../../../player/clip/prepareClip.ts'
import { shownTime } from '../../../player/clock.ts'
import type { FilmKind } from '../../../player/filmKinds.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import type { FilmRoom } from '../filmRoom.ts'
import { FilmChoice, FormChoice } from './ClipChoices.tsx'
import styles from './ClipDialog.module.css'
import { offerClips } from './clipOffer.ts'
import type { ClipForm } from './clipOffer.ts'
import { fileSize } from './fileSize.ts'
import { TakenFilm } from './TakenFilm.tsx'
import type { Clip } from './tray.ts'
import { useClipMaking, usePreparedClip } from './useClip.ts'
import type { ClipSource } from './useClip.ts'

type Props = {
  session: Session
  film: FilmRoom
  onRenew: (kind: FilmKind) => Promise<string>
  onClose: () => void
}

/** Makes a clip of the loop: what it will be, how far it is, and the clip itself. Closing it stops the work. */
export function ClipDialog(props: Props) {
  const { playback } = props.film
  // The loop as it was when the dialog was opened.
  const [opened] = useState(() => {
    const { loop, frames, duration, truth, media } = playback
    const range = rangeOfLoop(loop, frames, duration)
    if (!range) return null
    return {
      shown: media?.film ?? 'analyzed',
      wish: { range, frames, sameCount: truth.source === 'file' },
      otherWish: { range, frames, sameCount: false },
    }
  })
  return opened ? <LoopDialog {...props} {...opened} /> : null
}

function LoopDialog({
  session,
  film: { scale },
  onRenew,
  onClose,
  shown,
  wish: ownWish,
  otherWish,
}: Props & { shown: FilmKind; wish: ClipWish; otherWish: ClipWish }) {
  const [source] = useState((): ClipSource => ({ addresses: addressesOf(session), onRenew }))
  const [kind, setKind] = useState(shown)
  const [form, setForm] = useState<ClipForm>('quick')
  const [withOpus, setOpus] = useState(false)
  const wish = kind === shown ? ownWish : otherWish
  const { preparing, retry } = usePreparedClip(source, kind, wish)
  const { making, make, cancel, reset, save } = useClipMaking(session, scale, wish, source)
  if (making.kind === 'done')
    return <DoneDialog clip={making.clip} onSave={() => save(making.clip)} onClose={onClose} />

  const { range, frames } = wish
  const prepared = preparing.kind === 'ready' ? preparing.prepared : null
  const { deviceMemory } = navigator as { deviceMemory?: number }
  const offers = prepared && offerClips(prepared, withOpus, deviceMemory)
  const offer = offers?.[form]
  const refusal = offer ? offer.refusal : preparing.kind === 'reading' ? text.reading : text.notRead
  const read = (time: number) => formatSeconds(shownTime(scale, time))
  const close = () => {
    cancel()
    onClose()
  }
  const choose = (change: () => void) => {
    reset()
    change()
  }
  const intro = (
    <p>
      {text.range(read(range.start), read(frames.begins(range.last)), picturesOf(range))}{' '}
      <span className={styles.quiet}>{text.rangeHint}</span>
    </p>
  )

  if (making.kind === 'making')
    return (
      <Dialog
        title={text.title}
        onClose={close}
        actions={
          <Button autoFocus onClick={cancel}>
            {commonText.cancel}
          </Button>
        }
      >
        {intro}
        <Progress share={making.share} />
      </Dialog>
    )
  return (
    <Dialog
      title={text.title}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{commonText.close}</Button>
          <Button
            variant="primary"
            disabledReason={refusal}
            onClick={() => {
              if (offer?.order) void make(kind, offer.order)
            }}
          >
            {text.make}
          </Button>
        </>
      }
    >
      {intro}
      {source.addresses.size > 1 ? (
        <FilmChoice value={kind} onChange={(next) => choose(() => setKind(next))} />
      ) : null}
      {preparing.kind === 'reading' ? <p role="status">{text.reading}</p> : null}
      {preparing.kind === 'failed' ? (
        <Problem title={text.notRead} onRetry={retry}>
          {text.problem[preparing.problem]}
        </Problem>
      ) : null}
      {offers ? (
        <FormChoice
          offers={offers}
          value={form}
          onChange={(next) => choose(() => setForm(next))}
          opus={form === 'exact' && prepared?.film.newSound === 'opus' ? withOpus : null}
          onOpus={setOpus}
        />
      ) : null}
      {making.kind === 'failed' ? (
        <Problem title={text.failed} onRetry={reset}>
          {text.problem[making.problem]}
        </Problem>
      ) : null}
    </Dialog>
  )
}

const addressesOf = ({ analyzedVideoUrl, videoUrl }: Session): Map<FilmKind, string> => {
  const addresses = new Map<FilmKind, string>()
  if (analyzedVideoUrl !== null) addresses.set('analyzed', analyzedVideoUrl)
  if (videoUrl !== null) addresses.set('original', videoUrl)
  return addresses
}

function DoneDialog({ clip, onSave, onClose }: { clip: Clip; onSave: () => void; onClose: () => void }) {
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{commonText.close}</Button>
          <Button variant="primary" autoFocus onClick={onSave}>
            {text.save}
          </Button>
        </>
      }
    >
      <TakenFilm file={clip.file} aria-label={text.preview} controls className={styles.preview} />
      <p role="status">{text.done(clip.fileName, fileSize(clip.file.size))}</p>
    </Dialog>
  )
}

function Progress({ share }: { share: number }) {
  return (
    <div className={styles.progress}>
      <p role="status">{text.making}</p>
      <progress aria-label={text.progress} value={share} max={1} />
      <span className={styles.quiet}>{text.percent(Math.floor(share * 100))}</span>
    </div>
  )
}

function Problem({ title, children, onRetry }: { title: string; children: ReactNode; onRetry: () => void }) {
  return (
    <div role="alert" className={styles.refusal}>
      <p>
        <strong>{title}</strong> {children}
      </p>
      <Button onClick={onRetry}>{commonText.tryAgain}</Button>
    </div>
  )
}

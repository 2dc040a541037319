import { useEffect, useRef, useState } from 'react'
import type { Session } from '../../../domain/session.ts'
import { formatSeconds } from '../../../lib/formatNumber.ts'
import { saveFile } from '../../../lib/saveFile.ts'
import { clipText as text, stillText } from '../../../messages/takeAway.ts'
import { readClipFailure } from '../../../player/clip/clipFailure.ts'
import type { ClipProblem } from '../../../player/clip/clipFailure.ts'
import type { ClipOrder } from '../../../player/clip/makeClip.ts'
import type { ClipWish, PreparedClip } from '../../../player/clip/prepareClip.ts'
import { withRenewal } from '../../../player/clip/renewedAddress.ts'
import { shownTime } from '../../../player/clock.ts'
import type { TimeScale } from '../../../player/clock.ts'
import type { FilmKind } from '../../../player/filmKinds.ts'
import { useSessionOwner } from '../filmRoom.ts'
import { newId } from '../newId.ts'
import { toMicrosecond } from '../pictureMoment.ts'
import { sessionFileName } from '../videoFileName.ts'
import { useOwnTray } from './tray.ts'
import type { Clip } from './tray.ts'

export type Preparing =
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready'; readonly prepared: PreparedClip }
  | { readonly kind: 'failed'; readonly problem: ClipProblem }

export type Making =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly share: number }
  | { readonly kind: 'failed'; readonly problem: ClipProblem }
  | { readonly kind: 'done'; readonly clip: Clip }

const IDLE: Making = { kind: 'idle' }

/** A film's address as it is now: one that was renewed is not asked for twice. */
type Addresses = Map<FilmKind, string>

export type ClipSource = {
  readonly addresses: Addresses
  readonly onRenew: (kind: FilmKind) => Promise<string>
}

const workOn = <Result>(
  { addresses, onRenew }: ClipSource,
  kind: FilmKind,
  signal: AbortSignal,
  work: (address: string) => Promise<Result>,
) =>
  withRenewal({ address: addresses.get(kind) ?? '', renew: () => onRenew(kind) }, signal, work, (address) =>
    addresses.set(kind, address),
  )

/** What is known of the clip before it is made; read anew for another film, and when `retry` is called. */
export function usePreparedClip(source: ClipSource, kind: FilmKind, wish: ClipWish) {
  const [state, setState] = useState<{ kind: FilmKind; preparing: Preparing } | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const reading = new AbortController()
    const { signal } = reading
    const tell = (preparing: Preparing) => {
      if (!signal.aborted) setState({ kind, preparing })
    }
    const read = async () => {
      const { prepareClip } = await import('../../../player/clip/prepareClip.ts')
      return workOn(source, kind, signal, (address) => prepareClip(address, wish, signal))
    }
    read().then(
      (prepared) => tell({ kind: 'ready', prepared }),
      (error: unknown) => tell({ kind: 'failed', problem: readClipFailure(error).problem }),
    )
    return () => reading.abort()
  }, [source, kind, wish, attempt])
  const preparing: Preparing = state?.kind === kind ? state.preparing : { kind: 'reading' }
  const retry = () => {
    setState(null)
    setAttempt((count) => count + 1)
  }
  return { preparing, retry }
}

/** Makes the clip, puts it into the tray and saves it as a file. Leaving, or cancelling, leaves nothing. */
export function useClipMaking(session: Session, scale: TimeScale, wish: ClipWish, source: ClipSource) {
  const owner = useSessionOwner(session)
  const tray = useOwnTray()
  const [making, setMaking] = useState<Making>(IDLE)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const make = async (kind: FilmKind, order: ClipOrder) => {
    if (running.current) return
    const abort = new AbortController()
    running.current = abort
    const { signal } = abort
    setMaking({ kind: 'making', share: 0 })
    const onProgress = (share: number) => {
      if (!signal.aborted) setMaking({ kind: 'making', share })
    }
    try {
      const { makeClip } = await import('../../../player/clip/makeClip.ts')
      const file = await workOn(source, kind, signal, (address) =>
        makeClip(address, order, { signal, onProgress }),
      )
      signal.throwIfAborted()
      const clip = toClip({ session, scale, wish, kind, order, file })
      tray.add(owner, clip)
      setMaking({ kind: 'done', clip })
    } catch (error) {
      if (signal.aborted) setMaking(IDLE)
      else setMaking({ kind: 'failed', problem: readClipFailure(error).problem })
    } finally {
      running.current = null
    }
  }
  return {
    making,
    make,
    cancel: () => running.current?.abort(),
    reset: () => setMaking(IDLE),
    save: (clip: Clip) => {
      saveFile(clip.file, clip.fileName)
      tray.markSaved(owner, [clip.id])
    },
  }
}

function toClip(made: {
  session: Session
  scale: TimeScale
  wish: ClipWish
  kind: FilmKind
  order: ClipOrder
  file: Blob
}): Clip {
  const { session, scale, wish, kind, order, file } = made
  const { range, frames } = wish
  const end = frames.begins(range.last)
  const read = (time: number) => formatSeconds(shownTime(scale, time))
  const [from, to] = [read(range.start), read(end)]
  const caption = text.caption(from, to)
  return {
    id: newId(),
    kind: 'clip',
    time: toMicrosecond(range.start),
    end: toMicrosecond(end),
    exact: order.form === 'exact',
    saved: false,
    file,
    fileName: sessionFileName(session, 'mp4', text.what(from, to)),
    caption: kind === 'original' ? stillText.original(caption) : caption,
  }
}

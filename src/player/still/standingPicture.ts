import type { Playback } from '../playback.ts'

/** How long a film may take to be loaded anew and to show its picture. */
const LONGEST_MS = 20_000
/** `HTMLMediaElement.HAVE_CURRENT_DATA` */
const HAVE_CURRENT_DATA = 2

/**
 * Stops the film, before anything else, and waits until the picture of that moment stands on the screen and may be read;
 * one that was loaded without CORS is loaded anew with it. Rejects where that does not come about, and with the reason of
 * `signal` once that is aborted.
 */
export async function standingPicture(playback: Playback, signal: AbortSignal): Promise<HTMLVideoElement> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)])
  const paused = pauseOf(playback.video, patience)
  playback.pause()
  await paused
  const { media, video } = playback
  if (playback.pixels === 'forbidden' && media && video)
    playback.show({ ...media, address: video.currentSrc })
  await until(playback, patience, () => {
    if (playback.pixels === 'forbidden') throw new Error('The host does not let pages read the film.')
    if (playback.state.kind === 'failed') throw new Error('The film cannot be played.')
    return playback.pixels === 'readable' && playback.stands && isThere(playback.video)
  })
  if (!playback.video) throw new Error('The film has gone.')
  return playback.video
}

const isThere = (video: HTMLVideoElement | null) =>
  video !== null && video.paused && video.readyState >= HAVE_CURRENT_DATA

/** When a film that plays has told of its pause, upon which the player makes its time that of the picture; or is gone. */
function pauseOf(video: HTMLVideoElement | null, signal: AbortSignal): Promise<void> {
  if (!video || video.paused) return Promise.resolve()
  return settled(signal, (resolve, _reject, over) => {
    for (const name of ['pause', 'emptied']) video.addEventListener(name, () => resolve(), { signal: over })
  })
}

function until(playback: Playback, signal: AbortSignal, isSo: () => boolean): Promise<void> {
  return settled(signal, (resolve, reject, over) => {
    const look = () => {
      try {
        if (isSo()) resolve()
      } catch (error) {
        reject(error)
      }
    }
    over.addEventListener('abort', playback.subscribe(look))
    look()
  })
}

/** A promise that `signal` can end; `over` is aborted as soon as it is settled. */
function settled(
  signal: AbortSignal,
  start: (resolve: () => void, reject: (error: unknown) => void, over: AbortSignal) => void,
): Promise<void> {
  const over = new AbortController()
  const work = new Promise<void>((resolve, reject) => {
    signal.throwIfAborted()
    const stop = () => reject(signal.reason as Error)
    signal.addEventListener('abort', stop, { signal: over.signal })
    start(resolve, reject, over.signal)
  })
  return work.finally(() => over.abort())
}

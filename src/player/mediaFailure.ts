import { STALL_MS } from './stallWatch.ts'

/** What is wrong with a video, as far as a media element tells. */
export type MediaFailure =
  | 'unreachable' // refused, expired, cut, no connection, or not readable across origins
  | 'stalled' // nothing comes, and the browser raises no error
  | 'not-a-video'
  | 'codec'
  | 'damaged'

/** The numbers of `MediaError`, which test environments lack. */
const DECODE = 3

/**
 * Reads a media element's error. The code alone says "not supported" for a refused address and for a wrong file
 * alike, so the browser's message decides where it is one we know: Chromium's pipeline codes (seen with 403, 404,
 * HTML, HEVC and cut files), Firefox's `NS_ERROR_DOM_MEDIA_…` names. Others count as unreachable.
 */
export function readMediaError(error: { code: number; message: string } | null): MediaFailure {
  const message = error?.message ?? ''
  if (/NO_SUPPORTED_STREAMS|UNSUPPORTED_CONFIG|NOT_SUPPORTED_ERR|DECODER_ERROR/.test(message)) return 'codec'
  if (/COULD_NOT_OPEN|COULD_NOT_PARSE|METADATA_ERR|DEMUXER_ERR/.test(message)) return 'not-a-video'
  return error?.code === DECODE ? 'damaged' : 'unreachable'
}

/** What has been tried with an address when it fails. */
export type Attempt = {
  /** It was asked for so that pixels may be read later, which a host without CORS refuses. */
  cors: boolean
  /** Since when (ms ago) it has had a picture; null: it gave none. */
  shownFor: number | null
  /** The play head has moved since that first picture. */
  moved: boolean
  /** It was asked for because the one before had failed. */
  isRenewed: boolean
}

/** A renewed address that served at least this long has expired in its turn and may be renewed again. */
const SERVED_MS = 2_000
/** The same where nobody moved meanwhile: it may have failed without serving anything but its first picture. */
const STOOD_MS = 60_000

/**
 * What to do about a failed address. Each address is tried with CORS, then without; then it is renewed once; then
 * it is given up. What no new address can mend is given up at once.
 */
export function nextAttempt(failure: MediaFailure, attempt: Attempt): 'without-cors' | 'renew' | 'give-up' {
  const { cors, shownFor, moved, isRenewed } = attempt
  if (failure === 'codec' || failure === 'damaged') return 'give-up'
  if (failure === 'unreachable' && cors && shownFor === null) return 'without-cors'
  if (!isRenewed) return 'renew'
  // A stall is known only after it has lasted so long.
  const served = (shownFor ?? 0) - (failure === 'stalled' ? STALL_MS : 0)
  return served >= (moved ? SERVED_MS : STOOD_MS) ? 'renew' : 'give-up'
}

import type { FilmKind } from './filmKinds.ts'
import type { MediaFailure } from './mediaFailure.ts'

/** What is to be played, and how its owner gets a new address for it. */
export type Media = { address: string; renew: () => Promise<string>; film?: FilmKind }

/**
 * Whether a page may read the pictures of the film that is shown. A host without CORS forbids it; `none`: there is no
 * picture.
 */
export type PixelAccess = 'readable' | 'forbidden' | 'none'

export type PlayerState =
  | { kind: 'empty' | 'loading' | 'paused' | 'playing' | 'waiting' | 'ended' | 'renewing' }
  /** `cause` is what asking for a new address was refused with; null when the file itself is to blame. */
  | { kind: 'failed'; failure: MediaFailure; cause: unknown }

/** One object for each, so that a reader who compares sees a change only where there is one. */
export const STATES = {
  empty: { kind: 'empty' },
  loading: { kind: 'loading' },
  paused: { kind: 'paused' },
  playing: { kind: 'playing' },
  waiting: { kind: 'waiting' },
  ended: { kind: 'ended' },
  renewing: { kind: 'renewing' },
} as const satisfies Record<string, PlayerState>

/** `HTMLMediaElement.HAVE_FUTURE_DATA`: there is more than the picture on the screen. */
const HAVE_FUTURE_DATA = 3

/** The state of an element that has an address and has not failed. */
export function readState(video: HTMLVideoElement): PlayerState {
  if (video.readyState === 0) return STATES.loading
  if (video.ended) return STATES.ended
  if (video.paused) return STATES.paused
  return video.readyState < HAVE_FUTURE_DATA ? STATES.waiting : STATES.playing
}

/** Seconds; 0 while it is not known. Files that browsers record do not say it: then as far as can be sought. */
export function lengthOf({ duration, seekable }: HTMLVideoElement): number {
  const known = [duration, seekable.length > 0 ? seekable.end(seekable.length - 1) : 0]
  return known.find(Number.isFinite) ?? 0
}

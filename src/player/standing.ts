import { stepTarget } from './frames.ts'
import type { Playback } from './playback.ts'

/** So often it is sent to the same place anew; a picture that is another one even then stays. */
const MOST_TRIES = 4
/** So long (ms) whoever steps waits for its picture. */
const LONGEST_WAIT_MS = 1_000
/** Where its frames are not known for certain, times this close (s) are the same place. */
const SAME_PLACE = 1e-3

export type Standing = {
  /** Sends it to the picture at a time (s; cut to the film), and again when another one stands there. */
  at(time: number): void
  /** It goes elsewhere by itself from now on. */
  forget(): void
  /** Whether the picture it was sent to has not come yet. */
  isComing(): boolean
}

/**
 * Keeps a film that stands on one picture. What it was sent to is not enough to know: its own settling after a pause, a
 * report that comes late or a seek that is lost leave it on a neighbour.
 */
export function createStanding(film: Playback): Standing {
  let wanted: number | null = null
  let tries = 0
  let sentAt = 0
  const send = (target: number) => {
    tries += 1
    sentAt = performance.now()
    film.seek(target)
  }
  const isThere = (target: number) =>
    isKnown(film) ? film.frame === film.frames.frameAt(target) : Math.abs(film.time - target) < SAME_PLACE
  return {
    at(time) {
      const within = Math.min(Math.max(0, time), film.duration)
      // The middle of its picture, so that no rounding lands on a neighbour; a grid that is guessed would do just that.
      const target = isKnown(film) ? stepTarget(film.frames, within, 0, film.duration) : within
      if (target !== wanted) {
        wanted = target
        tries = 0
        send(target)
      } else if (tries < MOST_TRIES && film.stands && !isThere(target)) send(target)
    },
    forget() {
      wanted = null
    },
    isComing: () =>
      !film.stands && film.state.kind !== 'failed' && performance.now() - sentAt < LONGEST_WAIT_MS,
  }
}

const GUESSED: readonly string[] = ['measured', 'assumed']
const isKnown = ({ truth }: Playback) => !GUESSED.includes(truth.source)

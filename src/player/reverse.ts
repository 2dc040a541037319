/** What running backwards moves. Times in seconds of the video. */
export type Reversible = {
  time(): number
  /** Goes to the picture at a time. */
  show(time: number): void
  /** Number of the picture at a time. */
  frameAt(time: number): number
  /** Whether the last picture asked for has not come yet. */
  isBusy(): boolean
  /** False once it is loading anew, or has failed. */
  mayRun(): boolean
  rate(): number
  /** Where to go on when `before` → `now` left the loop over its start; null otherwise. */
  loopBack(before: number, now: number): number | null
  stopped(): void
}

export type Reverse = {
  start(): void
  stop(): void
  readonly running: boolean
  /** Pictures a second that were shown of late; null while every picture is. */
  readonly pictures: number | null
}

const LOOK_BACK_MS = 1_000
/** Fewer than this share of the pictures that passed: said. */
const KEEPS_UP = 0.8

/**
 * Plays backwards by stepping, since browsers have no negative rate. The clock keeps to real time: a machine that is
 * slow leaves pictures out and says how many it shows.
 */
export function createReverse(film: Reversible): Reverse {
  let request: number | null = null
  let place = 0
  let last = 0
  let shown: number[] = []
  let from = { at: 0, frame: 0 }
  let pictures: number | null = null

  const count = (now: number) => {
    if (now - from.at < LOOK_BACK_MS) return
    const passed = Math.abs(from.frame - film.frameAt(place))
    pictures = shown.length < passed * KEEPS_UP ? Math.round((shown.length * 1_000) / (now - from.at)) : null
    shown = []
    from = { at: now, frame: film.frameAt(place) }
  }
  const tick = (now: number) => {
    if (!film.mayRun()) return reverse.stop()
    request = requestAnimationFrame(tick)
    const before = place
    place -= (Math.max(0, now - last) / 1_000) * film.rate()
    last = now
    place = film.loopBack(before, place) ?? place
    if (place > 0 && film.isBusy()) return
    if (film.frameAt(Math.max(0, place)) !== film.frameAt(film.time())) {
      film.show(Math.max(0, place))
      shown.push(now)
    }
    count(now)
    if (place <= 0) reverse.stop()
  }
  const reverse: Reverse = {
    start() {
      if (request !== null) return
      place = film.time()
      last = performance.now()
      shown = []
      pictures = null
      from = { at: last, frame: film.frameAt(place) }
      request = requestAnimationFrame(tick)
    },
    stop() {
      if (request === null) return
      cancelAnimationFrame(request)
      request = null
      pictures = null
      film.stopped()
    },
    get running() {
      return request !== null
    },
    get pictures() {
      return pictures
    },
  }
  return reverse
}

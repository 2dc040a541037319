export type Direction = 'on' | 'back'

/** What playing by steps moves. Times in seconds of the recording. */
export type Steppable = {
  time(): number
  duration(): number
  /** Goes to the picture at a time. */
  show(time: number): void
  /** Number of the picture at a time. */
  frameAt(time: number): number
  /** Whether the last picture asked for has not come yet. */
  isBusy(): boolean
  /** False once it is loading anew, or has failed. */
  mayRun(): boolean
  rate(): number
  /** Where to go on when `before` → `now` left the loop in this direction; null otherwise. */
  loop(direction: Direction, before: number, now: number): number | null
  stopped(): void
}

/** Pictures a second of late; `all`: no picture that passed was left out. */
export type SteppedPictures = { readonly perSecond: number; readonly all: boolean }

export type Stepping = {
  start(direction: Direction): void
  stop(): void
  /** Null while it does not run. */
  readonly direction: Direction | null
  /** Null until it has been counted for a second. */
  readonly pictures: SteppedPictures | null
}

const LOOK_BACK_MS = 1_000
/** So long no page waits for its turn that somebody looks at: meanwhile the clock stands. */
const AWAY_MS = 1_000
/** Fewer than this share of the pictures that passed: said. */
const KEEPS_UP = 0.8

/**
 * Plays by stepping: backwards, since browsers have no negative rate, and on where the browser's own playing will not
 * do. The clock keeps to real time: a machine that is slow leaves pictures out and says how many it shows.
 */
export function createStepping(film: Steppable): Stepping {
  let request: number | null = null
  let direction: Direction = 'on'
  let place = 0
  /** Where it has put the film: when it is elsewhere, somebody has sought. */
  let put = 0
  let last = 0
  let shown = 0
  let from = { at: 0, frame: 0 }
  let pictures: SteppedPictures | null = null

  const count = (now: number) => {
    if (now - from.at < LOOK_BACK_MS) return
    const passed = Math.abs(from.frame - film.frameAt(place))
    const perSecond = Math.round((shown * 1_000) / (now - from.at))
    const all = shown >= passed * KEEPS_UP
    if (perSecond !== pictures?.perSecond || all !== pictures.all) pictures = { perSecond, all }
    shown = 0
    from = { at: now, frame: film.frameAt(place) }
  }
  const isAtEnd = () => (direction === 'back' ? place <= 0 : place >= film.duration())
  const tick = (now: number) => {
    if (!film.mayRun()) return stepping.stop()
    request = requestAnimationFrame(tick)
    if (film.frameAt(film.time()) !== film.frameAt(put)) place = put = film.time()
    const before = place
    const passed = (Math.min(Math.max(0, now - last), AWAY_MS) / 1_000) * film.rate()
    place += direction === 'back' ? -passed : passed
    last = now
    place = film.loop(direction, before, place) ?? place
    if (!isAtEnd() && film.isBusy()) return
    const target = Math.min(Math.max(0, place), film.duration())
    if (film.frameAt(target) !== film.frameAt(film.time())) {
      film.show(target)
      put = film.time()
      shown += 1
    }
    count(now)
    if (isAtEnd()) stepping.stop()
  }
  const stepping: Stepping = {
    start(towards) {
      if (request !== null && direction === towards) return
      stepping.stop()
      direction = towards
      const isOver = towards === 'on' && film.frameAt(film.time()) === film.frameAt(film.duration())
      put = film.time()
      place = isOver ? 0 : put
      last = performance.now()
      shown = 0
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
    get direction() {
      return request === null ? null : direction
    },
    get pictures() {
      return pictures
    },
  }
  return stepping
}

import type { Playback } from '../../../player/playback.ts'
import { goTo, isSameLoop, momentOf, readMomentAddress, writeMomentAddress } from './moment.ts'
import type { Moment } from './moment.ts'

/** Browsers refuse more than some three changes of the address a second. */
const WRITE_EVERY_MS = 500

/** While it plays, a step of the clock further than this is somebody's doing. */
const JUMP = 0.5

/** What a page keeps in its address besides the moment. */
export type KeptBeside = {
  /** The search part with this in it. */
  write: (search: string) => string
  /** Goes where an address says. */
  goTo: (search: string) => void
  /** Calls back when it has changed; returns the unsubscribe function. */
  subscribe: (changed: () => void) => () => void
}

export type MomentKeeper = {
  /** To be called when the address has become another one. */
  arrived: () => void
  /** Writes at once what was about to be written, for the way back to this page. */
  flush: () => void
  /** Writes what was about to be written too, where the address is still the page's own. */
  stop: () => void
}

/**
 * Keeps the moment in the address of a page while somebody works: where they stopped or went to, the speed, the loop; not
 * each frame that plays. It replaces the entry of the browser's history and leaves what the router keeps there alone, so
 * that no page is read or drawn anew for it. `isHere`: whether the address is the page's at present.
 */
export function keepMoment(
  playback: Playback,
  isHere: () => boolean,
  beside: KeptBeside | null = null,
): MomentKeeper {
  /** The search part that was read or written last: one that differs comes from elsewhere and is gone to. */
  let known = location.search
  let last: (Moment & { head: number }) | null = null
  let before = playback.time
  let timer: ReturnType<typeof setTimeout> | undefined

  const write = () => {
    timer = undefined
    if (!isHere() || (last === null && beside === null)) return
    const withMoment = last ? writeMomentAddress(location.search, last) : location.search
    const search = beside ? beside.write(withMoment) : withMoment
    if (search === location.search) return
    try {
      history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`)
      known = search
    } catch {
      // Too many changes for this browser: the next one will do.
    }
  }
  const flush = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    write()
  }
  const writeSoon = () => {
    timer ??= setTimeout(write, WRITE_EVERY_MS)
  }
  const changed = () => {
    const { time: head, duration, playing, loop } = playback
    if (duration === 0) return
    const now = momentOf(playback)
    const { time, rate } = now
    const jumped = Math.abs(head - before) > JUMP && Math.abs(head - (loop.start ?? -1)) > JUMP
    before = head
    // Where the film stands when it is opened, and how exactly a picture's time is known, is nobody's work.
    const moved = last !== null && Math.abs(head - last.head) > 1e-3 && Math.abs(time - last.time) > 1e-6
    const goes = moved && (!playing || jumped)
    if (last && !goes && rate === last.rate && isSameLoop(loop, last.loop)) return
    const isFirst = last === null
    last = last && playing && !goes ? { ...last, rate, loop } : { ...now, head }
    if (!isFirst) writeSoon()
  }

  const ends = [playback.subscribe(changed), beside?.subscribe(writeSoon)]
  changed()
  return {
    arrived() {
      if (!isHere()) return
      if (location.search === known) {
        if (timer === undefined) write()
        return
      }
      const there = readMomentAddress(location.search)
      known = location.search
      beside?.goTo(location.search)
      if (Object.keys(there).length > 0) goTo(playback, there)
      else write()
    },
    flush,
    stop() {
      flush()
      ends.forEach((end) => end?.())
    },
  }
}

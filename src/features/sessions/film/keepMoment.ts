import type { Session } from '../../../domain/session.ts'
import { readSessionPath } from '../../../paths.ts'
import type { Playback } from '../../../player/playback.ts'
import { goTo, isMomentPath, isSameLoop, momentOf, readMomentAddress, writeMomentAddress } from './moment.ts'
import type { Moment } from './moment.ts'

/** Browsers refuse more than some three changes of the address a second. */
const WRITE_EVERY_MS = 500

/** While it plays, a step of the clock further than this is somebody's doing. */
const JUMP = 0.5

export type MomentKeeper = {
  /** To be called when the address has become another one. */
  arrived: () => void
  stop: () => void
}

/**
 * Keeps the moment in the address of this session's page while somebody works: where they stopped or went to, the speed, the loop; not each
 * frame that plays. It replaces the entry of the browser's history and leaves what the router keeps there alone, so
 * that no page is read or drawn anew for it.
 */
export function keepMoment(playback: Playback, { source, id }: Pick<Session, 'source' | 'id'>): MomentKeeper {
  /** The address becomes another session's a while before this page goes. */
  const isHere = () => {
    const there = isMomentPath(location.pathname) ? readSessionPath(location.pathname) : null
    return there?.source === source && there.id === id
  }
  /** The search part that was read or written last: one that differs comes from elsewhere and is gone to. */
  let known = location.search
  let last: (Moment & { head: number }) | null = null
  let before = playback.time
  let timer: ReturnType<typeof setTimeout> | undefined

  const write = () => {
    timer = undefined
    if (!last || !isHere()) return
    const search = writeMomentAddress(location.search, last)
    if (search === location.search) return
    try {
      history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`)
      known = search
    } catch {
      // Too many changes for this browser: the next one will do.
    }
  }
  const changed = () => {
    const { time: head, state, duration, playing, loop } = playback
    if (state.kind === 'empty' || duration === 0) return
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
    if (!isFirst) timer ??= setTimeout(write, WRITE_EVERY_MS)
  }

  const unsubscribe = playback.subscribe(changed)
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
      if (Object.keys(there).length > 0) goTo(playback, there)
      else write()
    },
    stop() {
      clearTimeout(timer)
      unsubscribe()
    },
  }
}

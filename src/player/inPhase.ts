import { otherTime } from '../domain/alignment.ts'
import type { Alignment } from '../domain/alignment.ts'
import { stepTarget } from './frames.ts'
import { phaseMode, phasePlace } from './phase.ts'
import type { Playback } from './playback.ts'
import { createStanding } from './standing.ts'

/** Nobody sees two pictures this far apart (s of real time) as different moments while they move. */
const UNSEEN = 0.02
/** Once it catches up, it does so until this share of that is left: nothing swings between. */
const CAUGHT_UP = 0.25
/** Further apart (s of real time) than speed can mend at once; and never less than so many frames. */
const FAR = 0.15
const FAR_FRAMES = 1.5
/** How much faster or slower the follower runs to catch up, at most; it is silent, so nobody hears it. */
const NUDGE = 0.4
/** In what time (s) it means to have caught up. */
const CATCH_UP = 0.25
/** Speeds are set in such steps, since each change costs the browser something. */
const NUDGE_STEP = 0.05
/** How far ahead (s of real time) it is sent of one that plays: as long as its last picture took to come, within these. */
const AHEAD = 0.1
const AHEAD_WITHIN = { least: 0.05, most: 0.6 }

/** So long (ms) the leader waits at a loop's return for the other's picture: longer would be seen as a stop. */
const HOLD_MS = 500

export type Following = {
  /** To be called when the alignment has changed. */
  keep: () => void
  end: () => void
}

/**
 * Keeps a second film in phase with the first: exactly on the picture while it stands or waits, within a frame while it
 * plays. Where it goes elsewhere, as at a loop's return, they begin there together. Before the second's beginning and
 * after its end it stands on its first or last picture. Where the browser would not play it well at the speed that
 * takes, the first is stepped, and the second with it. One that has failed is left alone.
 */
export function followInPhase(leader: Playback, follower: Playback, alignment: () => Alignment): Following {
  const standing = createStanding(follower)
  let isCatchingUp = false
  let ahead = AHEAD
  let soughtAt: number | null = null
  /** Ends the leader's wait; null while it does not wait. */
  let held: ReturnType<typeof setTimeout> | null = null

  const stand = (aligned: Alignment) => {
    hold(false)
    if (follower.playing) follower.pause()
    standing.at(otherTime(aligned, stepTarget(leader.frames, leader.pictureTime, 0, leader.duration)))
  }
  const run = (aligned: Alignment) => {
    const place = otherTime(aligned, leader.time)
    if (phasePlace(aligned, leader.time, follower.duration) !== 'within') return stand(aligned)
    standing.forget()
    const rate = leader.rate * aligned.rate
    const drift = follower.time - place
    const isFar = Math.abs(drift) > Math.max(FAR * rate, FAR_FRAMES * follower.frames.interval)
    // While its picture has not come, another place would only put that off.
    const isWaiting = follower.playing && !follower.running
    if (soughtAt !== null && follower.running) {
      const took = (performance.now() - soughtAt) / 1_000
      ahead = Math.min(Math.max(AHEAD_WITHIN.least, took), AHEAD_WITHIN.most)
      soughtAt = null
    }
    if (isFar && !isWaiting) {
      follower.seek(place + (leader.running ? ahead * rate : 0))
      soughtAt = performance.now()
      if (!leader.running) holdForAWhile()
    }
    hold(!follower.running)
    const allowed = Math.max(UNSEEN * rate, follower.frames.interval / 4) * (isCatchingUp ? CAUGHT_UP : 1)
    isCatchingUp = !isFar && Math.abs(drift) > allowed
    const pace = aligned.rate * (isCatchingUp ? 1 - nudge(drift / rate) : 1)
    // What comes first waits too.
    setPace(follower, leader.running ? pace : 0)
    // An ended film that is played begins anew.
    if (!follower.playing && follower.state.kind !== 'ended') follower.play()
  }
  const holdForAWhile = () => {
    release()
    held = setTimeout(() => {
      held = null
      keep()
    }, HOLD_MS)
  }
  /** Holds the leader while that is wanted, and for a while at most. */
  const hold = (wanted: boolean) => {
    if (!wanted) release()
    setPace(leader, held === null ? 1 : 0)
  }
  const release = () => {
    clearTimeout(held ?? undefined)
    held = null
  }
  // What it does to the two calls it again.
  let isKeeping = false
  const keep = () => {
    if (isKeeping) return
    isKeeping = true
    adjust()
    isKeeping = false
  }
  const adjust = () => {
    const aligned = alignment()
    const { mode } = phaseMode(leader.rate, aligned)
    leader.setStepping(mode === 'stepping')
    if (follower.state.kind === 'failed' || follower.duration === 0) return
    if (follower.rate !== leader.rate) follower.setRate(leader.rate)
    // A recording without a film always goes by steps.
    const flows = leader.state.kind === 'playing' || (leader.stepped === 'on' && mode === 'phase')
    if (flows) run(aligned)
    else stand(aligned)
  }
  leader.setCompany(() => standing.isComing())
  keep()
  const ends = [leader.subscribe(keep), follower.subscribe(keep)]
  return {
    keep,
    end: () => {
      release()
      for (const end of ends) end()
      leader.setCompany(() => false)
      leader.setStepping(false)
      setPace(leader, 1)
      follower.setPace(1)
    },
  }
}

const setPace = (film: Playback, pace: number) => {
  if (film.pace !== pace) film.setPace(pace)
}

/** How much slower it goes (faster, where negative) that is `ahead` seconds of real time. */
function nudge(ahead: number): number {
  const share = Math.min(Math.max(Math.abs(ahead) / CATCH_UP, NUDGE_STEP), NUDGE)
  return Math.sign(ahead) * Math.round(share / NUDGE_STEP) * NUDGE_STEP
}

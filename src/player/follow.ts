import { stepTarget } from './frames.ts'
import type { Playback } from './playback.ts'

/** Nobody sees two pictures this far apart (s of real time) as different moments while they move. */
const UNSEEN = 0.02
/** Further apart (s of real time) than speed can mend in a second or two; and never less than so many frames. */
const FAR = 0.15
const FAR_FRAMES = 1.5
/** How much faster or slower the follower runs to catch up; it is silent, so nobody hears it. */
const NUDGE = 0.2
/** How far ahead (s of real time) it is sent: that long a picture takes to come. */
const AHEAD = 0.1

/**
 * Keeps a second film at the moment of the first: exactly the picture while it stands or waits, within a frame while it
 * plays. One that has failed is left alone. Returns the function that ends it.
 */
export function follow(leader: Playback, follower: Playback): () => void {
  let sent: number | null = null
  const settle = () => {
    const target = stepTarget(leader.frames, leader.pictureTime, 0, leader.duration)
    if (target === sent) return
    sent = target
    follower.seek(target)
  }
  const run = () => {
    sent = null
    if (follower.rate !== leader.rate) follower.setRate(leader.rate)
    const isOver = leader.time >= follower.duration || follower.state.kind === 'ended'
    const drift = follower.time - leader.time
    const isFar = Math.abs(drift) > Math.max(FAR * leader.rate, FAR_FRAMES * leader.frames.interval)
    // While its picture has not come, another place would only put that off.
    const isWaiting = follower.playing && !follower.running
    if (isFar && !isWaiting && leader.time < follower.duration)
      follower.seek(leader.time + AHEAD * leader.rate)
    const isUnseen = Math.abs(drift) < Math.max(UNSEEN * leader.rate, leader.frames.interval / 4)
    const pace = isFar || isUnseen ? 1 : 1 - Math.sign(drift) * NUDGE
    if (follower.pace !== pace) follower.setPace(pace)
    // An ended film that is played begins anew.
    if (!follower.playing && !isOver) follower.play()
  }
  // What it does to the follower calls it again.
  let isKeeping = false
  const keep = () => {
    if (isKeeping) return
    isKeeping = true
    adjust()
    isKeeping = false
  }
  const adjust = () => {
    if (follower.state.kind === 'failed' || follower.duration === 0) return
    if (leader.state.kind === 'playing') return run()
    if (follower.playing) follower.pause()
    settle()
  }
  keep()
  const ends = [leader.subscribe(keep), follower.subscribe(keep)]
  return () => ends.forEach((end) => end())
}

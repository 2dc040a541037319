import type { Alignment } from '../domain/alignment.ts'
import { followInPhase } from './inPhase.ts'
import type { Playback } from './playback.ts'

const SAME: Alignment = { anchor: 0, otherAnchor: 0, rate: 1 }

/** Keeps a second film of the same recording at the moment of the first. Returns the function that ends it. */
export const follow = (leader: Playback, follower: Playback): (() => void) =>
  followInPhase(leader, follower, () => SAME).end

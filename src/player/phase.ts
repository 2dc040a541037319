import { otherTime } from '../domain/alignment.ts'
import type { Alignment } from '../domain/alignment.ts'

/**
 * How two films go together: each plays and is kept in phase, or both are stepped, because the second would have to play
 * more slowly or faster than browsers do well.
 */
export type PhaseMode =
  | { readonly mode: 'phase'; readonly reason: null }
  | { readonly mode: 'stepping'; readonly reason: 'too-slow' | 'too-fast' }

/** The slowest speed offered. Chromium plays at 0.0625× at least: what is between them is for catching up. */
const SLOWEST_PLAYED = 0.1
/**
 * Measured in Chromium 156, decoding in software (960 × 540, 30 a second, a busy machine with two cores, another film
 * beside it): up to 4× the clock keeps its rate and the pictures come; 6× became 4.2×, 16× became 8.9×.
 */
export const FASTEST_PLAYED = 4

// One object for each, so that a reader who compares sees a change only where there is one.
const PHASE: PhaseMode = { mode: 'phase', reason: null }
const TOO_SLOW: PhaseMode = { mode: 'stepping', reason: 'too-slow' }
const TOO_FAST: PhaseMode = { mode: 'stepping', reason: 'too-fast' }

/** Fractions of a speed: 0.1 × 1 is as good as 0.1. */
const ROUNDING = 1e-9

/** How the films go together when the first plays at `rate`. */
export function phaseMode(rate: number, alignment: Alignment): PhaseMode {
  const other = rate * alignment.rate
  if (other < SLOWEST_PLAYED - ROUNDING) return TOO_SLOW
  return other > FASTEST_PLAYED + ROUNDING ? TOO_FAST : PHASE
}

export type PhasePlace = 'before' | 'within' | 'over'

/** Whether the second film, `duration` s long, has begun or is over at a time of the first (s). */
export function phasePlace(alignment: Alignment, time: number, duration: number): PhasePlace {
  const place = otherTime(alignment, time)
  if (duration === 0) return 'within'
  return place < 0 ? 'before' : place >= duration ? 'over' : 'within'
}

import { FrameClock } from './frameClock.ts'
import { endAt, NO_LOOP, soundLoop, startAt } from './loop.ts'
import type { Loop } from './loop.ts'
import { withinSpeeds } from './speeds.ts'

/** A clock with an A–B loop, in seconds of the video, and a speed. */
export abstract class SteeredClock extends FrameClock {
  #loop: Loop = NO_LOOP
  #rate = 1
  #pace = 1

  /** Goes on at this rate of the recording's own. */
  protected abstract goAt(rate: number): void

  get rate(): number {
    return this.#rate
  }

  setRate(rate: number): void {
    this.#rate = withinSpeeds(rate)
    this.#apply()
  }

  /** How much faster (above 1) or slower than its speed it runs, to keep up with another. */
  get pace(): number {
    return this.#pace
  }

  setPace(pace: number): void {
    this.#pace = pace
    this.#apply()
  }

  get loop(): Loop {
    return this.#loop
  }

  startLoop(): void {
    this.setLoop(startAt(this.#loop, this.time))
  }

  endLoop(): void {
    this.setLoop(endAt(this.#loop, this.time))
  }

  setLoop(loop: Loop): void {
    this.mendLoop(loop, this.duration)
    this.changed()
  }

  /** Takes a loop as far as it is sound in a video of this length (s), and tells nobody. */
  protected mendLoop(loop: Loop, duration: number): void {
    this.#loop = soundLoop(loop, duration)
  }

  #apply(): void {
    this.goAt(this.#rate * this.#pace)
    this.changed()
  }
}

import type { Clock } from './clock.ts'
import { FrameKnowledge } from './frameKnowledge.ts'
import type { Place, ToldFrames } from './frameKnowledge.ts'
import { pictureTarget, stepTarget } from './frames.ts'
import type { FrameGrid } from './frames.ts'
import type { FrameTruth } from './frameTruth.ts'

/** A clock that knows its frames and tells who follows it. Times in seconds of the video. */
export abstract class FrameClock implements Clock {
  protected readonly knowledge = new FrameKnowledge()
  readonly #listeners = new Set<() => void>()

  /** Calls back on every change, each presented frame included; returns the unsubscribe function. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  abstract readonly time: number
  abstract readonly duration: number
  abstract readonly playing: boolean
  /** Goes to a time, kept within the video. Many calls within one animation frame make one seek. */
  abstract seek(time: number): void
  abstract play(): void
  abstract pause(): void
  /** Where it is, and whether the picture on the screen is the one of that place. */
  protected abstract place(): Place

  /** The frames of the video, and how they are known. */
  get truth(): FrameTruth {
    return this.knowledge.truth(this.duration)
  }

  get frames(): FrameGrid {
    return this.truth.grid
  }

  /** Number of the picture on the screen, or about to be there, from 0. */
  get frame(): number {
    return this.knowledge.frame(this.place())
  }

  /** When the picture on the screen begins (s); at the very end, the end. */
  get pictureTime(): number {
    return this.knowledge.pictureTime(this.place())
  }

  /** Null while it is not known. */
  get hasSound(): boolean | null {
    return this.knowledge.hasSound
  }

  /** What is known of the frames besides what the browser shows; the file's is forgotten with the film. */
  tellFrames(told: Partial<ToldFrames>): void {
    this.knowledge.tell(told)
    this.changed()
  }

  /** Goes to the picture that begins at a time (s), however that time is rounded. */
  seekPicture(begins: number): void {
    this.seek(this.duration > 0 ? pictureTarget(this.frames, begins, this.duration) : begins)
  }

  toggle(): void {
    if (this.playing) this.pause()
    else this.play()
  }

  /** Pauses and goes `frames` on (negative: back). */
  step(frames: number): void {
    if (this.duration === 0) return
    this.pause()
    this.seek(stepTarget(this.frames, this.frames.begins(this.frame), frames, this.duration))
  }

  protected changed(): void {
    for (const listener of this.#listeners) listener()
  }
}

import { frameNearest, pictureTime } from './frames.ts'
import { toFrameTruth } from './frameTruth.ts'
import type { FrameTruth } from './frameTruth.ts'
import { createFrameWatch } from './frameWatch.ts'

/** What is known of the frames besides what the browser shows. */
export type ToldFrames = {
  /** Frames a second as somebody typed them; null: nobody did. */
  typed: number | null
  /** When each frame begins (s), as the analysis says. */
  analysis: readonly number[]
  /** The same by the index of the file that is loaded. */
  file: readonly number[]
  /** Whether that film has sound; null: unknown. */
  hasSound: boolean | null
}

const ENOUGH_SEEN = 8
/** What is measured while it plays is looked at so often: neither drawing nor reading can keep up with each picture. */
const LOOK_EVERY_MS = 1_000

/** A place in the video (s). `steady`: nothing is on its way that would change the picture on the screen. */
export type Place = { time: number; duration: number; steady: boolean }

/** Gathers what is known of a film's frames, and tells which picture stands on the screen. */
export class FrameKnowledge {
  readonly #watch = createFrameWatch()
  #told: ToldFrames = { typed: null, analysis: [], file: [], hasSound: null }
  #truth: FrameTruth | null = null
  #duration = 0
  #lookedAt = 0

  follow(video: HTMLVideoElement, onFrame: () => void, signal: AbortSignal): void {
    const see = () => {
      // Where a person or the file has said it, a few pictures tell all that seeing them can.
      const isTold = this.#told.typed !== null || this.hasFile
      const isDue = !isTold && performance.now() - this.#lookedAt >= LOOK_EVERY_MS
      if (isDue || this.#watch.seen().length < ENOUGH_SEEN) this.#truth = null
      onFrame()
    }
    this.#watch.follow(video, see, signal)
  }

  tell(told: Partial<ToldFrames>): void {
    this.#told = { ...this.#told, ...told }
    this.#truth = null
  }

  get hasFile(): boolean {
    return this.#told.file.length > 0
  }

  get hasSound(): boolean | null {
    return this.#told.hasSound
  }

  /** The picture on the screen goes from now on. */
  interrupt(): void {
    this.#watch.interrupt()
  }

  /** Another film begins. */
  forget(): void {
    this.#watch.forget()
    this.tell({ file: [], hasSound: null })
  }

  truth(duration: number): FrameTruth {
    if (duration !== this.#duration) this.#truth = null
    this.#duration = duration
    this.#truth ??= this.#look(duration)
    return this.#truth
  }

  #look(duration: number): FrameTruth {
    this.#lookedAt = performance.now()
    return toFrameTruth({ ...this.#told, duration, gaps: this.#watch.gaps(), seen: this.#watch.seen() })
  }

  /** The picture that the browser says is on the screen; null while it does not say. */
  onScreen({ duration, steady }: Place): number | null {
    const shown = steady ? this.#watch.shown() : null
    return shown === null ? null : frameNearest(this.truth(duration).grid, shown)
  }

  /** Number of the picture on the screen or about to be there, from 0. */
  frame(place: Place): number {
    return this.onScreen(place) ?? this.truth(place.duration).grid.frameAt(place.time)
  }

  /** When that picture begins (s); at the very end, the end. */
  pictureTime(place: Place): number {
    const { time, duration } = place
    const { grid } = this.truth(duration)
    const shown = this.onScreen(place)
    return shown === null || time >= duration ? pictureTime(grid, time, duration) : grid.begins(shown)
  }
}

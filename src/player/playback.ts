import { ASSUMED_INTERVAL, stepTarget } from './frames.ts'
import { createFrameWatch } from './frameWatch.ts'
import { endAt, loopBack, NO_LOOP, startAt } from './loop.ts'
import type { Loop } from './loop.ts'
import { nextAttempt, readMediaError } from './mediaFailure.ts'
import type { MediaFailure } from './mediaFailure.ts'
import { readState, STATES } from './playerState.ts'
import type { Media, PlayerState } from './playerState.ts'
import { createSeekQueue } from './seekQueue.ts'

const EVENTS =
  'loadedmetadata loadeddata canplay play playing pause waiting stalled seeking seeked ended durationchange ratechange emptied'

/**
 * One clock over a media element, which stays the only truth for time. All times are seconds of the video. Nothing
 * here knows React or HTTP: a new address is asked of the media's owner, once for each address that has expired.
 */
export class Playback {
  readonly #listeners = new Set<() => void>()
  readonly #frames = createFrameWatch()
  readonly #seeks = createSeekQueue((time) => this.#jump(time))
  #video: HTMLVideoElement | null = null
  #media: Media | null = null
  #state: PlayerState = STATES.empty
  #loop: Loop = NO_LOOP
  #rate = 1
  /** Seconds per frame as the analysis says; wins over what is measured. */
  #knownInterval: number | null = null
  /** Where and how to go on once an address has loaded; null while the element itself knows. */
  #resume: { time: number; playing: boolean } | null = null
  /** Whether somebody wants it to play: an element that fails pauses itself. */
  #wanted = false
  #shown = false
  #renewedAt: number | null = null
  #before = 0

  /** Calls back on every change, each presented frame included; returns the unsubscribe function. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes an element over, as a React ref does; returns the function that lets it go and stops its download. */
  readonly attach = (video: HTMLVideoElement): (() => void) => {
    const events = new AbortController()
    const { signal } = events
    this.#video = video
    for (const name of EVENTS.split(' ')) video.addEventListener(name, () => this.#changed(), { signal })
    video.addEventListener('play', () => (this.#wanted = true), { signal })
    video.addEventListener('pause', () => this.#onPause(), { signal })
    video.addEventListener('loadedmetadata', () => this.#onMetadata(), { signal })
    video.addEventListener('loadeddata', () => (this.#shown = true), { signal })
    video.addEventListener('seeking', () => this.#frames.interrupt(), { signal })
    video.addEventListener('timeupdate', () => this.#onTime(), { signal })
    video.addEventListener('ended', () => this.#onEnded(), { signal })
    video.addEventListener('error', () => this.#onError(), { signal })
    this.#frames.follow(video, () => this.#onTime(), signal)
    if (this.#media) this.#load(this.#media.address, { time: 0, playing: false })
    return () => {
      events.abort()
      this.#video = null
      this.#seeks.cancel()
      video.removeAttribute('src')
      video.load()
    }
  }

  /** Starts with this media, at its beginning. */
  open(media: Media): void {
    this.#media = media
    this.#renewedAt = null
    this.#loop = NO_LOOP
    this.#load(media.address, { time: 0, playing: false })
  }

  get state(): PlayerState {
    return this.#state
  }

  /** Where the play head is, or is about to be. */
  get time(): number {
    return this.#seeks.pending() ?? this.#resume?.time ?? this.#video?.currentTime ?? 0
  }

  /** 0 while it is not known. */
  get duration(): number {
    const duration = this.#video?.duration ?? 0
    return Number.isFinite(duration) ? duration : 0
  }

  /** Whether it plays or will as soon as it can. */
  get playing(): boolean {
    if (this.#resume) return this.#resume.playing
    return this.#video !== null && !this.#video.paused && !this.#video.ended
  }

  get rate(): number {
    return this.#rate
  }

  get loop(): Loop {
    return this.#loop
  }

  /** Seconds per frame, null while neither told nor measured, and where it is known from. */
  get interval(): number | null {
    return this.#knownInterval ?? this.#frames.interval()
  }

  get intervalIsMeasured(): boolean {
    return this.#knownInterval === null
  }

  /** What the analysis says; null leaves it to be measured while playing. */
  knowInterval(seconds: number | null): void {
    this.#knownInterval = seconds
    this.#changed()
  }

  play(): void {
    this.#wanted = true
    if (this.#resume) this.#resume.playing = true
    // A refusal shows as an error event or as a video that stays paused; both are drawn.
    else this.#video?.play().catch(() => undefined)
    this.#changed()
  }

  pause(): void {
    const played = this.playing
    this.#wanted = false
    if (this.#resume) this.#resume.playing = false
    this.#video?.pause()
    if (played) this.#settle()
    this.#changed()
  }

  toggle(): void {
    if (this.playing) this.pause()
    else this.play()
  }

  /** Goes to a time, kept within the video. Many calls within one animation frame make one seek. */
  seek(time: number): void {
    const target = Math.max(0, this.duration > 0 ? Math.min(time, this.duration) : time)
    this.#seeks.to(target)
    this.#changed()
  }

  /** Pauses and goes `frames` on (negative: back). */
  step(frames: number): void {
    if (this.duration === 0) return
    this.pause()
    this.seek(stepTarget(this.time, frames, this.interval ?? ASSUMED_INTERVAL, this.duration))
  }

  setRate(rate: number): void {
    this.#rate = rate
    this.#applyRate()
    this.#changed()
  }

  startLoop(): void {
    this.#loop = startAt(this.#loop, this.time)
    this.#changed()
  }

  endLoop(): void {
    this.#loop = endAt(this.#loop, this.time)
    this.#changed()
  }

  clearLoop(): void {
    this.#loop = NO_LOOP
    this.#changed()
  }

  /** After a failure, when somebody asks for it: a new address, the same moment. */
  retry(): void {
    if (this.#state.kind === 'failed') void this.#renew('unreachable')
  }

  #load(address: string, resume: { time: number; playing: boolean }, cors = true): void {
    const video = this.#video
    if (!video) return
    this.#seeks.cancel()
    this.#resume = resume
    this.#shown = false
    this.#state = STATES.loading
    video.crossOrigin = cors ? 'anonymous' : null
    video.src = address
    this.#applyRate()
    this.#changed()
  }

  #onMetadata(): void {
    const resume = this.#resume
    this.#resume = null
    if (resume && resume.time > 0) this.#jump(Math.min(resume.time, this.duration))
    if (resume?.playing) this.play()
    this.#changed()
  }

  /**
   * The picture on the screen runs a little ahead of the element's own time, by a frame at times. Once it stands,
   * the two are made to agree: the time is that of the picture somebody stopped at.
   */
  #settle(): void {
    const { interval } = this
    const shown = this.#frames.shown()
    if (shown === null || interval === null || this.#resume || this.#seeks.pending() !== null) return
    this.#jump(stepTarget(shown + interval / 2, 0, interval, this.duration))
  }

  #onPause(): void {
    if (!this.#video?.error) this.#wanted = false
  }

  #onError(): void {
    const { error, crossOrigin } = this.#video ?? {}
    if (!error || !this.#media) return
    const failure = readMediaError(error)
    const cors = crossOrigin !== null
    const next = nextAttempt(failure, {
      cors,
      shown: this.#shown,
      renewedAt: this.#renewedAt,
      now: performance.now(),
    })
    const resume = this.#whereItWas()
    if (next === 'without-cors') this.#load(this.#video?.src ?? '', resume, false)
    else if (next === 'renew') void this.#renew(failure)
    else this.#fail(failure, null)
  }

  async #renew(failure: MediaFailure): Promise<void> {
    const media = this.#media
    const video = this.#video
    if (!media) return
    this.#resume = this.#whereItWas()
    this.#state = STATES.renewing
    this.#changed()
    const stillWanted = () =>
      this.#media === media && this.#video === video && this.#state.kind === 'renewing'
    try {
      const address = await media.renew()
      if (!stillWanted()) return
      this.#renewedAt = performance.now()
      this.#load(address, this.#whereItWas())
    } catch (cause) {
      if (stillWanted()) this.#fail(failure, cause)
    }
  }

  #whereItWas() {
    return this.#resume ?? { time: this.time, playing: this.#wanted }
  }

  #fail(failure: MediaFailure, cause: unknown): void {
    this.#resume = { ...this.#whereItWas(), playing: false }
    this.#state = { kind: 'failed', failure, cause }
    this.#changed()
  }

  #applyRate(): void {
    if (!this.#video) return
    // A new address starts at the default rate, so both are set.
    this.#video.defaultPlaybackRate = this.#rate
    this.#video.playbackRate = this.#rate
  }

  #jump(time: number): void {
    this.#before = time
    if (this.#resume) this.#resume.time = time
    else if (this.#video) this.#video.currentTime = time
  }

  #onTime(): void {
    const video = this.#video
    if (!video || this.#resume || this.#seeks.pending() !== null) return
    const back = video.paused || video.seeking ? null : loopBack(this.#loop, this.#before, video.currentTime)
    if (back === null) this.#before = video.currentTime
    else this.#jump(back)
    this.#changed()
  }

  #onEnded(): void {
    const back = loopBack(this.#loop, this.#before, this.duration)
    if (back === null) return
    this.#jump(back)
    this.play()
  }

  #changed(): void {
    const held = this.#state.kind === 'failed' || this.#state.kind === 'renewing'
    if (!this.#video || !this.#media) this.#state = STATES.empty
    else if (!held) this.#state = readState(this.#video)
    for (const listener of this.#listeners) listener()
  }
}

import { FrameClock } from './frameClock.ts'
import type { Place } from './frameKnowledge.ts'
import { listedFrames, stepTarget } from './frames.ts'
import { endAt, loopBack, loopOn, NO_LOOP, soundLoop, startAt } from './loop.ts'
import type { Loop } from './loop.ts'
import { MediaLoader } from './mediaLoader.ts'
import type { Resume } from './mediaLoader.ts'
import type { Media, PlayerState } from './playerState.ts'
import { createReverse } from './reverse.ts'
import { createSeekQueue } from './seekQueue.ts'
import { withinSpeeds } from './speeds.ts'

const EVENTS =
  'loadedmetadata loadeddata canplay play playing pause waiting stalled seeking seeked ended durationchange ratechange volumechange emptied'

/** Where and how a recording begins: seconds of the video, speed, loop. */
export type StartAt = { readonly time?: number; readonly rate?: number; readonly loop?: Loop }

/**
 * One clock over a media element, which stays the only truth for time. All times are seconds of the video. Nothing
 * here knows React or HTTP: a new address is asked of the media's owner, once for each address that has expired.
 */
export class Playback extends FrameClock {
  readonly #seeks = createSeekQueue(
    (time) => this.#jump(time),
    () => this.#video?.seeking === true,
  )
  readonly #loader = new MediaLoader({
    time: () => this.time,
    loading: (video) => this.#onLoading(video),
    goOn: (resume) => this.#goOn(resume),
    changed: () => this.changed(),
  })
  readonly #reverse = createReverse({
    time: () => this.time,
    show: (time) => this.seek(stepTarget(this.frames, time, 0, this.duration)),
    frameAt: (time) => this.frames.frameAt(time),
    isBusy: () => this.#video?.seeking === true || this.#seeks.pending() !== null,
    rate: () => this.#rate,
    loopBack: (before, now) => loopOn(this.#loop, before, now),
    mayRun: () => !this.#loader.resume,
    stopped: () => this.changed(),
  })
  #video: HTMLVideoElement | null = null
  #loop: Loop = NO_LOOP
  #rate = 1
  #pace = 1
  #before = 0
  /** Where the play head is where there is no film, and how long the recording is (s). */
  #filmless = { time: 0, duration: 0 }

  /** Takes an element over, as a React ref does; returns the function that lets it go and stops its download. */
  readonly attach = (video: HTMLVideoElement): (() => void) => {
    const events = new AbortController()
    const { signal } = events
    this.#video = video
    for (const name of EVENTS.split(' ')) video.addEventListener(name, () => this.changed(), { signal })
    video.addEventListener('play', () => this.#reverse.stop(), { signal })
    video.addEventListener('timeupdate', () => this.#onTime(), { signal })
    video.addEventListener('ended', () => this.#onEnded(), { signal })
    this.#loader.attach(video, signal)
    // After the loader's: whoever pauses it, the browser and its keys too.
    video.addEventListener('pause', () => this.#settle(), { signal })
    document.addEventListener('visibilitychange', () => document.hidden && this.#reverse.stop(), { signal })
    this.knowledge.follow(video, () => this.#onTime(), signal)
    return () => {
      this.#reverse.stop()
      events.abort()
      this.#video = null
      this.#seeks.cancel()
      video.removeAttribute('src')
      video.load()
    }
  }

  /** Starts with this media: at its beginning, or where and how `from` says; what is not sound of it is mended. */
  open(media: Media, from: StartAt = {}): void {
    this.#loop = soundLoop(from.loop ?? NO_LOOP, Infinity)
    this.#rate = withinSpeeds(from.rate ?? 1)
    const time = from.time ?? 0
    this.#load(media, { time: time > 0 ? time : 0, playing: false })
  }

  /** Shows another film of the same recording: the same moment, speed and loop, and it plays on if it did. */
  show(media: Media): void {
    this.#reverse.stop()
    this.#load(media, this.#loader.place())
  }

  get state(): PlayerState {
    return this.#loader.state
  }

  /** The address of a film that is shown, whose index can be read across origins and has not been; else null. */
  get unreadFile(): string | null {
    return this.knowledge.hasFile ? null : this.#loader.readableAddress
  }

  /** Where the play head is, or is about to be. */
  get time(): number {
    const { resume } = this.#loader
    return this.#seeks.pending() ?? resume?.time ?? this.#video?.currentTime ?? this.#filmless.time
  }

  /** 0 while it is not known. Files that browsers record do not say it: then as far as can be sought. */
  get duration(): number {
    if (!this.#video) return this.#filmless.duration
    const { duration, seekable } = this.#video
    const known = [duration, seekable.length > 0 ? seekable.end(seekable.length - 1) : 0]
    return known.find(Number.isFinite) ?? 0
  }

  /** Whether it plays, in whichever direction, or will as soon as it can. */
  get playing(): boolean {
    if (this.#reverse.running) return true
    if (this.#loader.resume) return this.#loader.resume.playing
    return this.#video !== null && !this.#video.paused && !this.#video.ended
  }

  /** Whether the play head goes on by itself at this moment, and waits for nothing. */
  get running(): boolean {
    return this.#loader.isRunning && this.#seeks.pending() === null
  }

  /** Whether it plays backwards. */
  get reversed(): boolean {
    return this.#reverse.running
  }

  /** Pictures a second while it plays backwards and cannot show every one; else null. */
  get reversePictures(): number | null {
    return this.#reverse.pictures
  }

  get rate(): number {
    return this.#rate
  }

  get loop(): Loop {
    return this.#loop
  }

  get muted(): boolean {
    return this.#video?.muted ?? false
  }

  /**
   * Where there is no film, the clock keeps a time itself: that of a recording whose frames begin at these times (s,
   * ascending). A film that comes later has its own.
   */
  keepTime(frames: readonly number[]): void {
    const duration = frames.length > 0 ? listedFrames(frames, 0).begins(frames.length) : 0
    this.#filmless = { time: Math.min(this.#filmless.time, duration), duration }
    this.tellFrames({ analysis: frames })
  }

  play(): void {
    this.#reverse.stop()
    this.#loader.want(true)
    // A refusal shows as an error event or as a video that stays paused; both are drawn.
    if (!this.#loader.resume) this.#video?.play().catch(() => undefined)
    this.changed()
  }

  /** Plays backwards, by stepping. */
  reverse(): void {
    if (!this.#video || this.duration === 0 || this.#loader.resume) return
    this.pause()
    this.#reverse.start()
    this.changed()
  }

  pause(): void {
    this.#reverse.stop()
    this.#loader.want(false)
    this.#video?.pause()
    this.changed()
  }

  toggle(): void {
    if (this.playing) this.pause()
    else this.play()
  }

  seek(time: number): void {
    const target = Math.max(0, this.duration > 0 ? Math.min(time, this.duration) : time)
    this.#seeks.to(target)
    this.changed()
  }

  /** Pauses and goes `frames` on (negative: back). */
  step(frames: number): void {
    if (this.duration === 0) return
    this.pause()
    this.seek(stepTarget(this.frames, this.frames.begins(this.frame), frames, this.duration))
  }

  setRate(rate: number): void {
    this.#rate = withinSpeeds(rate)
    this.#setSpeed()
  }

  /** How much faster (above 1) or slower than its speed it runs, to catch up with another. */
  get pace(): number {
    return this.#pace
  }

  setPace(pace: number): void {
    this.#pace = pace
    this.#setSpeed()
  }

  startLoop(): void {
    this.setLoop(startAt(this.#loop, this.time))
  }

  endLoop(): void {
    this.setLoop(endAt(this.#loop, this.time))
  }

  setLoop(loop: Loop): void {
    this.#loop = soundLoop(loop, this.duration)
    this.changed()
  }

  setMuted(muted: boolean): void {
    if (this.#video) this.#video.muted = muted
  }

  /** After a failure, when somebody asks for it: a new address, the same moment. */
  retry(): void {
    this.#loader.retry()
  }

  #load(media: Media, resume: Resume): void {
    this.knowledge.forget()
    this.#loader.open(media, resume)
    this.changed()
  }

  #onLoading(video: HTMLVideoElement): void {
    this.#seeks.cancel()
    this.knowledge.interrupt()
    // A new address starts at the default rate, so both are set.
    video.defaultPlaybackRate = this.#rate
    this.#setSpeed()
  }

  #setSpeed(): void {
    if (this.#video) this.#video.playbackRate = this.#rate * this.#pace
    this.changed()
  }

  #goOn({ time, playing }: Resume): void {
    this.#loop = soundLoop(this.#loop, this.duration)
    if (time > 0) this.#jump(Math.min(time, this.duration || Infinity))
    if (playing) this.play()
  }

  #jump(time: number): void {
    this.#before = time
    const { resume } = this.#loader
    if (resume) resume.time = time
    else if (this.#video) this.#video.currentTime = time
    else this.#filmless.time = Math.min(time, this.#filmless.duration)
  }

  protected place(): Place {
    const steady = !this.#loader.resume && this.#seeks.pending() === null && !this.#video?.seeking
    return { time: this.time, duration: this.duration, steady }
  }

  /**
   * The picture on the screen runs a little ahead of the element's own time, by a frame at times. Once it stands,
   * the two are made to agree: the time is that of the picture somebody stopped at.
   */
  #settle(): void {
    if (!this.#video?.paused || this.#video.ended) return
    const shown = this.knowledge.onScreen(this.place())
    if (shown !== null) this.#jump(stepTarget(this.frames, this.frames.begins(shown), 0, this.duration))
  }

  #onTime(): void {
    const video = this.#video
    if (!video || this.#loader.resume || this.#seeks.pending() !== null) return
    const back = video.paused || video.seeking ? null : loopBack(this.#loop, this.#before, video.currentTime)
    if (back === null) this.#before = video.currentTime
    else this.#jump(back)
    this.changed()
  }

  #onEnded(): void {
    const back = loopBack(this.#loop, this.#before, this.duration)
    if (back === null) return
    this.#jump(back)
    this.play()
  }
}

import type { Place } from './frameKnowledge.ts'
import { listedFrames, stepTarget } from './frames.ts'
import { loopBack, loopOn, NO_LOOP } from './loop.ts'
import type { Loop } from './loop.ts'
import { MediaLoader } from './mediaLoader.ts'
import type { Resume } from './mediaLoader.ts'
import { lengthOf } from './playerState.ts'
import type { Media, PixelAccess, PlayerState } from './playerState.ts'
import { createSeekQueue } from './seekQueue.ts'
import { withinMedia } from './speeds.ts'
import { SteeredClock } from './steeredClock.ts'
import { createStepping } from './stepping.ts'
import type { Direction, SteppedPictures } from './stepping.ts'

const EVENTS =
  'loadedmetadata loadeddata canplay play playing pause waiting stalled seeking seeked ended durationchange ratechange volumechange emptied'

/** Where and how a recording begins: seconds of the video, speed, loop. */
export type StartAt = { readonly time?: number; readonly rate?: number; readonly loop?: Loop }

/**
 * One clock over a media element, which stays the only truth for time. All times are seconds of the video. Nothing
 * here knows React or HTTP: a new address is asked of the media's owner, once for each address that has expired.
 */
export class Playback extends SteeredClock {
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
  readonly #stepping = createStepping({
    time: () => this.time,
    duration: () => this.duration,
    show: (time) => this.seek(stepTarget(this.frames, time, 0, this.duration)),
    frameAt: (time) => this.frames.frameAt(time),
    isBusy: () => !this.stands || this.#isCompanyBusy(),
    rate: () => this.rate * this.pace,
    loop: (direction, before, now) => (direction === 'on' ? loopBack : loopOn)(this.loop, before, now),
    mayRun: () => !this.#loader.resume,
    stopped: () => this.changed(),
  })
  #video: HTMLVideoElement | null = null
  #steps = false
  #isCompanyBusy = () => false
  #before = 0
  /** Where the play head is where there is no film, and how long the recording is (s). */
  #filmless = { time: 0, duration: 0 }

  /** Takes an element over, as a React ref does; returns the function that lets it go and stops its download. */
  readonly attach = (video: HTMLVideoElement): (() => void) => {
    const events = new AbortController()
    const { signal } = events
    this.#video = video
    for (const name of EVENTS.split(' ')) video.addEventListener(name, () => this.changed(), { signal })
    video.addEventListener('play', () => (this.#steps ? this.#step('on') : this.#stepping.stop()), { signal })
    video.addEventListener('timeupdate', () => this.#onTime(), { signal })
    video.addEventListener('ended', () => this.#onEnded(), { signal })
    this.#loader.attach(video, signal)
    // After the loader's: whoever pauses it, the browser and its keys too.
    video.addEventListener('pause', () => this.#settle(), { signal })
    document.addEventListener('visibilitychange', () => document.hidden && this.#stepping.stop(), { signal })
    this.knowledge.follow(video, () => this.#onTime(), signal)
    return () => {
      this.#stepping.stop()
      events.abort()
      this.#video = null
      this.#seeks.cancel()
      video.removeAttribute('src')
      video.load()
    }
  }

  /** Starts with this media: at its beginning, or where and how `from` says; what is not sound of it is mended. */
  open(media: Media, from: StartAt = {}): void {
    this.mendLoop(from.loop ?? NO_LOOP, Infinity)
    this.setRate(from.rate ?? 1)
    const time = from.time ?? 0
    this.#load(media, { time: time > 0 ? time : 0, playing: false })
  }

  /** Shows another film of the same recording: the same moment, speed and loop, and it plays on if it did. */
  show(media: Media): void {
    const { time, playing } = this.#loader.place()
    const isStepped = this.#stepping.direction === 'on'
    this.#stepping.stop()
    this.#load(media, { time, playing: playing || isStepped })
  }

  get state(): PlayerState {
    return this.#loader.state
  }

  /** The address of a film that is shown, whose index can be read across origins and has not been; else null. */
  get unreadFile(): string | null {
    return this.knowledge.hasFile ? null : this.#loader.readableAddress
  }

  /** Whether pictures of the film may be read, and the element that shows them. */
  get pixels(): PixelAccess {
    return this.#loader.pixels
  }

  get video(): HTMLVideoElement | null {
    return this.#video
  }

  /** What was opened or shown last. */
  get media(): Media | null {
    return this.#loader.media
  }

  /** Where the play head is, or is about to be. */
  get time(): number {
    const { resume } = this.#loader
    return this.#seeks.pending() ?? resume?.time ?? this.#video?.currentTime ?? this.#filmless.time
  }

  /** 0 while it is not known. */
  get duration(): number {
    return this.#video ? lengthOf(this.#video) : this.#filmless.duration
  }

  /** Whether it plays, in whichever direction, or will as soon as it can. */
  get playing(): boolean {
    if (this.#stepping.direction) return true
    if (this.#loader.resume) return this.#loader.resume.playing
    return this.#video !== null && !this.#video.paused && !this.#video.ended
  }

  /** Whether the play head goes on by itself at this moment, and waits for nothing. */
  get running(): boolean {
    const runs = this.#video ? this.#loader.isRunning : this.stepped !== null
    return runs && this.#seeks.pending() === null
  }

  /** Whether the picture last asked for is on the screen, as far as the element says. */
  get stands(): boolean {
    return this.#seeks.pending() === null && this.#video?.seeking !== true
  }

  /** The direction in which it plays by stepping; null while it does not. */
  get stepped(): Direction | null {
    return this.#stepping.direction
  }

  /** What it manages while it plays by stepping; null until that is known. */
  get steppedPictures(): SteppedPictures | null {
    return this.#stepping.direction && this.#stepping.pictures
  }

  get muted(): boolean {
    return this.#video?.muted ?? false
  }

  /**
   * Where there is no film, the clock keeps a time itself: that of a recording whose frames begin at these times (s,
   * ascending). Once there are some it begins as `from` says. A film that comes later has its own.
   */
  keepTime(frames: readonly number[], from: StartAt = {}): void {
    const duration = frames.length > 0 ? listedFrames(frames, 0).begins(frames.length) : 0
    const { time, rate, loop } = this.#filmless.duration === 0 && duration > 0 ? from : {}
    // Nobody is told of anything before it stands where it is to begin.
    if (rate !== undefined) this.setRate(rate)
    this.#filmless = { time: Math.min(Math.max(0, time ?? this.#filmless.time), duration), duration }
    if (loop) this.mendLoop(loop, duration)
    this.tellFrames({ analysis: frames })
  }

  play(): void {
    if ((this.#steps || !this.#video) && !this.#loader.resume) return this.#step('on')
    this.#stepping.stop()
    this.#loader.want(true)
    // A refusal shows as an error event or as a video that stays paused; both are drawn.
    if (!this.#loader.resume) this.#video?.play().catch(() => undefined)
    this.changed()
  }

  /** Plays backwards, by stepping. */
  reverse(): void {
    this.#step('back')
  }

  /** Whether it plays on by stepping too, where the browser's own playing will not do. What plays goes on. */
  setStepping(steps: boolean): void {
    if (steps === this.#steps) return
    this.#steps = steps
    if (this.playing && this.stepped !== 'back') this.play()
  }

  /** While it steps it waits for somebody else's picture too. */
  setCompany(isBusy: () => boolean): void {
    this.#isCompanyBusy = isBusy
  }

  pause(): void {
    this.#stepping.stop()
    this.#loader.want(false)
    this.#video?.pause()
    this.changed()
  }

  seek(time: number): void {
    const target = Math.max(0, this.duration > 0 ? Math.min(time, this.duration) : time)
    this.#seeks.to(target)
    this.changed()
  }

  setMuted(muted: boolean): void {
    if (this.#video) this.#video.muted = muted
  }

  /** After a failure, when somebody asks for it: a new address, the same moment. */
  retry(): void {
    this.#loader.retry()
  }

  #step(direction: Direction): void {
    if (this.duration === 0 || this.#loader.resume) return
    if (this.#video?.paused === false) this.pause()
    this.#stepping.start(direction)
    this.changed()
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
    video.defaultPlaybackRate = this.rate
    this.goAt(this.rate * this.pace)
  }

  protected goAt(rate: number): void {
    if (this.#video) this.#video.playbackRate = withinMedia(rate)
  }

  #goOn({ time, playing }: Resume): void {
    this.mendLoop(this.loop, this.duration)
    if (time > 0) this.#jump(Math.min(time, this.duration || Infinity))
    if (playing) this.play()
  }

  #jump(time: number): void {
    this.#before = time
    this.knowledge.interrupt()
    const { resume } = this.#loader
    if (resume) resume.time = time
    else if (this.#video) this.#video.currentTime = time
    else this.#filmless.time = Math.min(time, this.#filmless.duration)
  }

  protected place(): Place {
    return { time: this.time, duration: this.duration, steady: this.stands && !this.#loader.resume }
  }

  /**
   * The picture on the screen runs a little ahead of the element's own time, by a frame at times. Once it stands,
   * the two are made to agree: the time is that of the picture somebody stopped at.
   */
  #settle(): void {
    const video = this.#video
    if (!video?.paused || video.ended) return
    const place = this.place()
    const shown = this.knowledge.onScreen(place) ?? this.#notToldYet(video, place)
    if (shown !== null) this.#jump(stepTarget(this.frames, this.frames.begins(shown), 0, this.duration))
  }

  /** Paused before the browser has told of a picture, it may stand on the one before: the seek makes sure. */
  #notToldYet(video: HTMLVideoElement, place: Place): number | null {
    const tells = 'requestVideoFrameCallback' in video
    return tells && place.steady && place.duration > 0 ? this.frames.frameAt(place.time) : null
  }

  #onTime(): void {
    const video = this.#video
    if (!video || this.#loader.resume || this.#seeks.pending() !== null) return
    const back = video.paused || video.seeking ? null : loopBack(this.loop, this.#before, video.currentTime)
    if (back === null) this.#before = video.currentTime
    else this.#jump(back)
    this.changed()
  }

  #onEnded(): void {
    const back = loopBack(this.loop, this.#before, this.duration)
    if (back === null) return
    this.#jump(back)
    this.play()
  }
}

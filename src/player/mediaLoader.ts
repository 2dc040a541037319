import { nextAttempt, readMediaError } from './mediaFailure.ts'
import type { MediaFailure } from './mediaFailure.ts'
import { readState, STATES } from './playerState.ts'
import type { Media, PixelAccess, PlayerState } from './playerState.ts'
import { watchStalls } from './stallWatch.ts'
import { watchWaiting } from './waitWatch.ts'

/** Where and how to go on once an address has loaded; `time` in seconds. */
export type Resume = { time: number; playing: boolean }

/** What the loader's owner does for it. */
export type LoaderHost = {
  time(): number
  /** An address is about to be loaded. */
  loading(video: HTMLVideoElement): void
  /** It has loaded as far as its length. */
  goOn(resume: Resume): void
  changed(): void
}

/**
 * Keeps a media element supplied with an address that is accepted. One that fails or stalls is renewed once, in place;
 * what was wanted of the video meanwhile waits in `resume`.
 */
export class MediaLoader {
  readonly #host: LoaderHost
  #video: HTMLVideoElement | null = null
  #media: Media | null = null
  /** What the element itself does not know of: a renewal and its failure. */
  #held: PlayerState | null = null
  #resume: Resume | null = null
  /** Whether somebody wants it to play: an element that fails pauses itself. */
  #wanted = false
  /** When (ms) the present address gave its first picture, and where in the film (s); null before that. */
  #shown: { at: number; time: number } | null = null
  #isRenewed = false
  #isLongWait = () => false

  constructor(host: LoaderHost) {
    this.#host = host
  }

  attach(video: HTMLVideoElement, signal: AbortSignal): void {
    this.#video = video
    video.addEventListener('play', () => (this.#wanted = true), { signal })
    video.addEventListener('pause', () => this.#onPause(), { signal })
    video.addEventListener('loadedmetadata', () => this.#onMetadata(), { signal })
    video.addEventListener('loadeddata', () => this.#onPicture(video), { signal })
    video.addEventListener('error', () => this.#onError(), { signal })
    window.addEventListener('online', () => this.#onOnline(), { signal })
    this.#isLongWait = watchWaiting(video, () => this.#host.changed(), signal)
    watchStalls(
      video,
      () => this.#isWaiting(),
      () => this.#recover('stalled'),
      signal,
    )
    signal.addEventListener('abort', () => this.#onLetGo())
    if (this.#media) this.#load(this.#media.address, this.place())
  }

  /** Loads other media, and goes on there. */
  open(media: Media, resume: Resume): void {
    this.#media = media
    this.#isRenewed = false
    this.#wanted = resume.playing
    this.#resume = resume
    this.#load(media.address, resume)
  }

  get state(): PlayerState {
    if (!this.#video || !this.#media) return STATES.empty
    const state = this.#held ?? readState(this.#video)
    return state === STATES.waiting && !this.#isLongWait() ? STATES.playing : state
  }

  /** Whether the play head goes on by itself: it plays, and has what it needs for that. */
  get isRunning(): boolean {
    const video = this.#video
    if (!video || this.#held || this.#resume || video.seeking) return false
    return readState(video) === STATES.playing
  }

  /** Null while the element itself knows where it is. */
  get resume(): Resume | null {
    return this.#resume
  }

  /** The address of the picture that is shown, where its host lets pages read it; else null. */
  get readableAddress(): string | null {
    const video = this.#video
    return video && this.#shown && !this.#held && video.crossOrigin !== null ? video.src : null
  }

  get pixels(): PixelAccess {
    const video = this.#video
    if (!video || !this.#shown || this.#held) return 'none'
    return video.crossOrigin === null ? 'forbidden' : 'readable'
  }

  /** What is loaded, or about to be. */
  get media(): Media | null {
    return this.#media
  }

  /** That it plays or pauses, now or once it has loaded. After a failure whoever wants it to play tries again. */
  want(playing: boolean): void {
    if (this.#held?.kind === 'failed' && (!playing || this.#held.failure === 'codec')) return
    this.#wanted = playing
    if (this.#resume) this.#resume.playing = playing
    if (playing) this.retry()
  }

  /** Where it is, or will be, and whether it is to play. */
  place(): Resume {
    return this.#resume ?? { time: this.#host.time(), playing: this.#wanted }
  }

  /** After a failure: a new address, the same moment. */
  retry(): void {
    if (this.#held?.kind === 'failed') void this.#renew(this.#held.failure)
  }

  #load(address: string, resume: Resume, cors = true): void {
    const video = this.#video
    if (!video) return
    this.#resume = resume
    this.#shown = null
    this.#held = null
    video.crossOrigin = cors ? 'anonymous' : null
    video.src = address
    this.#host.loading(video)
    this.#host.changed()
  }

  #onMetadata(): void {
    const resume = this.#resume
    this.#resume = null
    if (resume) this.#host.goOn(resume)
    this.#host.changed()
  }

  #onPicture({ currentTime }: HTMLVideoElement): void {
    this.#shown = { at: performance.now(), time: currentTime }
  }

  #onPause(): void {
    if (!this.#video?.error) this.#wanted = false
  }

  /** The next element goes on where this one was. */
  #onLetGo(): void {
    if (this.#media) this.#resume = this.place()
    this.#video = null
  }

  /** What a lost connection broke heals with it. */
  #onOnline(): void {
    const held = this.#held
    if (held?.kind !== 'failed') return
    if (held.cause !== null || held.failure === 'unreachable' || held.failure === 'stalled') this.retry()
  }

  #isWaiting(): boolean {
    const video = this.#video
    if (!video || !this.#media || this.#held || video.ended) return false
    return this.#resume !== null || video.seeking || !video.paused
  }

  #onError(): void {
    const error = this.#video?.error
    if (error) this.#recover(readMediaError(error))
  }

  #recover(failure: MediaFailure): void {
    const video = this.#video
    if (!video || !this.#media) return
    const shown = this.#shown
    const next = nextAttempt(failure, {
      cors: video.crossOrigin !== null,
      shownFor: shown && performance.now() - shown.at,
      moved: shown !== null && this.#host.time() !== shown.time,
      isRenewed: this.#isRenewed,
    })
    if (next === 'without-cors') this.#load(video.src, this.place(), false)
    else if (next === 'renew') void this.#renew(failure)
    else this.#fail(failure, null)
  }

  async #renew(failure: MediaFailure): Promise<void> {
    const media = this.#media
    const video = this.#video
    if (!media) return
    this.#resume = this.place()
    this.#held = STATES.renewing
    this.#host.changed()
    const isStillWanted = () =>
      this.#media === media && this.#video === video && this.#held === STATES.renewing
    try {
      const address = await media.renew()
      if (!isStillWanted()) return
      this.#isRenewed = true
      this.#load(address, this.place())
    } catch (cause) {
      if (isStillWanted()) this.#fail(failure, cause)
    }
  }

  #fail(failure: MediaFailure, cause: unknown): void {
    this.#resume = { ...this.place(), playing: false }
    this.#wanted = false
    this.#held = { kind: 'failed', failure, cause }
    this.#host.changed()
  }
}

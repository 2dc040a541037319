/**
 * A video element whose clock a test moves by hand. jsdom has the element and its events but plays nothing, so
 * what a browser would do on its own (loading, playing on, failing) is said here, in a browser's order.
 */
export type TestVideo = {
  element: HTMLVideoElement
  /** Every seek that reached the element, in seconds. */
  seeks: number[]
  /** Every address that was loaded, with whether CORS was asked for. */
  loads: { address: string; cors: boolean }[]
  loaded: (duration: number) => void
  playOnTo: (time: number) => void
  end: () => void
  fail: (code: number, message?: string) => void
  /** Data have come as far as this (s). */
  buffer: (end: number) => void
  /** Bytes have come, of which nothing can be shown yet. */
  receive: () => void
  /** It wants to play on and has no more data; `goOn` ends that. */
  wait: () => void
  goOn: () => void
  /** As far as can be sought (s), where the file does not say how long it is. */
  seekableTo: (end: number) => void
}

export function createTestVideo(element = document.createElement('video')): TestVideo {
  const own = {
    currentTime: 0,
    duration: NaN,
    paused: true,
    ended: false,
    readyState: 0,
    buffered: 0,
    seekable: 0,
    src: '',
  }
  let error: { code: number; message: string } | null = null
  const seeks: number[] = []
  const loads: TestVideo['loads'] = []
  const say = (...names: string[]) => names.forEach((name) => element.dispatchEvent(new Event(name)))
  const reset = () => {
    Object.assign(own, { currentTime: 0, duration: NaN, paused: true, ended: false, readyState: 0 })
    own.buffered = 0
    own.seekable = 0
    error = null
  }

  Object.defineProperties(element, {
    duration: { get: () => own.duration },
    paused: { get: () => own.paused },
    ended: { get: () => own.ended },
    readyState: { get: () => own.readyState },
    error: { get: () => error },
    buffered: { get: () => ({ length: 1, start: () => 0, end: () => own.buffered }) },
    seekable: {
      get: () => ({ length: own.seekable > 0 ? 1 : 0, start: () => 0, end: () => own.seekable }),
    },
    src: {
      get: () => own.src,
      set: (address: string) => {
        reset()
        own.src = address
        loads.push({ address, cors: element.crossOrigin !== null })
      },
    },
    currentTime: {
      get: () => own.currentTime,
      set: (time: number) => {
        seeks.push(time)
        own.currentTime = time
        own.ended = false
        say('seeking', 'timeupdate', 'seeked')
      },
    },
  })
  element.load = reset
  element.play = () => {
    own.paused = false
    say('play')
    return Promise.resolve()
  }
  element.pause = () => {
    if (own.paused) return
    own.paused = true
    say('pause')
  }
  return {
    element,
    seeks,
    loads,
    loaded(duration) {
      Object.assign(own, { duration, readyState: 4 })
      say('durationchange', 'loadedmetadata', 'loadeddata', 'canplay')
    },
    playOnTo(time) {
      own.currentTime = time
      say('timeupdate')
    },
    end() {
      Object.assign(own, { currentTime: own.duration, ended: true, paused: true })
      say('timeupdate', 'pause', 'ended')
    },
    buffer(end) {
      own.buffered = end
    },
    receive: () => say('progress'),
    wait() {
      own.readyState = 2
      say('waiting')
    },
    goOn() {
      own.readyState = 4
      say('canplay', 'playing')
    },
    seekableTo(end) {
      own.seekable = end
    },
    // Chromium pauses a failed element itself, and says so after the error.
    fail(code, message = '') {
      error = { code, message }
      own.paused = true
      say('error', 'pause')
    },
  }
}

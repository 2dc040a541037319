import type { Loop } from '../../../player/loop.ts'
import { NO_LOOP } from '../../../player/loop.ts'
import type { Playback, StartAt } from '../../../player/playback.ts'
import { withinSpeeds } from '../../../player/speeds.ts'
import { pictureMoment } from '../pictureMoment.ts'

/** Where somebody is in a recording: seconds of it, how fast it plays, and the loop. */
export type Moment = { readonly time: number; readonly rate: number; readonly loop: Loop }

export const momentOf = (playback: Pick<Playback, 'pictureTime' | 'rate' | 'loop'>): Moment => ({
  time: pictureMoment(playback),
  rate: playback.rate,
  loop: playback.loop,
})

/**
 * Reads `t`, `rate`, `a` and `b` (seconds of the recording) of an address's search part. What is malformed, or beyond
 * what can be played, is as if it were not there.
 */
export function readMomentAddress(search: string): StartAt {
  const params = new URLSearchParams(search)
  const time = readNumber(params.get('t'))
  const rate = readNumber(params.get('rate'))
  const start = readNumber(params.get('a'))
  const end = readNumber(params.get('b'))
  const isLoop = start === null || end === null ? start !== end : start < end
  return {
    ...(time === null ? {} : { time }),
    ...(rate === null || rate !== withinSpeeds(rate) ? {} : { rate }),
    ...(isLoop ? { loop: { start, end } } : {}),
  }
}

/** The search part with this moment in place of another; what goes without saying is left out. */
export function writeMomentAddress(search: string, { time, rate, loop }: Moment): string {
  const { start: a, end: b } = loop
  return writeNumbers(search, { t: time === 0 ? null : time, rate: rate === 1 ? null : rate, a, b })
}

/** The search part with these numbers, to the microsecond, at its end in place of others; null: without that one. */
export function writeNumbers(search: string, numbers: Readonly<Record<string, number | null>>): string {
  const params = new URLSearchParams(search)
  for (const [name, value] of Object.entries(numbers)) {
    params.delete(name)
    if (value !== null) params.append(name, String(Number(value.toFixed(6))))
  }
  return params.size === 0 ? '' : `?${params}`
}

export const isSameLoop = (a: Loop, b: Loop): boolean => a.start === b.start && a.end === b.end

/** Whether an address is a session's own, the one that carries the moment, and not that of a dialog over it. */
export const isMomentPath = (pathname: string): boolean => /^\/[^/]+\/sessions\/[^/]+\/?$/.test(pathname)

/** Goes where an address says. */
export function goTo(playback: Playback, { time = 0, rate = 1, loop = NO_LOOP }: StartAt): void {
  playback.setRate(rate)
  playback.setLoop(loop)
  playback.seek(time)
}

/** Digits of an ordinary number that is not negative, such as `1.533`; else null. */
export function readNumber(text: string | null): number | null {
  return text !== null && /^\d{1,7}(\.\d{1,12})?$/.test(text) ? Number(text) : null
}

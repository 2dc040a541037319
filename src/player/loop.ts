/** An A–B loop in seconds. It runs once both ends are set. */
export type Loop = { readonly start: number | null; readonly end: number | null }

export const NO_LOOP: Loop = { start: null, end: null }

/** Sets the start; an end that is not after it is dropped. */
export const startAt = (loop: Loop, time: number): Loop => ({
  start: time,
  end: loop.end !== null && loop.end > time ? loop.end : null,
})

/** Sets the end; a start that is not before it is dropped. */
export const endAt = (loop: Loop, time: number): Loop => ({
  start: loop.start !== null && loop.start < time ? loop.start : null,
  end: time,
})

/**
 * Where playing goes on when it went from `before` to `now` (s): back to the start when it ran over the end, null
 * otherwise. Somebody who went past the end on purpose is left alone until they come back.
 */
export function loopBack(loop: Loop, before: number, now: number): number | null {
  if (loop.start === null || loop.end === null) return null
  return before <= loop.end && now >= loop.end ? loop.start : null
}

/** The same for running backwards: to the end when it ran over the start. */
export function loopOn(loop: Loop, before: number, now: number): number | null {
  if (loop.start === null || loop.end === null) return null
  return before >= loop.start && now < loop.start ? loop.end : null
}

/** A loop as somebody typed, dragged or was sent it: within the video (s), its ends in order, never of no length. */
export function soundLoop({ start, end }: Loop, duration: number): Loop {
  const within = (time: number | null) =>
    time === null || !Number.isFinite(time) ? null : Math.min(Math.max(0, time), duration || Infinity)
  const [from, to] = [within(start), within(end)]
  if (from === null || to === null) return { start: from, end: to }
  return from === to ? NO_LOOP : { start: Math.min(from, to), end: Math.max(from, to) }
}

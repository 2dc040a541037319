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

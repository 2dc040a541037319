import { createRepaint } from './repaint.ts'
import type { Repaint } from './repaint.ts'

/** A stretch of the recording's time, in seconds. */
export type TimeView = { readonly from: number; readonly to: number }

/** Zoomed in no further than this (s): a few pictures of a film at 1,000 frames a second. */
const LEAST_SPAN = 0.01

export const spanOf = ({ from, to }: TimeView): number => to - from

/** The view moved and, where it is too long or too short, scaled around its middle so that it lies within the whole. */
export function within(whole: TimeView, view: TimeView): TimeView {
  const span = Math.min(Math.max(spanOf(view), LEAST_SPAN), spanOf(whole))
  const begin = Math.min(Math.max(whole.from, (view.from + view.to - span) / 2), whole.to - span)
  return { from: begin, to: begin + span }
}

/** Shows `factor` times as much time (below 1: zooms in); `around` (s) stays where it is. */
export function zoomed(view: TimeView, factor: number, around: number): TimeView {
  return { from: around - (around - view.from) * factor, to: around + (view.to - around) * factor }
}

export const moved = ({ from, to }: TimeView, by: number): TimeView => ({ from: from + by, to: to + by })

/** What is left before the play head when the view goes on with it, as a share of the view. */
const LEAD = 0.1

/**
 * The view that goes on with the play head: the same one while it is in it, the next page of it once it has left.
 * Null where somebody has moved the view away from a playing recording, to look at something else.
 */
export function followed(
  view: TimeView,
  { before, now, playing }: { before: number; now: number; playing: boolean },
): TimeView | null {
  const holds = (time: number) => time >= view.from && time <= view.to
  if (now === before || holds(now) || (playing && !holds(before))) return null
  return moved(view, now - view.from - spanOf(view) * LEAD)
}

export type LaneView = {
  get(): TimeView
  /** All of the recording. */
  whole(): TimeView
  readonly isWhole: () => boolean
  /** Goes to a view, kept within the whole. Several within one animation frame are drawn once. */
  show(view: TimeView): void
  /** The recording is this long. A view of all of it stays one. */
  setWhole(whole: TimeView): void
  /** Calls back once per animation frame in which the view has changed; returns the unsubscribe function. */
  readonly subscribe: Repaint['subscribe']
  /** What draws the view. */
  readonly repaint: Repaint
}

/** The stretch of time that all lanes show; no React, since it changes with every turn of a wheel. */
export function createLaneView(all: TimeView): LaneView {
  const repaint = createRepaint()
  let whole = all
  let view = all
  const change = (next: TimeView) => {
    if (next.from === view.from && next.to === view.to) return
    view = next
    repaint.ask()
  }
  const isWhole = () => spanOf(view) >= spanOf(whole) * (1 - 1e-9)
  return {
    get: () => view,
    whole: () => whole,
    isWhole,
    show: (next) => change(within(whole, next)),
    setWhole(next) {
      const showAll = isWhole()
      whole = next
      change(showAll ? next : within(next, view))
    },
    subscribe: repaint.subscribe,
    repaint,
  }
}

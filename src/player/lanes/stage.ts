import type { Drawing } from './repaint.ts'
import { spanOf } from './timeView.ts'
import type { LaneView, TimeView } from './timeView.ts'

export type HoverTime = {
  /** Time (s) under the pointer, null where it is not over the lanes. */
  get(): number | null
  /** Where the pointer is, as `clientX`; null where it is not over the lanes. */
  set(clientX: number | null): void
  /** Calls back when the pointer has moved, or what is under it. */
  subscribe(listener: () => void): () => void
}

/** The strip of the page that time runs through, the same for all lanes. Pixels are CSS pixels from its left edge. */
export type LaneStage = {
  readonly view: LaneView
  readonly hover: HoverTime
  /** Takes the element that spans the strip; returns the function that lets it go. */
  attach(area: HTMLElement): () => void
  width(): number
  xOf(time: number): number
  /** The time under a pointer, kept within what is shown. */
  timeAt(clientX: number): number
  /** A stretch of time as pixels, cut to what is shown; null where nothing of it is. */
  place(stretch: TimeView): { left: number; width: number } | null
  /** Calls back when the view or the width has changed; returns the unsubscribe function. */
  subscribe(listener: () => void): () => void
  /** Draws soon, and again when the view or the width has changed; returns the function that ends it. */
  draw(drawing: Drawing): () => void
}

export function createLaneStage(view: LaneView): LaneStage {
  const listeners = new Set<() => void>()
  let area: HTMLElement | null = null
  let width = 0
  const xOf = (time: number) => {
    const shown = view.get()
    const span = spanOf(shown)
    return span > 0 ? ((time - shown.from) / span) * width : 0
  }
  const timeAt = (clientX: number) => {
    const { from, to } = view.get()
    if (!area || width === 0) return from
    const share = (clientX - area.getBoundingClientRect().left) / width
    return from + Math.min(1, Math.max(0, share)) * (to - from)
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    const stop = view.subscribe(listener)
    return () => {
      listeners.delete(listener)
      stop()
    }
  }
  return {
    view,
    hover: createHover(timeAt, subscribe),
    attach(element) {
      area = element
      const observer = new ResizeObserver(() => {
        width = element.clientWidth
        for (const listener of [...listeners]) listener()
        view.repaint.ask()
      })
      observer.observe(element)
      width = element.clientWidth
      return () => {
        observer.disconnect()
        area = null
      }
    },
    width: () => width,
    xOf,
    timeAt,
    place({ from, to }) {
      const left = Math.max(0, xOf(from))
      const right = Math.min(width, xOf(to))
      return right > left ? { left, width: right - left } : null
    },
    subscribe,
    draw: view.repaint.add,
  }
}

function createHover(
  timeAt: (clientX: number) => number,
  onStage: (listener: () => void) => () => void,
): HoverTime {
  const listeners = new Set<() => void>()
  let pointer: number | null = null
  return {
    get: () => (pointer === null ? null : timeAt(pointer)),
    set(clientX) {
      if (clientX === pointer) return
      pointer = clientX
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      const stop = onStage(listener)
      return () => {
        listeners.delete(listener)
        stop()
      }
    },
  }
}

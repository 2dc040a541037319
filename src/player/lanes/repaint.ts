/** An animation frame that comes this soon after the one before (ms) says that there was time left in it: 60 a second. */
const QUICK = 20

/** Something that takes long to draw. Of those that wait, one that `isFirst` comes before the others. */
export type Drawing = { readonly draw: () => void; readonly isFirst: () => boolean }

export type Repaint = {
  /** Everything is to be brought up to date; asked for several times within one animation frame, it is done once. */
  readonly ask: () => void
  /** Calls back in the next animation frame whenever that is asked for; returns the unsubscribe function. */
  readonly subscribe: (listener: () => void) => () => void
  /** The same for what takes long, soon for the first time: where there is much, it is spread over several frames. */
  readonly add: (drawing: Drawing) => () => void
}

/**
 * Draws in animation frames, and no more in one than keeps the page quick. How much that is, only the next frame tells:
 * what a canvas is told to draw, the browser draws later. So it begins with one drawing and doubles while there is time.
 */
export function createRepaint(): Repaint {
  const listeners = new Set<() => void>()
  const drawings = new Set<Drawing>()
  /** Longest waiting first: what is asked for again keeps its place, so that each comes in its turn. */
  const waiting = new Set<Drawing>()
  let asked = false
  let frame: number | null = null
  let most = 1
  let drawnAt: number | null = null
  let last: Drawing | null = null

  const paint = (now: number) => {
    frame = null
    if (asked) {
      asked = false
      for (const listener of [...listeners]) listener()
    }
    if (drawnAt !== null) most = now - drawnAt <= QUICK ? most * 2 : Math.max(1, Math.floor(most / 2))
    most = Math.min(most, Math.max(1, drawings.size))
    // By turns with the others, which would never be drawn while a wheel goes on turning.
    const first = [...waiting].find((drawing) => drawing !== last && drawing.isFirst())
    for (const drawing of [...new Set(first ? [first, ...waiting] : waiting)].slice(0, most)) {
      waiting.delete(drawing)
      drawing.draw()
      last = drawing
    }
    // After a rest, the time since then says nothing.
    drawnAt = waiting.size > 0 ? now : null
    if (waiting.size > 0) schedule()
  }
  const schedule = () => {
    frame ??= requestAnimationFrame(paint)
  }
  return {
    ask() {
      asked = true
      for (const drawing of drawings) waiting.add(drawing)
      schedule()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add(drawing) {
      drawings.add(drawing)
      waiting.add(drawing)
      schedule()
      return () => {
        drawings.delete(drawing)
        waiting.delete(drawing)
      }
    },
  }
}

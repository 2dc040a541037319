import { useEffect, useMemo, useState } from 'react'
import type { RefCallback } from 'react'
import type { Playback } from '../../player/playback.ts'
import { useDraw } from '../../player/usePlayback.ts'

type Marked = { readonly id: string; readonly time: number; readonly end?: number | null }

/** While it plays, a moment stays marked for this long on the screen: a single picture would flash by. */
const LINGER_S = 0.6

/**
 * Marks what lies under the play head with `aria-current`, among elements with `data-mark` within the one the reference
 * is given to. It writes to the page itself: a frame costs no React render.
 */
export function useCurrentMarks<Box extends HTMLElement>(
  playback: Playback,
  marks: readonly Marked[],
): RefCallback<Box> {
  const [box, setBox] = useState<Box | null>(null)
  const { draw, drawAnew } = useMemo(() => createDrawing(box, marks), [box, marks])
  useDraw(playback, draw)
  // A render may have put another element in a mark's place.
  useEffect(() => drawAnew(playback))
  return setBox
}

/** `draw` writes only when something else has come under the play head; `drawAnew` in any case. */
function createDrawing(box: HTMLElement | null, marks: readonly Marked[]) {
  let shown = ''
  const write = (under: readonly string[]) => {
    for (const element of box?.querySelectorAll('[data-mark]') ?? []) {
      if (under.includes(element.getAttribute('data-mark') ?? ''))
        element.setAttribute('aria-current', 'time')
      else element.removeAttribute('aria-current')
    }
  }
  const idsUnder = ({ pictureTime, playing, rate, frames, frame }: Playback) => {
    const now = { pictureTime, playing, rate, frames, frame }
    return marks.filter((mark) => isUnder(mark, now)).map(({ id }) => id)
  }
  return {
    draw: (playback: Playback): void => {
      const under = idsUnder(playback)
      const key = under.join()
      if (key === shown) return
      shown = key
      write(under)
    },
    drawAnew: (playback: Playback): void => write(idsUnder(playback)),
  }
}

/** What is on the screen, read once for all marks. */
type Now = Pick<Playback, 'pictureTime' | 'playing' | 'rate' | 'frames' | 'frame'>

/** Whether a moment or a range (s) has the picture on the screen in it. */
function isUnder({ time, end = null }: Marked, { pictureTime, playing, rate, frames, frame }: Now): boolean {
  if (end !== null && pictureTime >= time - 1e-3 && pictureTime <= end) return true
  if (playing) return pictureTime >= time - 1e-3 && pictureTime < time + LINGER_S * rate
  return frames.frameAt(time) === frame
}

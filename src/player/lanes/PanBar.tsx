import { useEffect, useRef } from 'react'
import styles from './PanBar.module.css'
import type { LaneFrame } from './laneFrame.ts'
import { moved, spanOf } from './timeView.ts'

/**
 * Which part of the recording the lanes show; dragged, they show another one. For pointers: the keyboard has the arrow
 * keys, touch has two fingers too.
 */
export function PanBar({ frame: { clock, stage } }: { frame: LaneFrame }) {
  const bar = useRef<HTMLDivElement>(null)
  const thumb = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { view } = stage
    const share = (time: number) => (time - view.whole().from) / (spanOf(view.whole()) || 1)
    const drawHead = () => {
      if (head.current) head.current.style.transform = `translateX(${share(clock.time) * stage.width()}px)`
    }
    const draw = () => {
      drawHead()
      if (!thumb.current || !bar.current) return
      bar.current.dataset.whole = String(view.isWhole())
      const { from, to } = view.get()
      thumb.current.style.transform = `translateX(${share(from) * stage.width()}px)`
      thumb.current.style.inlineSize = `${(share(to) - share(from)) * stage.width()}px`
    }
    draw()
    const stops = [clock.subscribe(drawHead), stage.subscribe(draw)]
    return () => stops.forEach((stop) => stop())
  }, [clock, stage])
  useEffect(() => {
    const element = bar.current
    if (!element) return
    const { view } = stage
    const ended = new AbortController()
    const { signal } = ended
    let heldAt: number | null = null
    const perPixel = () => spanOf(view.whole()) / Math.max(1, stage.width())
    const timeUnder = (clientX: number) =>
      view.whole().from + (clientX - element.getBoundingClientRect().left) * perPixel()
    const onDown = ({ button, pointerId, clientX }: PointerEvent) => {
      if (button !== 0 || view.isWhole()) return
      element.setPointerCapture(pointerId)
      const [time, { from, to }] = [timeUnder(clientX), view.get()]
      if (time < from || time > to) view.show(moved(view.get(), time - (from + to) / 2))
      heldAt = clientX
    }
    const onMove = ({ clientX }: PointerEvent) => {
      if (heldAt === null) return
      view.show(moved(view.get(), (clientX - heldAt) * perPixel()))
      heldAt = clientX
    }
    const onEnd = () => (heldAt = null)
    element.addEventListener('pointerdown', onDown, { signal })
    element.addEventListener('pointermove', onMove, { signal })
    element.addEventListener('pointerup', onEnd, { signal })
    element.addEventListener('pointercancel', onEnd, { signal })
    return () => ended.abort()
  }, [stage])
  return (
    <div ref={bar} className={styles.panBar} aria-hidden>
      <div ref={thumb} className={styles.panThumb} />
      <div ref={head} className={styles.panHead} />
    </div>
  )
}

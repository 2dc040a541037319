import type { Clock } from '../clock.ts'
import type { LaneStage } from './stage.ts'
import { moved, spanOf, zoomed } from './timeView.ts'
import type { TimeView } from './timeView.ts'

/** Less than this (px) is a click and no drag. */
const STILL = 4

/** Two fingers closer than this (px) say nothing about how much is to be shown. */
const LEAST_APART = 16

/** How much more or less a turn of the wheel shows, for each pixel it would scroll. */
const WHEEL = 0.0025

type Gesture = { kind: 'scrub' } | { kind: 'touch'; startX: number } | { kind: 'range'; startX: number }

/**
 * What pointers do over the lanes. On a lane: a click seeks and a drag scrubs; on the axis: a drag shows the range, a
 * double click all of it. A wheel with Ctrl or ⌘ zooms, with Shift (or sideways) pans; two fingers do both.
 * `drawRange` shows the range that is being dragged. Returns the function that takes it all away.
 */
export function attachGestures(
  root: HTMLElement,
  {
    stage,
    clock,
    drawRange,
  }: { stage: LaneStage; clock: Clock; drawRange: (range: TimeView | null) => void },
): () => void {
  const ended = new AbortController()
  const { signal } = ended
  const fingers = new Map<number, number>()
  let gesture: Gesture | null = null

  const zoneOf = ({ target }: Event) =>
    target instanceof Element ? target.closest<HTMLElement>('[data-time], [data-axis]') : null
  const rangeTo = (startX: number, x: number): TimeView => {
    const [from, to] = [stage.timeAt(Math.min(startX, x)), stage.timeAt(Math.max(startX, x))]
    return { from, to }
  }

  const onDown = (event: PointerEvent) => {
    const zone = zoneOf(event)
    if (!zone || event.button !== 0) return
    const { pointerId, clientX } = event
    fingers.set(pointerId, clientX)
    zone.setPointerCapture(pointerId)
    if (fingers.size > 1) gesture = null
    else if (zone.dataset.axis !== undefined) gesture = { kind: 'range', startX: clientX }
    // A finger may be about to scroll the page.
    else if (event.pointerType === 'touch') gesture = { kind: 'touch', startX: clientX }
    else {
      gesture = { kind: 'scrub' }
      clock.seek(stage.timeAt(clientX))
    }
  }

  const onMove = (event: PointerEvent) => {
    const { pointerId, clientX } = event
    if (event.pointerType !== 'touch') {
      const over = gesture !== null || zoneOf(event) !== null
      stage.hover.set(over ? clientX : null)
    }
    const beforeX = fingers.get(pointerId)
    if (beforeX === undefined) return
    if (fingers.size === 2) {
      pinch(stage, fingers, pointerId, clientX)
      return
    }
    fingers.set(pointerId, clientX)
    if (gesture?.kind === 'touch' && Math.abs(clientX - gesture.startX) > STILL) gesture = { kind: 'scrub' }
    if (gesture?.kind === 'scrub') clock.seek(stage.timeAt(clientX))
    if (gesture?.kind === 'range') drawRange(rangeTo(gesture.startX, clientX))
  }

  const onUp = (event: PointerEvent) => {
    const { clientX } = event
    if (!fingers.delete(event.pointerId)) return
    if (gesture?.kind === 'range') {
      drawRange(null)
      if (Math.abs(clientX - gesture.startX) > STILL) stage.view.show(rangeTo(gesture.startX, clientX))
      else clock.seek(stage.timeAt(clientX))
    }
    if (gesture?.kind === 'touch') clock.seek(stage.timeAt(clientX))
    gesture = null
  }

  const onCancel = (event: PointerEvent) => {
    fingers.delete(event.pointerId)
    gesture = null
    drawRange(null)
  }

  const onWheel = (event: WheelEvent) => {
    if (!zoneOf(event)) return
    const { deltaX, deltaY, clientX } = event
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      stage.view.show(zoomed(stage.view.get(), Math.exp(deltaY * WHEEL), stage.timeAt(clientX)))
      return
    }
    const sideways =
      event.shiftKey && deltaX === 0 ? deltaY : Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : 0
    if (sideways === 0 || stage.view.isWhole() || stage.width() === 0) return
    event.preventDefault()
    stage.view.show(moved(stage.view.get(), (sideways / stage.width()) * spanOf(stage.view.get())))
  }

  root.addEventListener('pointerdown', onDown, { signal })
  root.addEventListener('pointermove', onMove, { signal })
  root.addEventListener('pointerup', onUp, { signal })
  root.addEventListener('pointercancel', onCancel, { signal })
  root.addEventListener('pointerleave', () => stage.hover.set(null), { signal })
  // The page would scroll or zoom otherwise.
  root.addEventListener('wheel', onWheel, { signal, passive: false })
  const toWhole = (event: Event) => {
    if (zoneOf(event)?.dataset.axis !== undefined) stage.view.show(stage.view.whole())
  }
  root.addEventListener('dblclick', toWhole, { signal })
  return () => ended.abort()
}

/** What is under each of two fingers stays under it: the one that moves scales, the other one holds. */
function pinch(stage: LaneStage, fingers: Map<number, number>, pointerId: number, clientX: number): void {
  const [first, second] = [...fingers.keys()]
  if (first === undefined || second === undefined) return
  const other = fingers.get(pointerId === first ? second : first) ?? clientX
  const before = fingers.get(pointerId) ?? clientX
  fingers.set(pointerId, clientX)
  const apart = Math.abs(clientX - other)
  if (apart < LEAST_APART) return
  stage.view.show(zoomed(stage.view.get(), Math.abs(before - other) / apart, stage.timeAt(other)))
}

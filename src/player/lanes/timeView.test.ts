// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { createLaneView, followed, moved, within, zoomed } from './timeView.ts'

const WHOLE = { from: 0, to: 10 }

describe('the view of the lanes', () => {
  it('zooms around a moment, which stays where it is', () => {
    const near = zoomed(WHOLE, 0.5, 8)
    expect(near).toEqual({ from: 4, to: 9 })
    expect(zoomed(near, 2, 8)).toEqual(WHOLE)
  })

  it('stays within the recording', () => {
    expect(within(WHOLE, { from: -3, to: 1 })).toEqual({ from: 0, to: 4 })
    expect(within(WHOLE, { from: 8, to: 11 })).toEqual({ from: 7, to: 10 })
    expect(within(WHOLE, { from: -5, to: 20 })).toEqual(WHOLE)
    expect(within(WHOLE, { from: 5, to: 5 })).toEqual({ from: 4.995, to: 5.005 })
    // A recording shorter than the least that is shown, or of no length.
    expect(within({ from: 0, to: 0.004 }, { from: 0.001, to: 0.002 })).toEqual({ from: 0, to: 0.004 })
    expect(within({ from: 0, to: 0 }, { from: 1, to: 2 })).toEqual({ from: 0, to: 0 })
  })

  it('turns the page when the play head leaves it', () => {
    const view = { from: 2, to: 4 }
    expect(followed(view, { before: 3.9, now: 3.95, playing: true })).toBeNull()
    expect(followed(view, { before: 3.95, now: 4.1, playing: true })?.from).toBeCloseTo(3.9)
    // A loop goes back.
    expect(followed(view, { before: 3.95, now: 1, playing: true })?.from).toBeCloseTo(0.8)
  })

  it('leaves the view where somebody looks at another place while it plays', () => {
    const elsewhere = { from: 7, to: 9 }
    expect(followed(elsewhere, { before: 3.9, now: 3.95, playing: true })).toBeNull()
    expect(followed(elsewhere, { before: 3.9, now: 3.9, playing: false })).toBeNull()
    // Stepping says that the moment is wanted.
    expect(followed(elsewhere, { before: 3.9, now: 3.95, playing: false })?.from).toBeCloseTo(3.75)
  })

  it('is drawn once for many changes', async () => {
    const view = createLaneView(WHOLE)
    const draw = vi.fn()
    const stop = view.subscribe(draw)
    view.show({ from: 2, to: 4 })
    view.show(moved(view.get(), 1))
    expect(draw).not.toHaveBeenCalled()
    await new Promise(requestAnimationFrame)
    expect(draw).toHaveBeenCalledTimes(1)
    expect(view.get()).toEqual({ from: 3, to: 5 })
    stop()
  })

  it('of all of a recording stays one when its length becomes known', () => {
    const view = createLaneView(WHOLE)
    view.setWhole({ from: 0, to: 12 })
    expect([view.get(), view.isWhole()]).toEqual([{ from: 0, to: 12 }, true])
    view.show({ from: 10, to: 12 })
    view.setWhole({ from: 0, to: 11 })
    expect([view.get(), view.isWhole()]).toEqual([{ from: 9, to: 11 }, false])
  })
})

import { recordingTime, shownTime } from '../clock.ts'
import type { TimeScale } from '../clock.ts'
import type { TimeView } from './timeView.ts'

/** A line of the time axis: `time` in seconds of the recording, `shown` as it is read, with so many decimals. */
export type Tick = { readonly time: number; readonly shown: number }

/** Round distances of 1, 2 and 5 times a power of ten. */
const STEPS = [1, 2, 5, 10]

/** The smallest round distance that is at least `least`. */
export function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return (STEPS.find((step) => step * power >= least * (1 - 1e-9)) ?? 10) * power
}

/** Decimals that tell two ticks apart. */
export const decimalsOf = (step: number): number => Math.max(0, -Math.floor(Math.log10(step) + 1e-9))

/** A tick needs so many pixels, with its number. */
const TICK_WIDTH = 84

/** How many ticks there is room for in so many pixels. */
export const mostTicks = (width: number): number => Math.floor(width / TICK_WIDTH)

/** Ticks at round shown times within the view, no closer than `most` of them in the view would be, and their decimals. */
export function timeTicks(
  view: TimeView,
  scale: TimeScale,
  most: number,
): { ticks: Tick[]; decimals: number } {
  const from = shownTime(scale, view.from)
  const to = shownTime(scale, view.to)
  if (!(to > from) || most < 1) return { ticks: [], decimals: 0 }
  const step = roundStep((to - from) / most)
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  const ticks = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const shown = (first + index) * step
    return { time: recordingTime(scale, shown), shown }
  })
  return { ticks, decimals: decimalsOf(step) }
}

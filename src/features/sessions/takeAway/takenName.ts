import { formatSeconds } from '../../../lib/formatNumber.ts'
import { trayText as text } from '../../../messages/takeAway.ts'
import { shownTime } from '../../../player/clock.ts'
import type { TimeScale } from '../../../player/clock.ts'
import type { Clip, Still } from './tray.ts'

/** Which moment or range it shows, in the time that is shown. */
export function takenWhen(taken: Still | Clip, scale: TimeScale): string {
  const read = (time: number) => formatSeconds(shownTime(scale, time))
  return taken.kind === 'still'
    ? text.moment(read(taken.time))
    : text.range(read(taken.time), read(taken.end))
}

/** What it is called; where its caption was emptied, by its time. */
export const takenName = (taken: Still | Clip, scale: TimeScale): string =>
  taken.caption.trim() || takenWhen(taken, scale)

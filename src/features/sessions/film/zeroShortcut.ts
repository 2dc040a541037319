import { eventAtOrBefore } from '../../../domain/sessionEvent.ts'
import { eventsText as text } from '../../../messages/events.ts'
import type { Playback } from '../../../player/playback.ts'
import type { Shortcut } from '../../../ui/shortcuts.ts'
import type { FilmRoom } from '../filmRoom.ts'
import { withZeroAt } from '../filmStore.ts'
import { pictureMoment } from '../pictureMoment.ts'

/** Zeroes the clock at the event under the play head or before it; where it is zero there already, at the start. */
export const zeroShortcut = ({
  playback,
  events,
  changeSettings,
  say,
}: {
  playback: Playback
  events: FilmRoom['settings']['events']
  changeSettings: FilmRoom['changeSettings']
  say: (text: string) => void
}): Shortcut => ({
  keys: ['z'],
  label: text.zeroKey,
  run: () => {
    const event = eventAtOrBefore(events, pictureMoment(playback))
    changeSettings((present) => withZeroAt(present, event && event.id !== present.zeroAt ? event.id : null))
    if (!event) say(text.noEventBefore)
  },
})

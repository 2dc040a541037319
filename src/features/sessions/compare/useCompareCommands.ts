import { useMemo, useState } from 'react'
import { firstTime } from '../../../domain/alignment.ts'
import type { EventPair } from '../../../domain/alignment.ts'
import { formatSeconds } from '../../../lib/formatNumber.ts'
import { compareText as text } from '../../../messages/compare.ts'
import { shownTime } from '../../../player/clock.ts'
import type { Which } from '../../../player/comparedFilms.ts'
import { stepTarget } from '../../../player/frames.ts'
import { hasFailedNow } from '../../../player/useLead.ts'
import { pictureMoment } from '../pictureMoment.ts'
import { useUndo } from '../UndoLine.tsx'
import { withEventAt, withoutEventsOf } from './comparison.ts'
import type { Slot } from './comparison.ts'
import type { CompareRoom } from './useCompareRoom.ts'

export type CompareCommands = {
  /** Marks the moment on the screen of a recording; false where there is none yet. */
  mark: (which: Which, slot: Slot) => boolean
  /** A time in seconds of the recording. */
  put: (which: Which, slot: Slot, time: number) => void
  /** What was marked can be had back. */
  clearSlot: (which: Which, slot: Slot) => void
  putAll: (events: Readonly<Record<Which, EventPair>>) => void
  /** False where nothing is marked. */
  clear: (which: Which) => boolean
  goTo: (which: Which, time: number) => void
  toggleLink: () => void
  choose: (which: Which) => void
  /** What was done last, for screen readers. */
  said: string
  undo: ReturnType<typeof useUndo>
}

/** What buttons and keys of a comparison do to the events and to the link between the two films. */
export function useCompareCommands({ first, second, alignment, comparison }: CompareRoom): CompareCommands {
  const undo = useUndo()
  const [said, setSaid] = useState('')
  const { did } = undo
  const filmOf = useMemo(() => ({ first: first.film, second: second.film }), [first.film, second.film])
  const commands = useMemo(() => {
    const isLinked = () => comparison.get().free === null
    const isLed = () => isLinked() && !hasFailedNow(filmOf.first.playback)
    const put: CompareCommands['put'] = (which, slot, time) =>
      comparison.change(withEventAt(comparison.get(), which, slot, time))
    const say = (which: Which, slot: Slot, time: number) =>
      setSaid(
        text.marked(
          text.slot[slot],
          text.inWords[which],
          formatSeconds(shownTime(filmOf[which].scale, time)),
        ),
      )
    return {
      put,
      clearSlot: (which: Which, slot: Slot) => {
        const before = comparison.get().events[which][slot]
        comparison.change(withEventAt(comparison.get(), which, slot, null))
        did(text.clearedSlot(text.slot[slot], text.inWords[which]), () =>
          comparison.change(withEventAt(comparison.get(), which, slot, before)),
        )
      },
      mark: (which: Which, slot: Slot) => {
        const { playback } = filmOf[which]
        if (playback.duration === 0) return false
        // The moment is the one that was seen.
        filmOf[isLed() ? 'first' : which].playback.pause()
        const time = pictureMoment(playback)
        put(which, slot, time)
        say(which, slot, time)
        return true
      },
      putAll: (events: Readonly<Record<Which, EventPair>>) => {
        const before = comparison.get().events
        comparison.change({ events })
        did(text.proposalUsed, () => comparison.change({ events: before }))
      },
      clear: (which: Which) => {
        const before = comparison.get().events[which]
        if (before.first === null && before.second === null) return false
        comparison.change(withoutEventsOf(comparison.get(), which))
        did(text.cleared(text.inWords[which]), () =>
          comparison.change({ events: { ...comparison.get().events, [which]: before } }),
        )
        return true
      },
      toggleLink: () => {
        filmOf.first.playback.pause()
        filmOf.second.playback.pause()
        comparison.change({ free: isLinked() ? pictureMoment(filmOf.second.playback) : null })
      },
      choose: (which: Which) => comparison.change({ steered: which }),
    }
  }, [filmOf, comparison, did])
  const goTo = (which: Which, time: number) => {
    const { playback } = filmOf[which]
    if (which === 'first' || comparison.get().free !== null || hasFailedNow(filmOf.first.playback))
      return playback.seek(time)
    // While the two are linked the first goes where the second gets to that picture: to its middle, as both are aligned.
    const middle = stepTarget(playback.frames, time, 0, playback.duration)
    filmOf.first.playback.seek(firstTime(alignment, middle))
  }
  return { ...commands, goTo, said, undo }
}

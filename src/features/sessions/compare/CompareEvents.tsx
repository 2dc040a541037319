import { useMemo } from 'react'
import { commonText } from '../../../messages/common.ts'
import { compareText as text } from '../../../messages/compare.ts'
import { useMiddles } from '../../../player/useAlignment.ts'
import { usePlayback } from '../../../player/usePlayback.ts'
import { Button } from '../../../ui/Button.tsx'
import type { Which } from '../../../player/comparedFilms.ts'
import { UndoLine } from '../UndoLine.tsx'
import { useCurrentMarks } from '../useCurrentMarks.ts'
import { alignmentWords, notInOrder } from './alignmentWords.ts'
import styles from './CompareEvents.module.css'
import { BOTH } from './compared.ts'
import type { Compared } from './compared.ts'
import { EventSlot } from './EventSlot.tsx'
import { proposeEvents } from './eventProposal.ts'
import type { EventProposal } from './eventProposal.ts'
import type { CompareCommands } from './useCompareCommands.ts'
import type { CompareRoom } from './useCompareRoom.ts'

/** The two moments of each recording that lay one over the other, and in words how they do. */
export function CompareEvents({ room, commands }: { room: CompareRoom; commands: CompareCommands }) {
  const { first, second, alignment, linked, steered } = room
  const events = { first: first.events, second: second.events }
  // Two moments within one picture are no two events, in words as in the alignment.
  const middles = {
    first: useMiddles(first.film.playback, events.first),
    second: useMiddles(second.film.playback, events.second),
  }
  const words = alignmentWords(middles, alignment)
  const isNone = BOTH.some((which) => events[which].first === null && events[which].second === null)
  const proposal = useProposal(first, second)
  return (
    <section aria-label={text.together} className={styles.panel}>
      <div className={styles.head}>
        <h2>{text.together}</h2>
        <p role="status" className={styles.words}>
          {linked ? words : `${text.notLinked} ${text.whenLinked(words)}`}
        </p>
      </div>
      {notInOrder(middles).map((which) => (
        <p key={which} className={styles.warning}>
          {text.notInOrder[which]}
        </p>
      ))}
      {isNone ? <p className={styles.hint}>{text.howTo}</p> : null}
      {proposal ? (
        <p className={styles.proposal}>
          <bdi>{text.proposal(proposal.names)}</bdi>
          <Button onClick={() => commands.putAll(proposal.events)}>{text.useProposal}</Button>
        </p>
      ) : null}
      <div className={styles.recordings}>
        {BOTH.map((which) => (
          <RecordingEvents
            key={which}
            which={which}
            compared={room[which]}
            isChosen={steered === which}
            commands={commands}
          />
        ))}
      </div>
      <UndoLine last={commands.undo.last} undo={commands.undo.undo} />
      <p role="status" className="visually-hidden">
        {commands.said}
      </p>
    </section>
  )
}

/** Only where something is left to be marked. */
function useProposal(first: Compared, second: Compared): EventProposal | null {
  const [stored, others] = [first.film.settings.events, second.film.settings.events]
  const proposal = useMemo(() => proposeEvents(stored, others), [stored, others])
  const isOpen = [first, second].some(({ events }) => events.first === null || events.second === null)
  const isUsed =
    proposal !== null &&
    proposal.events.second.second === null &&
    first.events.first !== null &&
    second.events.first !== null
  return isOpen && !isUsed ? proposal : null
}

function RecordingEvents({
  which,
  compared: { session, film, events },
  isChosen,
  commands,
}: {
  which: Which
  compared: Compared
  isChosen: boolean
  commands: CompareCommands
}) {
  const { playback } = film
  const title = session.title || commonText.untitled
  const canMark = usePlayback(playback, ({ duration }) => duration > 0)
  const marks = useMemo(
    () =>
      (['first', 'second'] as const).flatMap((slot) =>
        events[slot] === null ? [] : [{ id: slot, time: events[slot] }],
      ),
    [events],
  )
  const list = useCurrentMarks<HTMLUListElement>(playback, marks)
  return (
    <div
      role="group"
      aria-label={text.eventsOf(text.recording[which], title)}
      className={styles.recording}
      data-chosen={isChosen || undefined}
    >
      <button
        type="button"
        className={styles.choose}
        aria-pressed={isChosen}
        title={isChosen ? text.chosen : undefined}
        onClick={() => commands.choose(which)}
      >
        <span className={styles.badge} aria-hidden>
          {text.badge[which]}
        </span>
        <bdi className={styles.name}>{title}</bdi>
        {isChosen ? <span className={styles.chosen}>{text.chosen}</span> : null}
      </button>
      <ul ref={list} className={styles.slots}>
        {(['first', 'second'] as const).map((slot) => (
          <EventSlot
            key={slot}
            slot={slot}
            time={events[slot]}
            film={film}
            refusal={canMark ? null : text.noTime}
            onMark={() => commands.mark(which, slot)}
            onPut={(time) => commands.put(which, slot, time)}
            onClear={() => commands.clearSlot(which, slot)}
            onGoTo={(time) => commands.goTo(which, time)}
          />
        ))}
      </ul>
    </div>
  )
}

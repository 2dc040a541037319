import type { EventPair } from '../../../domain/alignment.ts'
import type { SessionEvent } from '../../../domain/sessionEvent.ts'
import type { Which } from '../../../player/comparedFilms.ts'

/** Events that two recordings have by the same names: one of each, or two. */
export type EventProposal = {
  readonly names: readonly string[]
  readonly events: Readonly<Record<Which, EventPair>>
}

/**
 * The first event whose name both recordings have, and the next one after it that both have too, which may have the
 * same name: from strike to strike. Two are better than one. Events are in the order of time; null where no name is
 * shared.
 */
export function proposeEvents(
  first: readonly SessionEvent[],
  second: readonly SessionEvent[],
): EventProposal | null {
  let single: EventProposal | null = null
  for (const start of first) {
    const otherStart = second.find(({ name }) => name === start.name)
    if (!otherStart) continue
    const [later, otherLater] = [after(first, start), after(second, otherStart)]
    const end = later.find(({ name }) => otherLater.some((other) => other.name === name))
    const otherEnd = otherLater.find(({ name }) => name === end?.name)
    const proposal: EventProposal = {
      names: end ? [start.name, end.name] : [start.name],
      events: {
        first: { first: start.time, second: end?.time ?? null },
        second: { first: otherStart.time, second: otherEnd?.time ?? null },
      },
    }
    if (end) return proposal
    single ??= proposal
  }
  return single
}

const after = (events: readonly SessionEvent[], { time }: SessionEvent) =>
  events.filter((event) => event.time > time)

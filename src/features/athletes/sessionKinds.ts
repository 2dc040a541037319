import { readableName } from '../../domain/readableName.ts'
import type { Session } from '../../domain/session.ts'
import { athleteText } from '../../messages/athletes.ts'
import { commonText } from '../../messages/common.ts'

/** Lines that a timeline has at most; what is rarer shares the last one. */
const MOST_LINES = 8

/** A line of the timeline. */
export type KindLine = { readonly label: string; readonly sessions: readonly Session[] }

/** What was done: the activity, or, where the source has none, what the recording is called. */
export const kindOf = ({ activity, title }: Session): string => activity || title || commonText.untitled

/** The sessions by what was done, the most frequent first. */
export function kindLines(sessions: readonly Session[]): KindLine[] {
  const lines = [...grouped(sessions, kindOf)]
    .map(([label, own]) => ({ label, sessions: own }))
    .sort((a, b) => b.sessions.length - a.sessions.length)
  if (lines.length <= MOST_LINES) return lines
  const rest = lines.slice(MOST_LINES - 1).flatMap((line) => line.sessions)
  return [...lines.slice(0, MOST_LINES - 1), { label: athleteText.otherKinds, sessions: rest }]
}

/** Sessions whose numbers can be compared: of one activity and exercise. */
export type Comparable = { readonly key: string; readonly label: string }

/** What a session can be compared with. Of an activity that is not known, its exercise tells, else its title. */
export function comparableOf({ activity, exercise, title }: Session): Comparable {
  if (activity === '')
    return { key: JSON.stringify(['', exercise ?? title]), label: title || commonText.untitled }
  const label = exercise ? `${activity} (${readableName(exercise)})` : activity
  return { key: JSON.stringify([activity, exercise]), label }
}

/** The items of each key, keys and items in the order they come. */
export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

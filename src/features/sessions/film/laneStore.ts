import { createOwnStore } from '../../../lib/ownStore.ts'

/** Ids of the lanes that somebody chose, by activity; kept on this device for each account. */
export type ChosenLanes = Readonly<Record<string, readonly string[]>>

export const laneStore = createOwnStore<ChosenLanes>({
  name: 'lanes',
  version: 1,
  empty: {},
  read: readChosen,
})

/** What is not readable is left out; null when it is no choice at all. */
function readChosen(json: unknown): ChosenLanes | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null
  return Object.fromEntries(
    Object.entries(json).filter(
      (entry): entry is [string, string[]] =>
        Array.isArray(entry[1]) && entry[1].every((id) => typeof id === 'string'),
    ),
  )
}

export const chooseLanes = (chosen: ChosenLanes, activity: string, ids: readonly string[]): ChosenLanes => ({
  ...chosen,
  [activity]: ids,
})

/** Back to the usual ones. */
export const forgetLanes = (chosen: ChosenLanes, activity: string): ChosenLanes =>
  Object.fromEntries(Object.entries(chosen).filter(([name]) => name !== activity))

export const chosenFor = (chosen: ChosenLanes, activity: string): readonly string[] | null =>
  Object.hasOwn(chosen, activity) ? (chosen[activity] ?? null) : null

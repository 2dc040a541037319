import { chosenFor, laneStore } from './film/laneStore.ts'

/** Ids of the lanes that an account chose for an activity; null: the usual ones. */
export const chosenLanes = (account: string | null, activity: string): readonly string[] | null =>
  chosenFor(laneStore.get({ account }).value, activity)

import { cleanNoteText, LATEST_TIME, LONGEST_NOTE } from '../../../domain/note.ts'
import type { Note } from '../../../domain/note.ts'
import { notesText } from '../../../messages/notes.ts'
import { toMicrosecond } from '../pictureMoment.ts'
import type { Draft } from './noteStore.ts'

const text = notesText.problem

/** What is wrong with each field of a draft, in words; empty when it can be saved. */
export type DraftProblems = { text?: string; time?: string; end?: string }

/**
 * A draft with its times as they are kept: in whole microseconds, and within the recording where they lie outside of it
 * by no more than `slack` (s). A time is read off the screen rounded, so that of the first picture can be before the start.
 */
export function settledDraft(draft: Draft, duration: number, slack: number): Draft {
  const latest = latestOf(duration)
  const settle = (time: number) =>
    time >= -slack && time <= latest + slack ? Math.min(toMicrosecond(time), latest) : time
  return { ...draft, time: settle(draft.time), end: draft.end === null ? null : settle(draft.end) }
}

const latestOf = (duration: number) => (duration > 0 ? duration : LATEST_TIME)

/** `duration` (s) of the recording; 0 while it is not known. */
export function draftProblems(draft: Draft, duration: number): DraftProblems {
  const { time, end } = draft
  const words = cleanNoteText(draft.text)
  const latest = latestOf(duration)
  const problemOf = (value: number) =>
    Number.isNaN(value) ? text.time : value < 0 || value > latest ? text.outside : null
  const timeProblem = problemOf(time)
  const endProblem = end === null ? null : (problemOf(end) ?? (end > time || timeProblem ? null : text.order))
  return {
    ...(words === '' ? { text: text.empty } : {}),
    ...(words.length > LONGEST_NOTE ? { text: text['too-long'](words.length - LONGEST_NOTE) } : {}),
    ...(timeProblem === null ? {} : { time: timeProblem }),
    ...(endProblem === null ? {} : { end: endProblem }),
  }
}

/** Whether something would be lost if the draft were given up. */
export function isWorthKeeping(draft: Draft, notes: readonly Note[]): boolean {
  const before = notes.find(({ id }) => id === draft.id)
  if (!before) return draft.text.trim() !== ''
  return draft.text !== before.text || draft.time !== before.time || draft.end !== before.end
}

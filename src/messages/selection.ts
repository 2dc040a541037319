import type { Retitle } from '../domain/retitle.ts'
import { countSessions } from './counts.ts'

const are = (count: number) => (count === 1 ? '1 is' : `${count} are`)

/** Words of the selection and of what can be done with it. */
export const selectionText = {
  bar: 'Selection',
  selected: (count: number) => `${count} selected`,
  elsewhere: (count: number) => `${count} not on this page`,
  exportThem: 'Export',
  exportSelected: 'Export selected',
  retitle: 'Retitle',
  remove: 'Delete',
  clear: 'Clear selection',
  underWay: 'Bulk work is still under way. It ends first.',
  tooMany: (most: number) => `At most ${most} sessions at once.`,
  leftOut: (count: number, reason: string) => `${are(count)} left out: ${reason}`,
  nothingLeft: 'None of the selected sessions can be changed.',
} as const

export const bulkDeleteText = {
  title: (count: number) => `Delete ${countSessions(count)}?`,
  what: 'The sessions, their original and analyzed videos and their reports are deleted for everybody. Your own marks of them on this device go too. This cannot be undone.',
  processing: (count: number) =>
    count === 1
      ? 'One of them is being processed right now.'
      : `${count} of them are being processed right now.`,
  list: 'Sessions to be deleted',
  exportFirst: 'Export the list first',
  type: (count: number) => `Type ${count} to confirm`,
  wrong: (count: number) => `Type the number of sessions: ${count}.`,
  confirm: (count: number) => `Delete ${countSessions(count)}`,
} as const

export const retitleText = {
  title: (count: number) => `Retitle ${countSessions(count)}`,
  pattern: 'New title',
  hint: 'Words and any of {title}, {athlete}, {activity}, {date}, {n}. {n} counts from the session recorded first.',
  insert: (placeholder: string) => `Insert {${placeholder}}`,
  unknown: (placeholders: string) => `Not known: ${placeholders}.`,
  preview: 'Preview',
  now: 'Now',
  then: 'Then',
  problem: {
    empty: 'nothing would be left',
    'too-long': 'too long',
    unchanged: 'stays as it is',
  } satisfies Record<NonNullable<Retitle['problem']>, string>,
  summary: (changed: number, unchanged: number, wrong: number) =>
    [
      `${changed} ${changed === 1 ? 'title changes' : 'titles change'}`,
      ...(unchanged > 0 ? [unchanged === 1 ? '1 stays as it is' : `${unchanged} stay as they are`] : []),
      ...(wrong > 0 ? [`${wrong} cannot be used`] : []),
    ].join(' · '),
  same: (count: number) =>
    `${count} sessions would share a title with another one. Add {n}, {date} or {athlete} to tell them apart.`,
  wrong: 'Some titles would be empty or too long.',
  nothing: 'No title changes.',
  confirm: (count: number) => `Retitle ${countSessions(count)}`,
} as const

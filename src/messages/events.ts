import { withoutDirectionMarks } from '../domain/directionMarks.ts'
import type { Activity } from '../domain/session.ts'

const quoted = (name: string) => `“${withoutDirectionMarks(name)}”`

/** What is usually marked in a recording of each activity, in the order in which it happens. */
export const EVENT_NAMES: Record<Activity, readonly string[]> = {
  Running: ['Left foot strike', 'Left toe-off', 'Right foot strike', 'Right toe-off'],
  'Vertical Jump': ['Start of the movement', 'Lowest point', 'Take-off', 'Highest point', 'Landing'],
  Weightlifting: ['Start of the lift', 'End of the first pull', 'End of the second pull', 'Catch', 'Stand'],
  'Mobility Assessment': ['Start', 'End of range', 'Return'],
}

/** Words of the events marked in a recording. Times arrive formatted, in seconds. */
export const eventsText = {
  title: 'Events',
  shortcutGroup: 'Events and this moment',
  mark: 'Mark event',
  markAt: (time: string) => `At ${time} s`,
  ownWords: 'Own words…',
  markKey: 'Mark an event here',
  name: 'Name of the event',
  needsName: 'An event needs a name.',
  markShort: 'Mark',
  rename: 'Rename',
  renameShort: 'Rename',
  move: 'Move to the play head',
  moveNeedsVideo: 'An event can be moved once there is a video that plays.',
  remove: 'Delete',
  zeroHere: 'Zero the clock here',
  fromStart: 'Count from the start',
  zeroKey: 'Zero the clock at the event here or before, or count from the start again',
  zeroAt: (name: string) => `The clock reads 0 at ${quoted(name)}.`,
  isZero: 'clock zero',
  noEventBefore: 'There is no event here or before to zero the clock at.',
  actions: (name: string, time: string) => `Actions for ${withoutDirectionMarks(name)}, ${time} s`,
  list: 'Marked events',
  none: 'Mark a take-off or a foot strike to go back to it, and to count time from it.',
  noVideo: 'A moment can be marked once there is a video that plays.',
  where: 'Kept on this device, for this account only.',
  notKept:
    'This device keeps no events: its storage is blocked or full, or holds those of a newer console. They are here until the page is left.',
  full: (most: number) => `There are ${most} events already. Delete one to mark another.`,
  marked: (name: string, time: string) => `Marked ${quoted(name)} at ${time} s.`,
  moved: (name: string) => `Moved ${quoted(name)}.`,
  deleted: (name: string) => `Deleted ${quoted(name)}.`,
} as const

export const copyLinkText = {
  copy: 'Copy link to this moment',
  copyShort: 'Copy link',
  copied: 'The link to this moment is copied.',
  title: 'Link to this moment',
  refused: 'The browser did not let it be copied. It is selected: copy it from here.',
  address: 'Address',
} as const

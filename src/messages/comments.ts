import { refusalText } from './common.ts'

/** Words of the report comments, shown and written. */
export const commentsText = {
  title: 'Report comments',
  language: 'Language',
  noLanguage: 'No language named',
  none: 'There are no comments on this session.',
  general: 'General',
  write: 'Write comments',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Comments saved.',
  deleted: 'Comments deleted.',
  nothingChanged: 'Nothing was changed.',
  readFailed: 'The comments could not be read.',
  nothingYet: 'Nothing is written yet. Choose what the first comment is about.',
  removeOne: (topic: string) => `Remove “${topic}”`,
  words: (topic: string, language: string) => `${topic}, ${language}`,
  empty: 'Write something, or remove this comment.',
  /** For a comment that names no language. */
  intoLanguages: 'Write it by language',
  topic: 'About',
  otherTopic: 'Something else…',
  ownTopic: 'What it is about',
  ownTopicMissing: 'Say what it is about.',
  topicTaken: 'There is a comment on this already.',
  add: 'Add comment',
  deleteAll: 'Delete all…',
  deleteTitle: 'Delete all comments?',
  deleteWhat: (count: number) =>
    `${count === 1 ? 'The comment' : `All ${count} comments`} on this session ${count === 1 ? 'is' : 'are'} deleted for everybody, in every language. This cannot be undone.`,
  deleteConfirm: 'Delete comments',
  deleting: 'Deleting…',
  notSaved: (reason: string) => `Not saved: ${reason} Your text is still here.`,
  notKnown: (reason: string) =>
    `It is not known whether it was saved: ${reason} Your text is still here, and Save looks before it writes.`,
  notDeleted: (reason: string) => `Not deleted: ${reason}`,
  deletionConflict:
    'Not deleted: somebody else changed the comments meanwhile. They are shown as they are now.',
  deletionNotKnown: (reason: string) =>
    `It is not known whether they were deleted: ${reason} Delete looks before it tries again.`,
  conflictTitle: 'Changed meanwhile',
  conflict: 'Somebody else changed these comments while you were writing. Nothing of yours was saved yet.',
  theirs: 'As it is now',
  mine: 'Yours',
  noWords: 'none',
  loadLatest: 'Load latest',
  keepMine: 'Keep mine over it',
  keepMineHint: 'That keeps your words where you changed them, and theirs everywhere else.',
  mineBefore: 'What you had written',
  leaveTitle: 'Leave without saving?',
  leave: 'Your changes to these comments are not saved.',
  stay: 'Stay',
  leaveAnyway: 'Leave',
  /** What a comment is about, by the API's key. */
  topics: {
    text_summary: 'Summary',
    text_contact_angle: 'Contact angle',
    text_push_angle: 'Push angle',
    text_knee_ankle: 'Knee and ankle',
    text_hip_angle: 'Hip',
    text_left_ankle_angle: 'Left ankle',
    text_left_knee_angle: 'Left knee',
    text_right_ankle_angle: 'Right ankle',
    text_right_knee_angle: 'Right knee',
    text_bar_speed: 'Bar speed',
    text_hip_speed: 'Hip speed',
    power: 'Power',
    grf: 'Ground reaction force',
  } as Readonly<Record<string, string>>,
} as const

/** Why comments cannot be written. */
export const commentRefusalText = {
  ...refusalText,
  'no-place': 'The server takes comments on running sessions only.',
} as const

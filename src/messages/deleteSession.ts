import type { VersionField } from '../domain/sessionVersion.ts'

/** Words of the dialog that deletes one session. */
export const deleteText = {
  title: 'Delete session?',
  what: (hasAnalyzedVideo: boolean) =>
    `The session, its original video${hasAnalyzedVideo ? ', its analyzed video' : ''} and its report are deleted for everybody. Your own marks of it on this device go too. This cannot be undone.`,
  keepFirst: 'The analyzed video can be kept as a file first.',
  whileDownloading: 'Wait for the download, or cancel it.',
  confirm: 'Delete',
  deleteAnyway: 'Delete anyway',
  deleting: 'Deleting…',
  deleted: (title: string) => `Deleted “${title}”.`,
  notDeleted: (reason: string) => `Not deleted: ${reason}`,
  notKnown: (reason: string) =>
    `It is not known whether it was deleted: ${reason} Delete looks before it tries again.`,
  pending: {
    queued: 'It is still waiting to be processed.',
    processing: 'It is being processed right now.',
  },
  changed: 'It was changed since it was read here, so it was not deleted:',
  fields: {
    title: 'Title',
    recordedAt: 'Recorded',
    activity: 'Activity',
    athleteId: 'Athlete',
    status: 'Status',
    segments: 'Segments',
    comments: 'Report comments',
    analyzed: 'Analyzed video',
  } satisfies Record<VersionField, string>,
  becomes: 'is now',
  otherComments: 'others than before',
  made: 'there is one now',
  gone: 'there is none any more',
  none: 'none',
} as const

import type { FilterName } from '../domain/source.ts'

/** Words of the list and of the dialogs that change a session. */
export const sessionsText = {
  title: 'Sessions',
  averageOf: (count: number) => `Average of ${count}`,
  columns: {
    recorded: 'Recorded',
    title: 'Title',
    athlete: 'Athlete',
    activity: 'Activity',
    status: 'Status',
    segments: 'Segments',
    actions: 'Actions',
  },
  filters: 'Filters',
  filtersWith: (count: number) => (count === 0 ? 'Filters' : `Filters (${count})`),
  filter: {
    title: 'Title',
    activity: 'Activity',
    athlete: 'Athlete',
    uploader: 'Uploaded by',
    status: 'Status',
    from: 'From',
    to: 'To',
  } satisfies Record<FilterName, string>,
  titlePlaceholder: 'Search titles',
  anyActivity: 'Any activity',
  clearFilters: 'Clear filters',
  previous: 'Previous',
  next: 'Next',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  rowsPerPage: 'Rows per page',
  rowsOf: (first: number, last: number, total: number | null) =>
    total === null ? `Rows ${first}–${last}` : `Rows ${first}–${last} of ${total}`,
  loadedOf: (loaded: number, total: number | null) =>
    total === null ? `${loaded} loaded` : `${loaded} of ${total} loaded`,
  needing: (count: number) => `${count} need${count === 1 ? 's' : ''} attention`,
  shown: (count: number) => `${count} shown`,
  /** In a list that is sieved here: how many of the rows that were looked at are `shown`, and how many hidden. */
  sievedOf: (shown: string, hidden: number | null, lookedAt: number, total: number | null) =>
    `${shown}${hidden === null ? '' : ` · ${hidden} seen hidden`} · ${total === null ? lookedAt : `${lookedAt} of ${total}`} looked at`,
  lookFurther: 'Look further',
  lookingFurther: 'Looking…',
  readSoFar: (count: number) => `${count} loaded so far`,
  readAll: (count: number) => (count === 0 ? 'No rows' : `All ${count} loaded`),
  rowsAtOnce: 'Rows at a time',
  loadMore: 'Load more',
  loadingMore: 'Loading…',
  readAgain: 'Read again',
  foldAssessments: 'Fold assessments',
  noRows: 'No rows',
  leftOut: (count: number) =>
    count === 1 ? '1 record without an id was left out.' : `${count} records without an id were left out.`,
  incompleteDay: (day: string) =>
    `${day} has more matches than the server can give in one answer, so some of that day are missing. Narrow the filter, by title or activity, to see them.`,
  emptyTitle: 'No sessions yet',
  empty: 'Sessions appear here once they have been uploaded.',
  noMatchTitle: 'No session matches',
  noMatch: (filters: string) => `Filtered by ${filters}.`,
  calmTitle: 'Nothing here needs attention',
  allSeenTitle: 'Everything here was seen',
  calm: (lookedAt: number, total: number | null) =>
    total !== null && lookedAt >= total
      ? `All ${lookedAt} sessions were looked at.`
      : `The newest ${lookedAt} sessions were looked at.`,
  wrongRange: 'The first day is after the last one, so nothing can match.',
  startedAgain: 'The list changed while it was read, so it starts again from the newest session.',
  seen: 'Seen',
  unreadable: 'Unreadable record',
  unreadableFields: (fields: string) => `Could not be read: ${fields}.`,
  listFailed: 'The sessions could not be read.',
  moreFailed: 'The next rows could not be read.',
  /** Seconds as people read them. */
  lasted: (seconds: number) =>
    seconds < 60
      ? `${seconds.toFixed(1)} s`
      : `${Math.floor(Math.round(seconds) / 60)} min ${String(Math.round(seconds) % 60).padStart(2, '0')} s`,
  /** `hasMore`: the list goes on, so others may follow. */
  recordings: (count: number, hasMore: boolean) => `${count} ${hasMore ? 'loaded' : 'recordings'}`,
  recordingsOfAssessment: (count: number, hasMore: boolean) =>
    `${count} ${hasMore ? 'loaded ' : ''}recordings of this assessment`,
  /** Said on a card, where no column header stands above the number. */
  segmentsOnCard: (count: number) => (count === 1 ? 'segment' : 'segments'),
  select: (title: string) => `Select ${title}`,
  selectPage: 'Select this page',
  exportSessions: 'Export',
  actionsFor: (title: string) => `Actions for ${title}`,
  open: 'Open',
  edit: 'Edit',
  remove: 'Delete',
} as const

export const editText = {
  title: 'Edit session',
  titleField: 'Title',
  recorded: 'Recorded',
  day: 'Recorded, date',
  time: 'Recorded, time',
  save: 'Save',
  saving: 'Saving…',
  saved: (title: string) => `Saved “${title}”.`,
  titleMissing: 'A session needs a title.',
  titleTooLong: (most: number) => `At most ${most} characters.`,
  dayWrong: 'This is not a day that exists.',
  timeWrong: 'This is not a time of day.',
  nothingChanged: 'Nothing was changed.',
  zoneHint: 'As recorded, without a time zone.',
  notSaved: (reason: string) => `Not saved: ${reason} Your text is still here.`,
  notKnown: (reason: string) =>
    `It is not known whether it was saved: ${reason} Your text is still here, and Save looks before it writes.`,
  conflictTitle: 'Changed meanwhile',
  conflict: 'Somebody else changed this session while you were editing. Nothing of yours was saved yet.',
  theirs: 'As it is now',
  loadLatest: 'Load latest',
  keepEditing: 'Keep mine over it',
  leaveTitle: 'Leave without saving?',
  leave: 'Your changes to this session are not saved.',
  stay: 'Stay',
  leaveAnyway: 'Leave',
} as const

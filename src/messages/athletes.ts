import { countSessions, formatCount } from './counts.ts'

/** Words of the list of athletes and of one athlete's page. Dates and numbers arrive formatted. */
export const athletesText = {
  title: 'Athletes',
  search: 'Name',
  searchPlaceholder: 'Search names',
  order: 'Order',
  orders: { name: 'By name', last: 'Last session first', count: 'Most sessions first' },
  columns: { name: 'Athlete', source: 'Source', count: 'Sessions', last: 'Last session' },
  shown: (shown: number, all: number) =>
    shown === all
      ? `${formatCount(all)} ${all === 1 ? 'athlete' : 'athletes'}`
      : `${formatCount(shown)} of ${formatCount(all)} athletes`,
  more: (count: number) => `Show ${formatCount(count)} more`,
  atLeast: (count: number) => `at least ${formatCount(count)}`,
  noSessions: 'none',
  noneSoFar: 'none so far',
  lastSoFar: 'so far',
  emptyTitle: 'No athletes yet',
  empty: 'Athletes appear here once their source has them.',
  nobodyTitle: 'No athlete matches',
  nobody: (search: string) => `Nobody’s name or e-mail has “${search}”.`,
  clearSearch: 'Clear the search',
  reading: 'Reading the athletes…',
} as const

/** What is known of each source, and how far. */
export const surveyText = {
  title: 'Sources',
  counting: 'Counting sessions…',
  whole: (count: number) => `All ${countSessions(count)} counted.`,
  newest: (count: number, total: number) =>
    `The newest ${formatCount(count)} of ${countSessions(total)} are counted, the older ones are not yet.`,
  soFar: (count: number) => `${countSessions(count)} counted so far; there are more.`,
  countOn: 'Count on',
  countOnOf: (source: string) => `Count on in ${source}`,
  athletesFailed: (source: string) => `The athletes of ${source} could not be read.`,
  sessionsFailed: (source: string) => `The sessions of ${source} could not be counted.`,
  notConnected: (source: string) =>
    `${source} is not connected, so its athletes and sessions are missing here.`,
  expired: (source: string) => `The sign-in of ${source} has ended. What was read stays.`,
  connect: (source: string) => `Connect ${source}`,
  missingDays: (source: string) =>
    `Some sessions of ${source} are missing: a day has more of them than it gives in one answer.`,
  leftOut: (count: number) =>
    count === 1 ? '1 record without an id was left out.' : `${count} records without an id were left out.`,
} as const

export const athleteText = {
  back: 'Athletes',
  notThereTitle: 'This athlete is not there',
  notThere: 'Nobody of this source has this id, or its address is wrong.',
  reading: 'Reading the sessions…',
  sessionsRead: (count: number) => `${countSessions(count)}.`,
  sessionsSoFar: (count: number, total: number | null) =>
    total === null
      ? `${countSessions(count)} read so far; there may be more.`
      : `The newest ${formatCount(count)} of ${countSessions(total)} read.`,
  readOn: 'Read on',
  readOnOf: (source: string) => `Read on in ${source}`,
  sessionsFailed: (source: string) => `The sessions of ${source} could not be read.`,
  none: 'There is no session of this athlete.',
  timeline: 'Sessions over time',
  timelineOf: (count: number, kinds: string, first: string, last: string) =>
    `${countSessions(count)} from ${first} to ${last}: ${kinds}.`,
  kindCount: (kind: string, count: number) => `${kind} ${count}`,
  undated: (count: number) =>
    count === 1
      ? '1 session has no readable date and is in the table only.'
      : `${count} sessions have no readable date and are in the table only.`,
  otherKinds: 'Other',
  mixedClocks: (utc: string, local: string) =>
    `Times of ${utc} are UTC, those of ${local} are as recorded, without a zone: within a day their order may differ.`,
  table: 'Sessions',
  columns: { recorded: 'Recorded', title: 'Title', kind: 'Activity', source: 'Source' },
  tableMore: (count: number) => `Show ${formatCount(count)} more`,
} as const

export const trendText = {
  title: 'Trend',
  kind: 'Sessions of',
  metric: 'Metric',
  none: 'No session of this athlete has numbers to compare.',
  average: 'The average of a session’s segments or jumps. What cannot be is left out.',
  sentence: (metric: string, count: number, first: string, last: string, least: string, most: string) =>
    `${metric} of ${countSessions(count)}, ${first} to ${last}: lowest ${least}, highest ${most}.`,
  tooFew: 'One session alone shows no trend.',
  noNumber: '–',
  reportHint: (source: string, count: number) =>
    `${source} keeps its numbers in a report of each recording; ${count === 1 ? '1 is' : `${formatCount(count)} are`} to be read.`,
  readReports: 'Read the reports',
  readingReports: (done: number, all: number) => `Reading reports: ${done} of ${all}`,
  reportsFailed: (failed: number) =>
    failed === 1 ? '1 report could not be read.' : `${failed} reports could not be read.`,
  newestOnly: (count: number) => `The newest ${count} only.`,
  sides: { left: 'left', right: 'right', front: 'front', back: 'back' },
  ofSide: (measure: string, side: string) => `${measure}, ${side}`,
} as const

/** Words for calling athletes of two sources one person. */
export const personText = {
  title: 'Same person',
  field: (source: string) => `Same person in ${source} as`,
  placeholder: 'Nobody chosen',
  nobody: 'Nobody of that name.',
  sameName: (name: string, source: string) => `${source} has an athlete of the same name, ${name}.`,
  isSame: 'It is the same person',
  part: 'Part again',
  parted: 'They stand apart again.',
  joined: (name: string, source: string) => `Now one with ${name} in ${source}.`,
  replaced: 'That athlete was linked with somebody else; this has been undone.',
  kept: 'Kept on this device, for this account.',
  notKept: 'This device does not keep it: it lasts as long as this page.',
  failed: (source: string) => `The athletes of ${source} could not be read.`,
} as const

/** Words for the file of those links. */
export const personFileText = {
  menu: 'Same persons, to and from a file',
  fileName: 'same persons.json',
  export: 'Export who is the same person',
  exportNote: 'JSON, with ids and names',
  import: 'Import who is the same person',
  importNote: 'What is linked here stays',
  nothing: 'Nobody is linked yet.',
  imported: (added: number, known: number) =>
    `${added === 1 ? '1 person' : `${added} persons`} added${known > 0 ? `, ${known} known already` : ''}.`,
  left: (refused: number, unreadable: number) =>
    [
      refused > 0 ? `${refused} left out: linked otherwise here.` : '',
      unreadable > 0 ? `${unreadable} could not be read.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  problems: {
    'too-large': 'The file is too large to be one of persons.',
    unreadable: 'The file could not be read.',
    damaged: 'The file is damaged: it is no whole JSON.',
    'not-persons': 'This is no file of persons written by this console.',
    newer: 'The file was written by a newer version of this console.',
  },
} as const

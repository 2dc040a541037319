/** Words of a recording without video: its timer, its report data and its series as a file. Numbers arrive formatted. */
export const seriesText = {
  export: 'Export series',
  csv: 'Series as CSV',
  csvNote: 'A row for each frame, for a spreadsheet',
  json: 'Series as JSON',
  jsonNote: 'With facts and units, for programs',
  what: 'series',
  time: 'time (s)',
} as const

export const timerText = {
  title: 'Timer',
  hint: 'This recording has no video: the clock plays what was measured.',
} as const

export const sidedText = {
  title: 'Report data',
  hint: 'The largest angle of each repetition, on average, and how it was scored.',
  measure: 'Measure',
  sides: { left: 'Left', right: 'Right', front: 'Front', back: 'Back' },
  gap: 'Gap',
  gapHint: 'How far left and right are apart.',
  missing: '–',
  score: (score: string) => `score ${score}`,
  noScore: 'not scored',
  unreadable: 'The report data of this recording could not be read.',
} as const

export const assessmentText = {
  title: 'Same assessment',
  reading: 'Looking for the other recordings…',
  failed: 'The other recordings of this assessment could not be read.',
  here: 'this one',
  alone: 'No other recording of this assessment was found.',
  partly: (lookedAt: number) =>
    `Only the first ${lookedAt} recordings of the list were looked through; there may be more.`,
} as const

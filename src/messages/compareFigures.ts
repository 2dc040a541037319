/** Words of the series and metrics of two sessions. Numbers and times arrive formatted. */
export const overlaidText = {
  first: 'First',
  second: 'Second',
  difference: 'Difference',
  differenceHint: 'The second’s value less the first’s.',
  legend: 'Lines',
  strokes: { first: 'solid', second: 'dashed' },
  line: (which: string, stroke: string) => `${which}, ${stroke}:`,
  /** A value of a trace, for those who do not see where it stands: `First, left knee`. */
  valueOf: (which: string, side: string | null, label: string) =>
    `${which}, ${side ? `${side.toLowerCase()} ` : ''}${label.toLowerCase()}`,
  /** Whose line is summed up: `First, left`. */
  lineOf: (which: string, side: string | null) => (side ? `${which}, ${side.toLowerCase()}` : which),
  hovered: (which: string, value: string) => `${which} ${value}`,
  only: { first: 'Only the first has it.', second: 'Only the second has it.' },
  none: 'There is no frame-by-frame data for these sessions.',
  noneOf: {
    first: 'There is no frame-by-frame data for the first session.',
    second: 'There is no frame-by-frame data for the second session.',
  },
  loadingOf: {
    first: 'Reading the first session’s frame-by-frame data…',
    second: 'Reading the second session’s frame-by-frame data…',
  },
  failedOf: {
    first: 'The first session’s frame-by-frame data could not be read.',
    second: 'The second session’s frame-by-frame data could not be read.',
  },
  unreadable: {
    first: (names: string) => `Frame-by-frame data of the first session that could not be read: ${names}.`,
    second: (names: string) => `Frame-by-frame data of the second session that could not be read: ${names}.`,
  },
  /** What the axis, which is the first's time, does not reach of the second. */
  outside: (before: string | null, after: string | null) =>
    before && after
      ? `Not shown of the second: ${before} s before the first begins and ${after} s after it ends.`
      : before
        ? `Not shown of the second: ${before} s before the first begins.`
        : `Not shown of the second: ${after} s after the first ends.`,
  secondFrame: 'Frame',
  secondTime: 'Time s',
} as const

export const comparedMetricsText = {
  first: 'First',
  second: 'Second',
  difference: 'Difference',
  missing: '–',
  range: (least: string, greatest: string) => `${least} to ${greatest}`,
  /** An absolute difference of percentages is in points. */
  points: 'points',
  share: (percent: string) => `${percent} %`,
  same: 'same',
  different: 'different',
  isMoment: 'counts from each start',
  how: 'Difference: the second less the first; per cent of the first. Of several segments or jumps the average is compared, before it is rounded.',
  none: 'No metrics were recorded for these sessions.',
  noneOf: {
    first: 'No metrics were recorded for the first session.',
    second: 'No metrics were recorded for the second session.',
  },
  otherActivity: (first: string, second: string) =>
    `Two activities: metrics of ${first} and of ${second} mean different things, so they stand by themselves.`,
  earlier: { first: 'First, before:', second: 'Second, before:' },
  flagged: (which: string) => `${which}:`,
} as const

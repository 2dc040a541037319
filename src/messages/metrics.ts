import type { MeaningSource } from '../domain/metricMeanings.ts'
import type { UnitSystem } from '../domain/units.ts'

/** What a number of several belongs to. */
export type Part = 'segment' | 'jump'

/** Words of the metrics. Numbers arrive formatted. */
export const metricsText = {
  title: 'Metrics',
  metric: 'Metric',
  value: 'Value',
  average: 'Average',
  least: 'Min',
  greatest: 'Max',
  earlier: 'This athlete, before',
  units: 'Units',
  systems: { metric: 'Metric', imperial: 'Imperial' } satisfies Record<UnitSystem, string>,
  perPart: (name: string, part: Part) => `${name}, each ${part}`,
  part: (part: Part, number: number) => `${part === 'jump' ? 'Jump' : 'Segment'} ${number}:`,
  missing: 'missing',
  flagged: 'worth a look:',
  none: 'No metrics were recorded for this session.',
  noneOfActivity: 'This activity is measured in joint angles, frame by frame, and has no metrics of its own.',
  noneYet: 'Metrics appear here when the recording has been processed.',
  goTo: (part: Part) => `Press the number of a ${part} to go to it in the recording.`,
  equalParts: 'Segments are taken as equal parts of it: the API does not say where each begins.',
} as const

/** What is said of one metric when it is opened. */
export const aboutText = {
  formula: 'Worked out as',
  source: 'Who says so',
  sources: {
    vendor: 'Quantity and unit are documented by the API’s vendor; the words are ours.',
    glossary:
      'The quantity is in the vendor’s glossary; that the API sends it under this name is our assumption.',
    ours: 'Our reading: the vendor documents name and unit alone.',
  } satisfies Record<MeaningSource, string>,
  unknown: 'Not known to this console, so it is shown as it was sent.',
  name: 'Name in the API',
  converted: (from: string) => `The API sends ${from}; converted exactly.`,
  possible: 'Possible',
  range: (from: string, to: string, unit: string) => `${from} to ${to}${unit && ` ${unit}`}`,
  usual: 'Before',
  usualOf: (median: string, spread: string, values: readonly string[]) =>
    `Median ${median}, median absolute deviation ${spread}, of ${values.length} sessions, oldest first: ${values.join(', ')}.`,
  tooFew: (count: number, least: number) =>
    `${count === 0 ? 'No earlier session has' : count === 1 ? '1 earlier session has' : `${count} earlier sessions have`} a sound value; ${least} are needed to compare.`,
  unusual: (score: string, limit: string, count: number) =>
    `Unusual for this athlete: the modified z-score is ${score}, the limit beside ${count} values is ${limit}.`,
  isMoment: 'Not compared: it counts from the start of each recording.',
} as const

/** Why a number should be looked at. */
export const flagText = {
  impossible: (value: string, unit: string, place: string, from: string, to: string) =>
    `${value}${unit && ` ${unit}`}${place}: possible is ${aboutText.range(from, to, unit)}`,
  uneven: (value: string, place: string, gap: string) =>
    `${value} %${place}: left and right differ by ${gap} points`,
  place: (part: Part, number: number) => ` in ${part} ${number}`,
} as const

/** The comparison with the athlete's earlier sessions. */
export const baselineText = {
  reading: 'Reading this athlete’s earlier sessions…',
  failed: 'This athlete’s earlier sessions could not be read. The numbers above are not affected.',
  compared: (count: number, kind: string, first: string, last: string) =>
    `Compared with this athlete’s last ${count} ${kind} sessions, ${first === last ? first : `${first} to ${last}`}.`,
  tooFew: (count: number, kind: string, least: number) =>
    `This athlete has ${count === 0 ? 'no' : count} earlier ${kind} ${count === 1 ? 'session' : 'sessions'} with metrics; ${least} are needed to compare.`,
  lookedAt: (count: number) => `Only the latest ${count} sessions up to this day were looked at.`,
  ofExercise: (activity: string, exercise: string) => `${activity} (${exercise})`,
  usual: (median: string, spread: string) => `${median} ± ${spread}`,
  count: (count: number) => `n ${count}`,
  unusual: 'unusual',
  forThisAthlete: ' for this athlete',
  sides: { high: ': higher than before', low: ': lower than before' },
  trend: (values: readonly string[], unit: string, now: string) =>
    `Before, oldest first: ${values.join(', ')}${unit && ` ${unit}`}. Now: ${now}.`,
  how: 'How it is compared',
  limit: (limit: string, count: number) => `${limit} beside ${count} values`,
  method: (limits: readonly string[]) => [
    'Each earlier session counts with the average of its segments or jumps: the same athlete, activity and exercise, the last ten that were recorded before this one. Values that a body cannot reach are left out.',
    'Shown are the median and, after ±, the median absolute deviation: half of the values are nearer to the median than that. The band in the small chart is that range, the diamond is this session.',
    `Unusual for this athlete: the modified z-score, 0.6745 × distance from the median / median absolute deviation (Iglewicz & Hoaglin 1993), is beyond a limit at which 1 in 100 ordinary values would be called so: ${limits.join(', ')}. Beside three values nothing is. Where more than half of the values are the same, so that this deviation is 0, the mean absolute deviation takes its place: distance from the median / (1.2533 × mean absolute deviation). What lies between the least and the greatest value before is never called so. It is a reason to look and no finding.`,
  ],
} as const

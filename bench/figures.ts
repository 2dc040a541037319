/** One run's numbers by figure. */
export type Sample = Record<string, number>

export type Unit = 'ms' | 'kB' | 'MB' | '%' | '/s' | ''

/**
 * A line of the table. `limit` is the promise's, `floor` the network's own time for the same answers; both may
 * be made from the medians of the same runs.
 */
export type Figure = {
  id: string
  name: string
  unit: Unit
  limit?: number | ((medians: Sample) => number)
  floor?: string
}

/** The minimal react-admin 5.15 app over the same data that the promise compares with: first row in ms. */
const OTHER_FIRST_ROW = { cold: 5_300, warm: 3_300 }
/** What the console may add to a round trip, in ms. */
const OWN_SHARE = 150

const floorPlus = (floor: string) => (medians: Sample) => (medians[floor] ?? NaN) + OWN_SHARE

export const LOAD_FIGURES: readonly Figure[] = [
  { id: 'script', name: 'script until the first row', unit: 'kB', limit: 190 },
  { id: 'askedScript', name: '… asked for by then', unit: 'kB' },
  { id: 'signInScript', name: 'script for the sign-in page', unit: 'kB', limit: 170 },
  { id: 'firstPaint', name: 'first contentful paint, cold', unit: 'ms', limit: 1_200, floor: 'fileFloor' },
  {
    id: 'cold',
    name: 'first row, cold',
    unit: 'ms',
    limit: 0.7 * OTHER_FIRST_ROW.cold,
    floor: 'coldFloor',
  },
  {
    id: 'warm',
    name: 'first row, warm',
    unit: 'ms',
    limit: 0.55 * OTHER_FIRST_ROW.warm,
    floor: 'warmFloor',
  },
  { id: 'blocking', name: 'total blocking time, cold', unit: 'ms', limit: 250 },
  { id: 'warmBlocking', name: 'total blocking time, warm', unit: 'ms', limit: 250 },
]

export const STORY_FIGURES: readonly Figure[] = [
  {
    id: 'filter',
    name: 'filter (activity) to new rows',
    unit: 'ms',
    limit: floorPlus('filterFloor'),
    floor: 'filterFloor',
  },
  {
    id: 'search',
    name: 'filter (title typed) to new rows',
    unit: 'ms',
    limit: floorPlus('titleFloor'),
    floor: 'titleFloor',
  },
  { id: 'edit', name: 'save to title shown', unit: 'ms', limit: floorPlus('saveFloor'), floor: 'saveFloor' },
  { id: 'nextPage', name: 'next page', unit: 'ms', limit: 100 },
  { id: 'next', name: 'next page of a filtered list', unit: 'ms', limit: 100 },
  { id: 'page', name: 'row to session page, facts and metrics', unit: 'ms', limit: 100 },
  { id: 'back', name: 'back to the table', unit: 'ms', limit: 100 },
  { id: 'back again', name: 'back to the filtered table', unit: 'ms', limit: 100 },
  { id: 'slowest', name: 'slowest interaction', unit: 'ms', limit: 100 },
  { id: 'layoutShift', name: 'layout shift, load and story', unit: '', limit: 0 },
  { id: 'requests', name: 'requests of the story', unit: '', limit: 8 },
  { id: 'writes', name: '… of which writes', unit: '', limit: 1 },
  { id: 'preflights', name: 'OPTIONS beside them', unit: '' },
]

/** What playing a film may cost: commits of React a second, and the longest frame of the main thread in ms. */
const FILM_LIMITS = { commits: 1, longest: 50 }

const filmFigures = (id: string, name: string): Figure[] => [
  { id: `${id} longest`, name: `${name}: longest task or frame`, unit: 'ms', limit: FILM_LIMITS.longest },
  { id: `${id} own`, name: '… longest task, processor time alone', unit: 'ms', limit: FILM_LIMITS.longest },
  { id: `${id} gap`, name: '… longest wait for a frame', unit: 'ms', floor: 'idle gap' },
  { id: `${id} busy`, name: '… main thread busy', unit: '%', floor: 'idle busy' },
  { id: `${id} commits`, name: '… React commits', unit: '/s', limit: FILM_LIMITS.commits },
]

export const FILM_FIGURES: readonly Figure[] = [
  ...filmFigures('playing', 'the sample film plays'),
  ...filmFigures('long', 'ten minutes at 60 Hz, playing'),
  // A zoom tells the buttons whether all is shown.
  ...filmFigures('zooming', 'ten minutes, zoomed and panned').filter(({ unit }) => unit !== '/s'),
]

/** What the size of the organisation might change, in ms. */
export const LIST_FIGURES: readonly { id: string; name: string }[] = [
  { id: 'cold', name: 'first row, cold' },
  { id: 'warm', name: 'first row, warm' },
  ...STORY_FIGURES.filter(({ unit }) => unit === 'ms').map(({ id, name }) => ({ id, name })),
]

/** The table's lines: the median for each size, and how much longer the largest takes than the smallest. */
export function sizeLines(samplesBySize: readonly (readonly Sample[])[]): string[][] {
  return LIST_FIGURES.map(({ id, name }) => {
    const medians = samplesBySize.map((samples) => median(samples.map((sample) => sample[id] ?? NaN)))
    const factor = (medians.at(-1) ?? NaN) / (medians[0] ?? NaN)
    return [name, ...medians.map((time) => shown(time, 'ms')), `${factor.toFixed(2)} ×`]
  })
}

/** Half of the numbers are at most this. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? NaN
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? NaN)) / 2 : upper
}

/** The table's lines: median, least and greatest of the runs, limit, floor, and whether the promise is met. */
export function figureLines(figures: readonly Figure[], samples: readonly Sample[]): string[][] {
  const names = new Set(samples.flatMap((sample) => Object.keys(sample)))
  const valuesOf = (id: string): number[] => samples.flatMap((sample) => sample[id] ?? [])
  const medians = Object.fromEntries([...names].map((name) => [name, median(valuesOf(name))]))
  return figures.map(({ id, name, unit, limit, floor }) => {
    const values = valuesOf(id)
    const found = medians[id] ?? NaN
    const most = typeof limit === 'function' ? limit(medians) : limit
    return [
      name,
      shown(found, unit),
      values.length > 1 ? `${shown(Math.min(...values), '')}–${shown(Math.max(...values), unit)}` : '',
      most === undefined ? '' : shown(most, unit),
      floor === undefined ? '' : shown(medians[floor] ?? NaN, unit),
      most === undefined ? '' : found <= most ? 'met' : 'MISSED',
    ]
  })
}

/** Columns under their headings; the first is text, the others are set right. */
export function formatTable(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  )
  return [head, ...lines]
    .map((line) =>
      widths
        .map((width, column) => {
          const cell = line[column] ?? ''
          return column === 0 ? cell.padEnd(width) : cell.padStart(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function shown(value: number, unit: Unit): string {
  const coarse = unit === 'kB' || unit === 'MB' || unit === '%' || unit === '/s'
  const decimals = coarse ? 1 : Number.isInteger(value) || value >= 10 ? 0 : 4
  return `${value.toFixed(decimals)}${unit && ` ${unit}`}`
}

import type { Analysis, AnalysisSeries } from './analysis.ts'
import { readableName } from './readableName.ts'

/** One line of a lane; `values` has one entry per timestamp of the analysis, null where missing. */
export type Trace = {
  /** The series' own name, as the source has it. */
  readonly name: string
  readonly side: 'left' | 'right' | null
  readonly values: readonly (number | null)[]
}

/** What is drawn in one strip over the recording's time: one quantity, left and right together. */
export type Lane = {
  /** Stable for an activity: which lanes somebody chose is remembered by it. */
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly decimals: number
  readonly traces: readonly Trace[]
}

type Quantity = Pick<Lane, 'label' | 'unit' | 'decimals'>

const quantity = (label: string, unit: string, decimals: number): Quantity => ({ label, unit, decimals })

/** The joints that the API names, in the order a coach reads them: from the leg up. */
const JOINTS: ReadonlyMap<string, Quantity> = new Map([
  ['kne', quantity('Knee', '°', 1)],
  ['hip', quantity('Hip', '°', 1)],
  ['ank', quantity('Ankle', '°', 1)],
  ['sho', quantity('Shoulder', '°', 1)],
  ['elb', quantity('Elbow', '°', 1)],
])

/**
 * The activities' own series, what is looked at first before the rest. Names from the API; the units are those of the
 * vendor's glossary for the same quantities.
 */
const REPORT: ReadonlyMap<string, Quantity> = new Map([
  ['bar', quantity('Bar height', 'm', 3)],
  ['hipy', quantity('Hip height', 'm', 3)],
  ['grf', quantity('Ground reaction force', 'N', 0)],
  ['vhipy', quantity('Hip speed', 'm/s', 2)],
  ['ahipy', quantity('Hip acceleration', 'm/s²', 2)],
  ['toey', quantity('Toe height', 'm', 3)],
  ['vtoey', quantity('Toe speed', 'm/s', 2)],
])

/** Shown until somebody chooses: these joints, and so many of the activity's own series. */
const FIRST_JOINTS = ['kne', 'hip', 'ank'].map((joint) => `angle:${joint}`)
const FIRST_REPORTS = 2

/**
 * The lanes of an analysis: joint angles in degrees (known joints first), then the activity's own series, left and right
 * of one quantity together. A series the console does not know is shown under its own name, without a unit.
 */
export function toLanes({ angles, report }: Pick<Analysis, 'angles' | 'report'>): Lane[] {
  const joints = gather(angles, 'angle', (name) => {
    const joint = withoutAngle(name)
    return JOINTS.get(joint) ?? { ...generic(joint, angles), unit: '°', decimals: 1 }
  })
  const own = gather(report, 'report', (name) => REPORT.get(name) ?? generic(name, report))
  return [...inOrder(joints, JOINTS), ...inOrder(own, REPORT)]
}

/** Ids of the lanes that are shown until somebody chooses; the first ones where none of the usual are there. */
export function usualLanes(lanes: readonly Lane[]): string[] {
  const reports = lanes.filter(({ id }) => id.startsWith('report:')).slice(0, FIRST_REPORTS)
  const usual = lanes.filter((lane) => FIRST_JOINTS.includes(lane.id) || reports.includes(lane))
  return (usual.length > 0 ? usual : lanes.slice(0, 3)).map(({ id }) => id)
}

type Gathered = { key: string; lane: Lane }

/** One lane for each quantity. A name that comes twice keeps both, since nothing says which is right. */
function gather(
  series: readonly AnalysisSeries[],
  kind: 'angle' | 'report',
  describe: (name: string) => Quantity,
): Gathered[] {
  const names = new Set(series.map(({ name }) => name))
  const lanes = new Map<string, Gathered>()
  for (const { name, values } of series) {
    const { base, side } = sideOf(name, names)
    const key = kind === 'angle' ? withoutAngle(base) : base
    const trace: Trace = { name, side, values }
    for (let copy = 1; ; copy++) {
      const id = copy === 1 ? `${kind}:${key}` : `${kind}:${key}#${copy}`
      const there = lanes.get(id)
      if (there?.lane.traces.some((each) => each.side === side)) continue
      const traces = [...(there?.lane.traces ?? []), trace].sort((a, b) => order(a) - order(b))
      lanes.set(id, { key, lane: { id, ...describe(base), traces } })
      break
    }
  }
  return [...lanes.values()]
}

const order = ({ side }: Trace) => (side === 'left' ? 0 : 1)

const withoutAngle = (name: string) => name.replace(/_angle$/, '')

/** `lkne_angle` is the left knee. A name the console does not know has a side only where its other side is there too. */
function sideOf(name: string, names: ReadonlySet<string>): { base: string; side: Trace['side'] } {
  const [, mark = '', base = ''] = /^(left_|right_|l|r)(.+)$/.exec(name) ?? []
  if (base === '') return { base: name, side: null }
  const other = { l: 'r', r: 'l', left_: 'right_', right_: 'left_' }[mark] ?? ''
  const known = base.endsWith('_angle') && JOINTS.has(withoutAngle(base))
  if (!known && !names.has(other + base)) return { base: name, side: null }
  return { base, side: mark.startsWith('l') ? 'left' : 'right' }
}

/** Known ones in the order of the table, the rest as they came. */
function inOrder(gathered: readonly Gathered[], known: ReadonlyMap<string, Quantity>): Lane[] {
  const keys = [...known.keys()]
  const place = ({ key }: Gathered) => (known.has(key) ? keys.indexOf(key) : keys.length)
  return [...gathered].sort((a, b) => place(a) - place(b)).map(({ lane }) => lane)
}

/** A quantity nobody told the precision of: as many decimals as give its largest value four digits. */
function generic(name: string, series: readonly AnalysisSeries[]): Quantity {
  const largest = series
    .filter((each) => each.name.endsWith(name))
    .reduce((most, { values }) => values.reduce<number>((max, v) => Math.max(max, Math.abs(v ?? 0)), most), 0)
  const digits = largest >= 1 ? Math.floor(Math.log10(largest)) + 1 : 1
  return { label: readableName(name), unit: '', decimals: Math.min(3, Math.max(0, 4 - digits)) }
}

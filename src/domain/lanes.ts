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

/** Known joints, in the order a coach reads them: from the leg up. Keys as one source's series name them. */
const JOINTS: ReadonlyMap<string, string> = new Map([
  ['kne', 'Knee'],
  ['hip', 'Hip'],
  ['ank', 'Ankle'],
  ['sho', 'Shoulder'],
  ['elb', 'Elbow'],
])

/** Sources that write joints out mean the same ones, so that a lane has one id whoever measured it. */
const JOINT_WORDS: ReadonlyMap<string, string> = new Map(
  [...JOINTS].map(([joint, label]) => [label.toLowerCase(), joint]),
)

/** What is told of a joint, by how its series' name ends: its angle, how fast that changes, and how fast this does. */
const MOTIONS = {
  angle: { ending: '', word: '', unit: '°', decimals: 1 },
  velocity: { ending: '_vel', word: ' velocity', unit: '°/s', decimals: 0 },
  acceleration: { ending: '_acc', word: ' acceleration', unit: '°/s²', decimals: 0 },
} as const
type Motion = keyof typeof MOTIONS

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
 * The lanes of an analysis: joint angles in degrees (known joints first), each followed by its velocity (°/s) and
 * acceleration (°/s²) where there are series of them (`…_vel`, `…_acc`), then the activity's own series; left and right
 * of one quantity together. A series the console does not know is shown under its own name, without a unit.
 */
export function toLanes({ angles, report }: Pick<Analysis, 'angles' | 'report'>): Lane[] {
  const joints = gatherJoints([...angles, ...report.filter(({ name }) => motionOf(name) !== 'angle')])
  const own = gather(
    report.filter(({ name }) => motionOf(name) === 'angle'),
    'report',
    (base) => ({ key: base, ...(REPORT.get(base) ?? generic(base, report)) }),
  )
  return [...joints, ...inOrder(own, REPORT)].map(({ lane }) => lane)
}

/** Ids of the lanes that are shown until somebody chooses; the first ones where none of the usual are there. */
export function usualLanes(lanes: readonly Pick<Lane, 'id'>[]): string[] {
  const reports = lanes.filter(({ id }) => id.startsWith('report:')).slice(0, FIRST_REPORTS)
  const usual = lanes.filter((lane) => FIRST_JOINTS.includes(lane.id) || reports.includes(lane))
  if (usual.length > 0) return usual.map(({ id }) => id)
  const angles = lanes.filter(({ id }) => id.startsWith('angle:'))
  return (angles.length > 0 ? angles : lanes).slice(0, 3).map(({ id }) => id)
}

type Gathered = { key: string; lane: Lane }

/** Joint by joint: its angle, then what that does in time. */
function gatherJoints(series: readonly AnalysisSeries[]): Gathered[] {
  const motions = Object.keys(MOTIONS) as Motion[]
  const lanes = motions.flatMap((motion) => {
    const { word, unit, decimals } = MOTIONS[motion]
    const describe = (base: string) => {
      const key = jointKey(base)
      return { key, label: (JOINTS.get(key) ?? readableName(key)) + word, unit, decimals }
    }
    return gather(
      series.filter(({ name }) => motionOf(name) === motion),
      motion,
      describe,
    )
  })
  const joints = [...new Set(lanes.map(({ key }) => key))]
  return inOrder(
    joints.flatMap((joint) => lanes.filter(({ key }) => key === joint)),
    JOINTS,
  )
}

const motionOf = (name: string): Motion =>
  name.endsWith(MOTIONS.velocity.ending)
    ? 'velocity'
    : name.endsWith(MOTIONS.acceleration.ending)
      ? 'acceleration'
      : 'angle'

/** One lane for each quantity. A name that comes twice keeps both, since nothing says which is right. */
function gather(
  series: readonly AnalysisSeries[],
  kind: Motion | 'report',
  describe: (base: string) => Quantity & { key: string },
): Gathered[] {
  const ending = kind === 'report' ? '' : MOTIONS[kind].ending
  const bare = (name: string) => name.slice(0, name.length - ending.length)
  const names = new Set(series.map(({ name }) => bare(name)))
  const lanes = new Map<string, Gathered>()
  for (const { name, values } of series) {
    const { base, side } = sideOf(bare(name), names)
    const { key, ...quantity } = describe(base)
    const trace: Trace = { name, side, values }
    for (let copy = 1; ; copy++) {
      const id = copy === 1 ? `${kind}:${key}` : `${kind}:${key}#${copy}`
      const there = lanes.get(id)
      if (there?.lane.traces.some((each) => each.side === side)) continue
      const traces = [...(there?.lane.traces ?? []), trace].sort((a, b) => order(a) - order(b))
      lanes.set(id, { key, lane: { id, ...quantity, traces } })
      break
    }
  }
  return [...lanes.values()]
}

const order = ({ side }: Trace) => (side === 'left' ? 0 : 1)

/** `kne_angle`, `knee` and `Knee` are one joint. */
function jointKey(base: string): string {
  const joint = base.replace(/_angle$/, '')
  return JOINT_WORDS.get(joint.toLowerCase()) ?? joint
}

/** How names begin or end that tell a side, and what the other side's has in its place. */
const BEFORE = { left_: 'right_', right_: 'left_', l: 'r', r: 'l' } as const
const AFTER = { _left: '_right', _right: '_left', _l: '_r', _r: '_l' } as const

/**
 * `lkne_angle` and `knee_l` are the left knee. A name the console does not know has a side only where its other side is
 * there too.
 */
function sideOf(name: string, names: ReadonlySet<string>): { base: string; side: Trace['side'] } {
  for (const [mark, other] of Object.entries(BEFORE)) {
    const base = name.slice(mark.length)
    if (base === '' || !name.startsWith(mark)) continue
    if (JOINTS.has(jointKey(base)) || names.has(other + base))
      return { base, side: mark.startsWith('l') ? 'left' : 'right' }
  }
  for (const [mark, other] of Object.entries(AFTER)) {
    const base = name.slice(0, name.length - mark.length)
    if (base === '' || !name.endsWith(mark)) continue
    if (JOINTS.has(jointKey(base)) || names.has(base + other))
      return { base, side: mark.startsWith('_l') ? 'left' : 'right' }
  }
  return { base: name, side: null }
}

/** Known ones in the order of the table, the rest as they came. */
function inOrder(gathered: readonly Gathered[], known: ReadonlyMap<string, unknown>): Gathered[] {
  const keys = [...known.keys()]
  const place = ({ key }: Gathered) => (known.has(key) ? keys.indexOf(key) : keys.length)
  return [...gathered].sort((a, b) => place(a) - place(b))
}

/** A quantity nobody told the precision of: as many decimals as give its largest value four digits. */
function generic(name: string, series: readonly AnalysisSeries[]): Quantity {
  const largest = series
    .filter((each) => each.name.endsWith(name))
    .reduce((most, { values }) => values.reduce<number>((max, v) => Math.max(max, Math.abs(v ?? 0)), most), 0)
  const digits = largest >= 1 ? Math.floor(Math.log10(largest)) + 1 : 1
  return { label: readableName(name), unit: '', decimals: Math.min(3, Math.max(0, 4 - digits)) }
}

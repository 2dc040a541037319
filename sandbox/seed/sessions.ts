import { createHash } from 'node:crypto'
import type { Activity, JsonObject, NewSession, Status } from '../store/schema.ts'
import { commentsFor } from './comments.ts'
import { metricsFor } from './metrics.ts'
import { dayPlace, oddityAt } from './oddities.ts'
import { randomFor, type Random } from './random.ts'
import { titleFor } from './titles.ts'

/** Whose sessions to make and how many. */
export type SessionPlan = {
  organization: string
  /** Organisations with the same contents have the same sessions, but for the ids. */
  contents: string
  count: number
  athletes: readonly [Person, ...Person[]]
  /** The first uploads most and owns what is marked as a fault, the second uploads about a third. */
  uploaders: readonly [string, ...string[]]
  /** Jumps in the sample video: a jump session has as many segments. */
  jumps: number
  /** Titles and records that are unusual, failures on purpose among them. */
  oddities: 'none' | 'faults' | 'all'
}

export type Person = { uid: string; displayName: string }

/** The newest session, wall clock: 15/11/2026, 4:39 PM. */
const NEWEST = Date.UTC(2026, 10, 15, 16, 39)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const SESSIONS_A_DAY = 1.5
const LONGEST_HISTORY_DAYS = 4 * 365

const EXERCISES: Record<Activity, readonly [string | null, ...(string | null)[]]> = {
  Running: [null],
  Weightlifting: ['snatch', 'clean', 'clean_and_jerk'],
  'Vertical Jump': ['Countermovement Jump', 'Drop Jump'],
  'Mobility Assessment': ['Overhead Squat', 'Joint Angle Mobility'],
}

/** The session at a place of the plan, 0 being the newest; the same for the same plan, in any order. */
export function sessionAt(plan: SessionPlan, index: number): NewSession {
  const random = randomFor(`${plan.contents}/${index}`)
  const odd = oddityAt(plan, index)
  const activity = odd.activity ?? activityAt(index, random)
  const exercise = odd.exercise ?? random.pick(EXERCISES[activity])
  const status = odd.status ?? (index === 0 ? 'completed' : statusAt(index / plan.count, random))
  const athlete = athleteAt(plan, index, random)
  const segments = activity === 'Vertical Jump' ? plan.jumps : activity === 'Running' ? random.whole(3, 8) : 1
  const session: NewSession = {
    id: sessionId(plan.organization, index),
    createdAt: recordedAt(plan, index, random),
    title: index === 0 ? 'Tempo run, block 3' : titleFor(activity, random),
    activity,
    exercise,
    userId: athlete.uid,
    userName: athlete.displayName,
    userStatus: random.chance(0.3) ? random.pick(['active', 'active', 'inactive']) : null,
    uploadedBy: uploaderAt(plan, index, random),
    status,
    segments,
    analyzed: index === 0 || random.chance(0.86),
    metrics: index === 0 || random.chance(0.97) ? metricsFor(activity, exercise, segments, random) : null,
    reportComments: commentsFor(activity, random),
    otherFields: random.chance(0.08) ? otherFields(random) : null,
    fault: null,
    film: null,
    ...odd,
  }
  return status === 'completed' ? session : withoutResults(session)
}

/** An upload that has not been worked through, or not well, has nothing to show yet. */
function withoutResults(session: NewSession): NewSession {
  return { ...session, segments: 0, analyzed: false, metrics: null, reportComments: null }
}

/** 32 hex characters, different for each organisation. */
function sessionId(organization: string, index: number): string {
  return createHash('md5').update(`${organization}/${index}`).digest('hex')
}

function activityAt(index: number, random: Random): Activity {
  if (index === 0) return 'Running'
  return random.pick([
    'Running',
    'Running',
    'Running',
    'Weightlifting',
    'Weightlifting',
    'Vertical Jump',
    'Vertical Jump',
    'Mobility Assessment',
  ])
}

/** Only recent uploads wait or are being worked on. */
function statusAt(age: number, random: Random): Status {
  if (random.chance(0.05)) return 'failed'
  if (age < 0.15 && random.chance(0.25)) return random.pick(['queued', 'processing'])
  return 'completed'
}

/** Everybody but the last athlete, who has no session; some train more than others. */
function athleteAt(plan: SessionPlan, index: number, random: Random): Person {
  const last = Math.max(0, plan.athletes.length - 2)
  const often = random.chance(0.35) ? Math.floor(last / 4) : last
  return plan.athletes[index === 0 ? 0 : random.whole(0, often)] ?? plan.athletes[0]
}

function otherFields(random: Random): JsonObject {
  return { camera_count: random.whole(1, 3), capture_fps: random.pick([60, 120, 240]) }
}

function uploaderAt(plan: SessionPlan, index: number, random: Random): string {
  const [first, second, ...others] = plan.uploaders
  if (index === 0 || second === undefined) return first
  if (random.chance(1 / 3)) return second
  const other = others[random.whole(0, others.length - 1)]
  return other !== undefined && random.chance(0.35) ? other : first
}

/** Back from the newest day by day, within the opening hours; a large plan fills its days more. */
function recordedAt(plan: SessionPlan, index: number, random: Random): string {
  if (index === 0) return wallClock(NEWEST)
  const days = Math.min(Math.max(1, plan.count / SESSIONS_A_DAY), LONGEST_HISTORY_DAYS)
  const daysBack = Math.floor((dayPlace(plan, index) / plan.count) * days)
  const latest = daysBack === 0 ? 16 * 60 + 38 : 20 * 60
  const midnight = Math.floor(NEWEST / DAY) * DAY - daysBack * DAY
  return wallClock(midnight + random.whole(7 * 60, latest) * MINUTE)
}

function wallClock(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ')
}

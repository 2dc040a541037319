import { FAULTS, type JsonObject, type NewSession } from '../store/schema.ts'
import { metricsFor } from './metrics.ts'
import { randomFor } from './random.ts'
import type { SessionPlan } from './sessions.ts'

/** From so many sessions on there is room for every unusual record. */
const ROOM = 480
const FIRST_FAULT = 26

const LONG_TITLE =
  'Return to running after calf strain, week 6 of 12: four blocks of five minutes on the treadmill at 1 % incline, ' +
  'new insoles from the second block on, athlete reports no pain, camera moved once'

/** Records that a person meets now and then, by their place in the list. */
const UNUSUAL: Record<number, Partial<NewSession>> = {
  3: {
    title: 'Тест прыжка, осень',
    activity: 'Vertical Jump',
    exercise: 'Countermovement Jump',
    status: 'completed',
  },
  5: { title: '<b>bold</b> start, then steady', status: 'completed' },
  8: { title: '=SUM(A1:A9) typed by mistake', status: 'completed' },
  11: { title: 'The "quick" one, as they call it', status: 'completed' },
  14: { title: LONG_TITLE, status: 'completed' },
  17: { status: 'queued' },
  19: { status: 'processing' },
  21: { status: 'completed', analyzed: false },
  23: { status: 'failed', title: 'Camera fell over' },
  52: { title: 'O’Connor / Søgård – 100 % effort_test', status: 'completed' },
  54: { status: 'completed', metrics: {}, title: 'No metrics yet' },
  56: {
    title: 'Prototype sensor, lab 2',
    status: 'completed',
    metrics: {
      ground_slope: { left: 1.2, right: 0.9 },
      operator_note: 'borrowed tripod',
      calibration: null,
      samples: [],
      ankle_stiffness: [21.4, 22.1, 20.8],
    },
    otherFields: { device: { name: 'Rig B', firmware: '2.4.1' }, tags: ['pilot', 'lab 2'], reviewed: false },
  },
  58: {
    reportComments: {
      text_summary: 'Plain text, written by hand.',
      text_unknown_key: 'A remark of a new kind.',
    },
    status: 'completed',
  },
  60: {
    reportComments: { text_summary: { en: 'Only in English.' }, text_hip_angle: { ru: 'Только по-русски.' } },
    status: 'completed',
  },
  70: { title: '+1 rep for luck' },
  72: { title: '-2 kg this week' },
  74: { title: '@home session, own treadmill' },
  78: {
    title: 'Phone film, variable frame rate',
    activity: 'Running',
    status: 'completed',
    analyzed: true,
    film: 'variable',
  },
  80: { title: 'مراجعة تقنية الجري' },
}

/** What belongs beside another session, by its place in the list. */
const COMPANIONS: Record<number, (plan: SessionPlan) => Partial<NewSession>> = {
  94: ({ athletes: [newest] }) => ({
    title: 'Tempo run, a quarter faster',
    activity: 'Running',
    userId: newest.uid,
    userName: newest.displayName,
    film: 'faster',
  }),
}

/** Records whose numbers, or lack of them, somebody should look at, by their place in the list. */
const DOUBTFUL: Record<number, (plan: SessionPlan) => Partial<NewSession>> = {
  82: () => ({
    title: 'Squats beside the mat, out of the picture',
    activity: 'Mobility Assessment',
    exercise: 'Overhead Squat',
    segments: 0,
    metrics: {},
  }),
  84: () => ({ title: 'Camera pointed at the floor', activity: 'Running', segments: 0, metrics: null }),
  // 1.3 s in the air by h = g t²/8 and v = g t/2, as if it had been a jump.
  86: ({ jumps }) => ({
    title: 'CMJ, held on to the rig once',
    activity: 'Vertical Jump',
    exercise: 'Countermovement Jump',
    metrics: withLast(metricsFor('Vertical Jump', 'Countermovement Jump', jumps, randomFor('rig')), {
      jump_height: 2.0717,
      flight_time: 1.3,
      contraction_time: 0.7,
      rsi: 2.96,
      takeoff_velocity: 6.374,
    }),
  }),
  88: () => ({
    title: 'Clean, 82.5 kg (typed without the point)',
    activity: 'Weightlifting',
    exercise: 'clean',
    metrics: { ...metricsFor('Weightlifting', 'clean', 1, randomFor('typed')), barbell_weight: 825 },
  }),
  90: () => ({
    title: 'Return to run, week 1, right calf taped',
    activity: 'Running',
    segments: 4,
    metrics: {
      ...metricsFor('Running', null, 4, randomFor('calf')),
      rbalance: [43.6, 42.1, 41.4, 40.8],
    },
  }),
  92: () => ({
    title: 'Left insole lost in the last block',
    activity: 'Running',
    segments: 3,
    metrics: { ...metricsFor('Running', null, 3, randomFor('insole')), rbalance: [50.3, 51.1, 56.2] },
  }),
}

/** Days that are easily misread, midnight and noon, and a busy day. */
const MOMENTS: Record<number, string> = {
  370: '2026-03-02 09:10:00',
  371: '2026-03-02 00:00:00',
  372: '2026-03-02 12:00:00',
  390: '2026-02-03 12:30:00',
  391: '2026-02-03 00:05:00',
  392: '2026-02-03 23:59:00',
}

/** What is unusual about the session at this place; nothing for most. */
export function oddityAt(plan: SessionPlan, index: number): Partial<NewSession> {
  if (plan.oddities === 'none') return {}
  const fault = faultAt(plan, index)
  if (fault) return { ...fault, uploadedBy: plan.uploaders[0], status: 'completed' }
  if (plan.oddities === 'faults') return {}
  const whole = DOUBTFUL[index] ?? COMPANIONS[index]
  if (whole) return { ...whole(plan), status: 'completed', analyzed: true }
  const moment = MOMENTS[index]
  return { ...UNUSUAL[index], ...(moment ? { createdAt: moment } : {}) }
}

/** The place that decides the day: a dozen sessions share one, so that a day is busy now and then. */
export function dayPlace(plan: SessionPlan, index: number): number {
  return plan.oddities === 'all' && index >= 100 && index < 112 ? 106 : index
}

/** The failures stand on every other place from 26 on, or last where the plan is too small for that. */
function faultAt(plan: SessionPlan, index: number): Partial<NewSession> | null {
  const order = plan.count >= ROOM ? (index - FIRST_FAULT) / 2 : index - (plan.count - FAULTS.length)
  const fault = FAULTS[order]
  if (!fault) return null
  return { fault, title: `Fault: ${fault}`, analyzed: fault !== 'analysis fails', ...recordOf(fault) }
}

function recordOf(fault: (typeof FAULTS)[number]): Partial<NewSession> {
  // Running has every kind of series; the broken ones belong to it.
  if (fault === 'series are broken') return { activity: 'Running' }
  // Its activity cannot be read, but a filter still finds it by the stored one; always the same, then.
  return fault === 'unreadable record' ? { activity: 'Mobility Assessment' } : {}
}

/** The last jump's numbers in place of those measured. */
function withLast(metrics: JsonObject, last: Record<string, number>): JsonObject {
  const columns = Object.entries(metrics as Record<string, number[]>)
  return Object.fromEntries(
    columns.map(([name, values]) => [name, name in last ? values.with(-1, last[name] ?? NaN) : values]),
  )
}

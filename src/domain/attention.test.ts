import { describe, expect, it } from 'vitest'
import { attentionReasons } from './attention.ts'
import type { MetricValue } from './metrics.ts'
import type { Session } from './session.ts'
import { makeSession } from '../testing/session.ts'

const NOW = '2026-11-21T12:00'
const each = (...values: (number | null)[]): MetricValue => ({ kind: 'perSegment', values })
const one = (value: number): MetricValue => ({ kind: 'number', value })
const metrics = (values: Record<string, MetricValue>) =>
  Object.entries(values).map(([name, value]) => ({ name, value }))

/** An ordinary run of six days ago. */
const ordinary = makeSession({
  segments: 2,
  videoUrl: 'https://videos.example/original.mp4',
  analyzedVideoUrl: 'https://videos.example/analyzed.mp4',
  metrics: metrics({ speed: each(4.1, 4.2), rbalance: each(49.2, 51.4) }),
})

const nothingMeasured = { metrics: [], segments: 0, analyzedVideoUrl: null }
const reasons = (changes: Partial<Session> = {}, now = NOW) =>
  attentionReasons({ ...ordinary, ...changes }, now)
const kinds = (changes: Partial<Session>, now = NOW) => reasons(changes, now).map(({ kind }) => kind)

it('an ordinary session needs no attention', () => {
  expect(reasons()).toEqual([])
})

describe('what the processing did', () => {
  it('a failed one is named, and not for what is missing because of it', () => {
    expect(reasons({ ...nothingMeasured, status: 'failed' })).toEqual([{ kind: 'failed' }])
  })

  it.each(['queued', 'processing'] as const)('%s for more than a day is stuck, a day is not', (status) => {
    const waiting = { ...nothingMeasured, status }
    expect(reasons(waiting)).toEqual([{ kind: 'stuck', status, days: 5 }])
    expect(reasons(waiting, '2026-11-16T16:39')).toEqual([])
    expect(reasons(waiting, '2026-11-16T16:40')).toEqual([{ kind: 'stuck', status, days: 1 }])
  })

  it('an old session is not stuck while its analyzed video is being made', () => {
    expect(reasons({ status: 'processing', analyzedVideoUrl: null })).toEqual([])
    expect(reasons({ status: 'queued', activity: 'Mobility Assessment', segments: 1, metrics: [] })).toEqual(
      [],
    )
  })

  it('completed for more than a day without an analyzed video is named, a day is not', () => {
    expect(reasons({ analyzedVideoUrl: null })).toEqual([{ kind: 'no-video', days: 5 }])
    expect(reasons({ analyzedVideoUrl: null }, '2026-11-16T16:39')).toEqual([])
    expect(reasons({ analyzedVideoUrl: null }, '2026-11-16T16:40')).toEqual([{ kind: 'no-video', days: 1 }])
  })

  it('no segment at all is named, in a mobility assessment too; one is enough, and not told is not none', () => {
    expect(reasons({ segments: 0 })).toEqual([{ kind: 'no-segments' }])
    expect(kinds({ activity: 'Mobility Assessment', segments: 0, metrics: [] })).toEqual(['no-segments'])
    expect(reasons({ segments: 1 })).toEqual([])
    expect(reasons({ segments: null })).toEqual([])
  })

  it('no metrics is named where the activity has metrics; a single value is enough', () => {
    expect(reasons({ metrics: [] })).toEqual([{ kind: 'no-metrics' }])
    const empty = metrics({ speed: each(), cadence: each(null, null), note: { kind: 'other', json: null } })
    expect(reasons({ metrics: empty })).toEqual([{ kind: 'no-metrics' }])
    expect(reasons({ metrics: metrics({ speed: each(null, 4.1) }) })).toEqual([])
    expect(reasons({ metrics: metrics({ operator_note: { kind: 'text', text: 'x' } }) })).toEqual([])
    expect(reasons({ metrics: [], activity: 'Mobility Assessment' })).toEqual([])
    expect(reasons({ metrics: [], activity: 'Rowing' })).toEqual([])
  })

  it('everything that is wrong is said, what stopped it first', () => {
    expect(kinds(nothingMeasured)).toEqual(['no-video', 'no-segments', 'no-metrics'])
  })
})

describe('time', () => {
  it('has no say where the date is unreadable, in the future or where now is no time', () => {
    const waiting = { ...nothingMeasured, status: 'queued' } as const
    expect(reasons({ ...waiting, recordedAt: null })).toEqual([])
    expect(reasons(waiting, '2025-01-01T00:00')).toEqual([])
    expect(reasons(waiting, 'soon')).toEqual([])
    expect(kinds({ ...nothingMeasured, recordedAt: null })).toEqual(['no-segments', 'no-metrics'])
  })

  it('is read as wall clock, a UTC mark or not', () => {
    expect(reasons({ analyzedVideoUrl: null, recordedAt: '2026-11-20T11:59Z' })).toEqual([
      { kind: 'no-video', days: 1 },
    ])
    expect(reasons({ analyzedVideoUrl: null, recordedAt: '2026-11-20T12:00Z' })).toEqual([])
  })
})

it('a session whose source tells no status is judged by its numbers alone', () => {
  const untold = { ...nothingMeasured, status: null, segments: null }
  expect(reasons(untold)).toEqual([])
  expect(kinds({ ...untold, metrics: metrics({ speed: one(21.4) }) })).toEqual(['impossible'])
})

describe('a number no human reaches', () => {
  it('is named with its segment, the worst one of a metric; the bounds themselves are possible', () => {
    expect(reasons({ metrics: metrics({ speed: each(4, 21.4, null, 13, -1) }) })).toEqual([
      { kind: 'impossible', metric: 'speed', segment: 2, value: 21.4, min: 0.5, max: 12.5 },
    ])
    expect(reasons({ metrics: metrics({ speed: each(0.5, 12.5) }) })).toEqual([])
    expect(kinds({ metrics: metrics({ speed: each(0.499, 12.5) }) })).toEqual(['impossible'])
    expect(kinds({ metrics: metrics({ speed: each(0.5, 12.501) }) })).toEqual(['impossible'])
  })

  it('has no segment where the metric is a single number', () => {
    const lift = (kg: number): Partial<Session> => ({
      activity: 'Weightlifting',
      metrics: metrics({ barbell_weight: one(kg) }),
    })
    expect(reasons(lift(825))).toEqual([
      { kind: 'impossible', metric: 'barbell_weight', segment: null, value: 825, min: 0, max: 300 },
    ])
    expect(reasons(lift(300))).toEqual([])
  })

  it('is named once for each metric', () => {
    const stopped = metrics({ speed: each(0, 0), cadence: each(0, 180), mass: each(70, 70) })
    expect(reasons({ metrics: stopped })).toMatchObject([
      { metric: 'speed', segment: 1, value: 0 },
      { metric: 'cadence', segment: 1, value: 0 },
    ])
  })

  it('is judged by the activity it was measured in, and not at all in an unknown one', () => {
    const flight = metrics({ flight_time: each(0.7) })
    expect(kinds({ metrics: flight })).toEqual(['impossible'])
    expect(reasons({ metrics: flight, activity: 'Vertical Jump' })).toEqual([])
    expect(reasons({ metrics: flight, activity: 'Rowing' })).toEqual([])
  })
})

describe('left and right', () => {
  it('differ beyond the threshold: named with the worst segment and their gap', () => {
    expect(reasons({ metrics: metrics({ rbalance: each(44, 41, 50) }) })).toEqual([
      { kind: 'uneven', metric: 'rbalance', segment: 2, value: 41, gap: 18 },
    ])
    expect(kinds({ metrics: metrics({ rbalance: one(55.1) }) })).toEqual(['uneven'])
    expect(reasons({ metrics: metrics({ rbalance: each(45, 55) }) })).toEqual([])
  })

  it('are not compared where the number is impossible', () => {
    expect(kinds({ metrics: metrics({ rbalance: each(41, 140) }) })).toEqual(['impossible'])
  })
})

it('what is not known or is no number is never flagged and breaks nothing', () => {
  const strange = metrics({
    ankle_stiffness: each(-1e9, 1e300),
    speed: each(NaN, Infinity, -Infinity, null),
    cadence: one(NaN),
    power: one(-Infinity),
    pace: { kind: 'text', text: '-5' },
    mass: { kind: 'other', json: { left: -1, right: [[[]]] } },
    distance: { kind: 'other', json: null },
    rbalance: each(),
    constructor: one(-5),
  })
  expect(reasons({ metrics: [...strange, { name: '__proto__', value: one(-5) }] })).toEqual([])
})

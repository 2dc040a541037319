import type { Analysis, AnalysisSeries, Scored, SidedMeasure } from '../../domain/analysis.ts'
import { AppError } from '../../domain/errors.ts'
import { asNumber, asNumbers, asObject, field } from '../json.ts'
import type { JsonObject } from '../json.ts'

const SCORES = [0, 0.5, 1]

export const NO_SERIES: Omit<Analysis, 'sided'> = {
  ...{ timestamps: [], angles: [], report: [], segments: null, endFrames: [], unreadable: [] },
}

/**
 * The series of a recording: joint angles, and beside them their speeds and accelerations. What does not fit the
 * timestamps is named in `unreadable`; where these do not ascend nothing says what is of when, so no series is read.
 * Throws `unavailable` when it is no object.
 */
export function mapSeries(body: unknown): Omit<Analysis, 'sided'> {
  const answer = asObject(body)
  if (!answer) throw new AppError('unavailable')
  const timestamps = asNumbers(field(answer, 'time'))
  if (timestamps === null || !ascend(timestamps)) return { ...NO_SERIES, unreadable: ['time'] }
  const angles: AnalysisSeries[] = []
  const report: AnalysisSeries[] = []
  const unreadable: string[] = []
  for (const [name, value] of Object.entries(answer)) {
    if (name === 'time') continue
    const values = asNumbers(value)
    if (values?.length !== timestamps.length) unreadable.push(name)
    else (/_(vel|acc)$/.test(name) ? report : angles).push({ name, values })
  }
  return { ...NO_SERIES, timestamps, angles, report, unreadable }
}

function ascend(times: (number | null)[]): times is number[] {
  return times.every((time, index) => time !== null && (index === 0 || time > (times[index - 1] ?? Infinity)))
}

/** The report's measures by side. A measure of another shape is left out; throws `unavailable` when there is no report. */
export function mapReport(body: unknown): SidedMeasure[] {
  const metrics = inside(body, 'WorkoutMetrics', 'Ang')
  if (!metrics) throw new AppError('unavailable')
  return Object.entries(metrics).flatMap(([name, json]) => {
    const sides = asObject(json)
    if (!sides) return []
    const [left, right, front, back] = ['L', 'R', 'F', 'B'].map((side) => scored(field(sides, side)))
    const measure = { left: left ?? null, right: right ?? null, front: front ?? null, back: back ?? null }
    return Object.values(measure).some(Boolean) ? [{ name, ...measure, gap: gapOf(measure) }] : []
  })
}

function inside(json: unknown, ...names: string[]): JsonObject | null {
  return names.reduce((object, name) => object && asObject(field(object, name)), asObject(json))
}

function scored(json: unknown): Scored | null {
  const side = asObject(json)
  if (!side) return null
  const value = asNumber(field(side, 'AvgMax'))
  const score = SCORES.find((known) => known === field(side, 'Score')) ?? null
  return value === null && score === null ? null : { value, score }
}

function gapOf({ left, right }: Pick<SidedMeasure, 'left' | 'right'>): number | null {
  const [one, other] = [left?.value ?? null, right?.value ?? null]
  return one === null || other === null ? null : Math.abs(one - other)
}

import type { Analysis, AnalysisSeries } from '../../domain/analysis.ts'
import { AppError } from '../../domain/errors.ts'
import { asNumber, asNumbers, asObject, field } from '../json.ts'

const REPORT_FIELDS = ['whole_report_metrics', 'report_metrics'] as const

/**
 * A per-activity answer as an `Analysis`. Series that do not fit the timestamps are named in `unreadable`.
 * Throws `unavailable` when it is no object at all.
 */
export function mapAnalysis(json: unknown): Analysis {
  const answer = asObject(json)
  if (!answer) throw new AppError('unavailable')
  const timestamps = (asNumbers(field(answer, 'all_timestamps')) ?? []).filter((time) => time !== null)
  const unreadable: string[] = []

  const series = (name: string): AnalysisSeries[] =>
    Object.entries(asObject(field(answer, name)) ?? {}).flatMap(([key, value]) => {
      const values = asNumbers(value)
      if (values !== null && values.length === timestamps.length) return [{ name: key, values }]
      unreadable.push(key)
      return []
    })

  return {
    timestamps,
    angles: series('angles'),
    report: REPORT_FIELDS.flatMap(series),
    segments: asNumber(field(answer, 'segments')),
    endFrames: (asNumbers(field(answer, 'end_frames')) ?? []).filter((frame) => frame !== null),
    unreadable,
  }
}

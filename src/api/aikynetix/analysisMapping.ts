import type { Analysis, AnalysisSeries } from '../../domain/analysis.ts'
import { AppError } from '../../domain/errors.ts'
import { asNumber, asNumbers, asObject, field } from '../json.ts'

const REPORT_FIELDS = ['whole_report_metrics', 'report_metrics'] as const

/**
 * A per-activity answer as an `Analysis`. Series that do not fit the timestamps are named in `unreadable`; where the
 * timestamps themselves do not ascend, they are named and no series is read, since nothing says what is of when.
 * Throws `unavailable` when it is no object at all.
 */
export function mapAnalysis(json: unknown): Analysis {
  const answer = asObject(json)
  if (!answer) throw new AppError('unavailable')
  const timestamps = (asNumbers(field(answer, 'all_timestamps')) ?? []).filter((time) => time !== null)
  const unreadable: string[] = []
  const known = {
    segments: asNumber(field(answer, 'segments')),
    endFrames: (asNumbers(field(answer, 'end_frames')) ?? []).filter((frame) => frame !== null),
  }
  if (timestamps.some((time, index) => time <= (timestamps[index - 1] ?? -Infinity)))
    return { ...known, timestamps: [], angles: [], report: [], sided: [], unreadable: ['all_timestamps'] }

  const series = (name: string): AnalysisSeries[] =>
    Object.entries(asObject(field(answer, name)) ?? {}).flatMap(([key, value]) => {
      const values = asNumbers(value)
      if (values !== null && values.length === timestamps.length) return [{ name: key, values }]
      unreadable.push(key)
      return []
    })

  return {
    ...known,
    timestamps,
    angles: series('angles'),
    report: REPORT_FIELDS.flatMap(series),
    sided: [],
    unreadable,
  }
}

import { attentionReasons } from '../../../domain/attention.ts'
import { baselineOf, sessionValue } from '../../../domain/baseline.ts'
import { metricMeaning } from '../../../domain/metricMeanings.ts'
import type { RecordedAt } from '../../../domain/recordedAt.ts'
import type { Session } from '../../../domain/session.ts'
import { writeCsv } from '../../../lib/csv.ts'
import type { CsvCell } from '../../../lib/csv.ts'
import { packFileText as text } from '../../../messages/report.ts'
import { partOf, showMetric } from '../numbers/shownMetric.ts'

/** Enough for any instrument, and without the noise of binary fractions. */
const DIGITS = 12

export const plainNumber = (value: number): number => Number(value.toPrecision(DIGITS))

/**
 * The metrics of a session, one to a row, in the units of the API: average, extremes, each segment or jump, and what is
 * usual by the athlete's earlier sessions; null where those were not read.
 */
export function figuresCsv(session: Session, earlier: readonly Session[] | null, now: RecordedAt): Blob {
  const reasons = attentionReasons(session, now)
  const shown = session.metrics.map((metric) => showMetric(metric, session.activity, 'metric', reasons))
  const parts = Math.max(0, ...shown.map(({ numbers }) => numbers?.values.length ?? 0))
  const hasParts = parts > 1
  const header = [
    ...[text.metric, text.name, text.unit, text.value, text.least, text.greatest, text.count],
    ...[text.median, text.spread, text.earlier, text.unusual, text.remarks],
    ...(hasParts
      ? Array.from({ length: parts }, (_, index) => text.part(partOf(session.activity), index + 1))
      : []),
  ]
  const rows = shown.map(({ name, label, reading, numbers, text: words, flags }): CsvCell[] => {
    const remarks = flags.map((flag) => flag.text).join('; ')
    if (!numbers) return [label, name, reading.unit, words, null, null, null, null, null, null, null, remarks]
    const { average, min, max, count } = numbers.summary
    return [
      ...[label, name, reading.unit, plainNumber(average), plainNumber(min), plainNumber(max), count],
      ...usual(session, name, average, earlier),
      remarks,
      ...(hasParts && numbers.values.length > 1 ? numbers.values : []),
    ]
  })
  return writeCsv(
    header,
    rows.map((row) => [...row, ...Array<null>(header.length - row.length).fill(null)]),
  )
}

function usual(
  { activity }: Session,
  name: string,
  now: number,
  earlier: readonly Session[] | null,
): CsvCell[] {
  if (!earlier || metricMeaning(activity, name)?.isMoment === true) return [null, null, null, null]
  const values = earlier.map((other) => sessionValue(other, name)).filter((value) => value !== null)
  const baseline = baselineOf(now, values)
  if (!baseline) return [null, null, values.length, null]
  const { median, spread, unusual } = baseline
  return [plainNumber(median), plainNumber(spread), baseline.values.length, unusual]
}

import { compareMetrics, metricDifference } from '../../../domain/comparedMetrics.ts'
import type { Metric } from '../../../domain/metrics.ts'
import type { Session } from '../../../domain/session.ts'
import { writeCsv } from '../../../lib/csv.ts'
import type { CsvCell } from '../../../lib/csv.ts'
import { packFileText as text } from '../../../messages/report.ts'
import { showMetric } from '../numbers/shownMetric.ts'
import { plainNumber } from './figuresCsv.ts'

/** The metrics of two sessions, one to a row, in the units of the API; averages where there are several numbers. */
export function comparisonCsv(first: Session, second: Session): Blob {
  const rows = compareMetrics(first, second).map((metric): CsvCell[] => {
    const { name, activity, first, second } = metric
    const shown = [first, second].flatMap((each) => (each ? [showMetric(each, activity, 'metric', [])] : []))
    const difference = metricDifference(metric)
    return [
      ...[shown[0]?.label ?? name, name, shown[0]?.reading.unit ?? ''],
      ...[cellOf(first, activity), cellOf(second, activity)],
      difference && plainNumber(difference.by),
      difference?.share == null ? null : plainNumber(difference.share * 100),
    ]
  })
  const { metric, unit, difference, percent } = text
  return writeCsv([metric, text.name, unit, text.first, text.second, difference, percent], rows)
}

function cellOf(metric: Metric | null, activity: string): CsvCell {
  if (!metric) return null
  const { numbers, text: words } = showMetric(metric, activity, 'metric', [])
  return numbers ? plainNumber(numbers.summary.average) : words
}

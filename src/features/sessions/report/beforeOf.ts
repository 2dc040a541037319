import { baselineOf, sessionValue } from '../../../domain/baseline.ts'
import { metricMeaning } from '../../../domain/metricMeanings.ts'
import { sheetText as text } from '../../../messages/report.ts'
import { show } from '../numbers/shownMetric.ts'
import type { ShownMetric } from '../numbers/shownMetric.ts'
import type { Earlier } from '../numbers/useEarlier.ts'

/** What is usual for the athlete, and whether this is not; null where a metric is compared with nothing. */
export function beforeOf(
  { numbers, activity, name, reading }: ShownMetric,
  earlier: Earlier,
): { said: string; unusual: string | null } | null {
  const isCompared = numbers !== null && metricMeaning(activity, name)?.isMoment !== true
  if (!isCompared || earlier.kind !== 'read') return null
  const values = earlier.earlier.sessions
    .map((other) => sessionValue(other, name))
    .filter((value) => value !== null)
  const baseline = baselineOf(numbers.summary.average, values)
  if (!baseline) return { said: text.tooFew(values.length), unusual: null }
  const { median, spread, unusual } = baseline
  return {
    said: text.usual(show(reading, median), show(reading, spread), baseline.values.length),
    unusual: unusual && text.unusual[unusual],
  }
}

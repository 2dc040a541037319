import { LEAST_EARLIER } from '../../../domain/baseline.ts'
import type { Baseline } from '../../../domain/baseline.ts'
import { metricMeaning } from '../../../domain/metricMeanings.ts'
import { metricDefinition } from '../../../domain/metrics.ts'
import { possibleRange } from '../../../domain/plausibility.ts'
import { formatFixed } from '../../../lib/formatNumber.ts'
import { aboutText as text } from '../../../messages/metrics.ts'
import styles from './MetricAbout.module.css'
import { show, showLimit } from './shownMetric.ts'
import type { ShownMetric } from './shownMetric.ts'

/** What a metric means, who says so, what is possible and what is usual. `earlier` null: not compared (yet). */
export function MetricAbout({
  metric,
  earlier,
  baseline,
}: {
  metric: ShownMetric
  earlier: readonly number[] | null
  baseline: Baseline | null
}) {
  const { activity, name, reading, numbers } = metric
  const meaning = metricMeaning(activity, name)
  const possible = possibleRange(activity, name)
  const sent = metricDefinition(activity, name)?.unit ?? ''
  const facts: (readonly [string, string] | null)[] = [
    meaning?.formula ? [text.formula, meaning.formula] : null,
    meaning ? [text.source, text.sources[meaning.source]] : null,
    possible && numbers
      ? [
          text.possible,
          `${text.range(showLimit(reading, possible.min), showLimit(reading, possible.max), reading.unit)}. ${possible.source}`,
        ]
      : null,
    meaning?.isMoment
      ? [text.usual, text.isMoment]
      : earlier
        ? [text.usual, usualOf(metric, earlier, baseline)]
        : null,
    [text.name, reading.factor === 1 ? name : `${name}. ${text.converted(sent)}`],
  ]
  return (
    <div className={styles.about}>
      <p>{meaning?.explanation ?? text.unknown}</p>
      <dl>
        {facts.map((fact) =>
          fact ? (
            <div key={fact[0]}>
              <dt>{fact[0]}</dt>
              <dd dir="auto">{fact[1]}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </div>
  )
}

function usualOf({ reading }: ShownMetric, earlier: readonly number[], baseline: Baseline | null): string {
  if (!baseline) return text.tooFew(earlier.length, LEAST_EARLIER)
  const [median, spread] = [show(reading, baseline.median), show(reading, baseline.spread)]
  const unit = reading.unit && ` ${reading.unit}`
  const values = baseline.values.map((value) => show(reading, value))
  const said = text.usualOf(median + unit, spread + unit, values)
  const { score, limit, unusual } = baseline
  if (!unusual || score === null || limit === null) return said
  return `${said} ${text.unusual(formatFixed(score, 1), formatFixed(limit, 1), values.length)}`
}

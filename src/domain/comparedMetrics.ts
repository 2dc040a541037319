import { metricMeaning } from './metricMeanings.ts'
import { metricDefinition, summarize } from './metrics.ts'
import type { Metric, MetricValue } from './metrics.ts'
import type { Session } from './session.ts'

/** One metric of two sessions; null where a session has none. */
export type ComparedMetric = {
  /** The API's own name. */
  readonly name: string
  /** The activity that says what it means. */
  readonly activity: string
  readonly first: Metric | null
  readonly second: Metric | null
}

/** How much more the second is, in the metric's unit; `share` of the first (1 is all of it), null where it says nothing. */
export type MetricDifference = { readonly by: number; readonly share: number | null }

type Measured = Pick<Session, 'activity' | 'metrics'>

/**
 * The metrics of two sessions together: the first's in their order, then what only the second has. The same name in
 * another activity is another quantity (the flight of a step and of a jump), so only names that neither activity
 * defines are matched across activities. A name that comes twice keeps both.
 */
export function compareMetrics(first: Measured, second: Measured): ComparedMetric[] {
  const left = [...second.metrics]
  const isSame = (name: string) =>
    first.activity === second.activity ||
    (metricDefinition(first.activity, name) === null && metricDefinition(second.activity, name) === null)
  const ofFirst = first.metrics.map((metric): ComparedMetric => {
    const { name } = metric
    const at = isSame(name) ? left.findIndex((each) => each.name === name) : -1
    const [other = null] = at < 0 ? [] : left.splice(at, 1)
    return { name, activity: first.activity, first: metric, second: other }
  })
  const ofSecond = left.map((metric) => ({
    ...{ name: metric.name, activity: second.activity },
    ...{ first: null, second: metric },
  }))
  return [...ofFirst, ...ofSecond]
}

/** Whether a metric counts from the start of each recording, so that two of it tell nothing beside each other. */
export const isMomentOf = ({ activity, name }: ComparedMetric): boolean =>
  metricMeaning(activity, name)?.isMoment === true

/** Angles have no zero that all others are shares of, and a share of a percentage would be read as points of it. */
const NO_SHARES = ['°', '%']

/**
 * Second less first, each the average where there are several numbers. Null where one has none, and for moments. Across
 * zero there is no share either.
 */
export function metricDifference(compared: ComparedMetric): MetricDifference | null {
  const { name, activity, first, second } = compared
  const one = first && averageOf(first.value)
  const other = second && averageOf(second.value)
  if (one === null || other === null || isMomentOf(compared)) return null
  const unit = metricDefinition(activity, name)?.unit ?? ''
  const hasShare = one * other > 0 && !NO_SHARES.includes(unit)
  return { by: other - one, share: hasShare ? (other - one) / Math.abs(one) : null }
}

function averageOf(value: MetricValue): number | null {
  const numbers = value.kind === 'number' ? [value.value] : value.kind === 'perSegment' ? value.values : []
  return summarize(numbers)?.average ?? null
}

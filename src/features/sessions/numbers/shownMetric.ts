import type { AttentionReason } from '../../../domain/attention.ts'
import { metricDefinition, summarize } from '../../../domain/metrics.ts'
import type { Metric, Summary } from '../../../domain/metrics.ts'
import { evenRange, possibleRange } from '../../../domain/plausibility.ts'
import { readableName } from '../../../domain/readableName.ts'
import { readingOf } from '../../../domain/units.ts'
import type { Reading, UnitSystem } from '../../../domain/units.ts'
import { formatFixed, formatPlain } from '../../../lib/formatNumber.ts'
import { outsideDigits } from '../../../messages/attention.ts'
import { flagText } from '../../../messages/metrics.ts'
import type { Part } from '../../../messages/metrics.ts'
import { displayValue } from '../displayValue.ts'

/** A metric as its rows show it. */
export type ShownMetric = {
  /** The API's own name. */
  readonly name: string
  readonly activity: string
  readonly label: string
  readonly reading: Reading
  /** Null where the value is no number; then `text` is. */
  readonly numbers: { readonly values: readonly (number | null)[]; readonly summary: Summary } | null
  /** The same number throughout is said once. */
  readonly varies: boolean
  readonly text: string
  readonly flags: readonly Flag[]
}

/** Why a number should be looked at, where that comes from, and which segment or jump it is, counted from 1. */
export type Flag = { readonly text: string; readonly source: string; readonly part: number | null }

export function showMetric(
  metric: Metric,
  activity: string,
  system: UnitSystem,
  reasons: readonly AttentionReason[],
): ShownMetric {
  const { name, value } = metric
  const reading = readingOf(system, activity, name)
  const values = value.kind === 'number' ? [value.value] : value.kind === 'perSegment' ? value.values : null
  const summary = values && summarize(values)
  return {
    name,
    activity,
    reading,
    label: metricDefinition(activity, name)?.label ?? readableName(name),
    numbers: summary && { values: values ?? [], summary },
    varies: summary !== null && (summary.min !== summary.max || values?.includes(null) === true),
    text: displayValue(value.kind === 'text' ? value.text : value.kind === 'other' ? value.json : null),
    flags: reasons.flatMap((reason) => flagOf(reason, name, activity, reading)),
  }
}

/** What one of several numbers of this activity belongs to. */
export const partOf = (activity: string): Part => (activity === 'Vertical Jump' ? 'jump' : 'segment')

/** A number as it is read, without the unit. */
export function show({ factor, decimals }: Reading, value: number): string {
  const read = value * factor
  return decimals === null ? formatPlain(read) : formatFixed(read, decimals)
}

/** A limit with as many digits as it takes. */
export const showLimit = ({ factor }: Reading, limit: number): string => formatPlain(limit * factor)

function flagOf(reason: AttentionReason, name: string, activity: string, reading: Reading): Flag[] {
  if ((reason.kind !== 'impossible' && reason.kind !== 'uneven') || reason.metric !== name) return []
  const { segment, value } = reason
  const place = segment === null ? '' : flagText.place(partOf(activity), segment)
  if (reason.kind === 'uneven') {
    const gap = formatPlain(Math.round(reason.gap * 10) / 10)
    const text = flagText.uneven(show(reading, value), place, gap)
    return [{ text, source: evenRange(activity, name)?.source ?? '', part: segment }]
  }
  const { factor, unit, decimals } = reading
  const [read, min, max] = [value * factor, reason.min * factor, reason.max * factor]
  const digits = outsideDigits(read, { min, max }, decimals ?? 2)
  const text = flagText.impossible(
    formatFixed(read, digits),
    unit,
    place,
    showLimit(reading, reason.min),
    showLimit(reading, reason.max),
  )
  return [{ text, source: possibleRange(activity, name)?.source ?? '', part: segment }]
}

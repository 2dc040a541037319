import type { AttentionReason } from '../domain/attention.ts'
import { metricDefinition } from '../domain/metrics.ts'
import { formatFixed, formatPlain } from '../lib/formatNumber.ts'
import { statusText } from './common.ts'
import { daysText } from './processing.ts'

export const attentionText = { title: 'Needs attention' } as const

/** Why a session of this activity needs attention, in a few words. */
export function reasonText(reason: AttentionReason, activity: string): string {
  switch (reason.kind) {
    case 'failed':
      return statusText.failed
    case 'stuck':
      return `${statusText[reason.status]}, recorded ${daysText(reason.days)} ago`
    case 'no-video':
      return `No analyzed video after ${daysText(reason.days)}`
    case 'no-segments':
      return 'No segments'
    case 'no-metrics':
      return 'No metrics'
    case 'impossible': {
      const range = `${formatPlain(reason.min)} to ${formatPlain(reason.max)}`
      const digits = outsideDigits(reason.value, reason, decimalsOf(reason.metric, activity))
      return `${measured(reason, activity, digits)}: possible is ${range}`
    }
    case 'uneven': {
      const gap = formatPlain(Math.round(reason.gap * 10) / 10)
      return `${measured(reason, activity, decimalsOf(reason.metric, activity))}: left and right differ by ${gap} points`
    }
  }
}

type Measured = { metric: string; segment: number | null; value: number }

/** `Speed 21.40 m/s in segment 2`. */
function measured({ metric, segment, value }: Measured, activity: string, decimals: number): string {
  const definition = metricDefinition(activity, metric)
  const unit = definition?.unit ? ` ${definition.unit}` : ''
  const place = segment === null ? '' : ` in segment ${segment}`
  return `${definition?.label ?? metric} ${formatFixed(value, decimals)}${unit}${place}`
}

const decimalsOf = (metric: string, activity: string): number =>
  metricDefinition(activity, metric)?.decimals ?? 2

const MOST_DECIMALS = 9

/** As many decimals as it takes for the rounded number to be outside as well: not 12.50 where 12.5 is possible. */
export function outsideDigits(
  value: number,
  { min, max }: { min: number; max: number },
  usual: number,
): number {
  let decimals = usual
  const isInside = () => Number(value.toFixed(decimals)) >= min && Number(value.toFixed(decimals)) <= max
  while (decimals < MOST_DECIMALS && isInside()) decimals++
  return decimals
}

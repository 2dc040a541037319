import type { ProcessingDelay } from '../domain/processing.ts'

export const daysText = (days: number) => (days === 1 ? '1 day' : `${days} days`)

/** What is said of a row whose processing takes long; `delayText` says how long. */
export const longerThanUsual = 'Longer than usual'

export function delayText(delay: ProcessingDelay): string {
  return delay.kind === 'slow'
    ? `${delay.minutes} min, usually under ${delay.usualMinutes}`
    : `recorded ${daysText(delay.days)} ago, usually under ${delay.usualMinutes} min`
}

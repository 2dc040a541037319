import { describe, expect, it } from 'vitest'
import { processingDelay, USUAL_PROCESSING, usualProcessing } from './processing.ts'
import type { Session } from './session.ts'

const MINUTE = 60_000
const NOW = '2026-11-15T16:50'
const usual = USUAL_PROCESSING.Running

/** An upload of eleven minutes ago. */
const waiting = {
  recordedAt: '2026-11-15T16:39',
  activity: 'Running',
  status: 'processing',
  segments: 0,
  metrics: [],
} as unknown as Session

describe('a row that is worked on', () => {
  it('takes long when it was watched for more than three times the usual time', () => {
    expect(processingDelay(waiting, 3 * usual * MINUTE, NOW)).toBeNull()
    expect(processingDelay(waiting, 3 * usual * MINUTE + 1, NOW)).toEqual({
      kind: 'slow',
      minutes: 3 * usual,
      usualMinutes: usual,
    })
  })

  it('takes long at first sight when it was recorded over a day ago and nothing was measured', () => {
    expect(processingDelay(waiting, 0, '2026-11-16T16:39')).toBeNull()
    expect(processingDelay(waiting, 0, '2026-11-18T17:00')).toEqual({
      kind: 'stuck',
      days: 3,
      usualMinutes: usual,
    })
    expect(processingDelay({ ...waiting, segments: 4 }, 0, '2026-11-18T17:00')).toBeNull()
  })

  it('is given the longest usual time where its activity is unknown', () => {
    expect(usualProcessing('Rowing')).toBe(Math.max(...Object.values(USUAL_PROCESSING)))
    expect(usualProcessing('Vertical Jump')).toBe(USUAL_PROCESSING['Vertical Jump'])
    expect(usualProcessing('constructor')).toBe(usualProcessing('Rowing'))
  })
})

it.each(['completed', 'failed', null] as const)('a row that is %s takes no time', (status) => {
  expect(processingDelay({ ...waiting, status }, 1e9, '2026-12-24T00:00')).toBeNull()
})

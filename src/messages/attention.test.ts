import { expect, it } from 'vitest'
import type { AttentionReason } from '../domain/attention.ts'
import { reasonText } from './attention.ts'
import { delayText } from './processing.ts'

const impossible = (metric: string, value: number, min: number, max: number, segment: number | null = null) =>
  ({ kind: 'impossible', metric, segment, value, min, max }) as const

it.each<[AttentionReason, string]>([
  [{ kind: 'failed' }, 'Failed'],
  [{ kind: 'stuck', status: 'queued', days: 6 }, 'Queued, recorded 6 days ago'],
  [{ kind: 'stuck', status: 'processing', days: 1 }, 'Processing, recorded 1 day ago'],
  [{ kind: 'no-video', days: 3 }, 'No analyzed video after 3 days'],
  [{ kind: 'no-segments' }, 'No segments'],
  [{ kind: 'no-metrics' }, 'No metrics'],
  [impossible('speed', 21.4, 0.5, 12.5, 2), 'Speed 21.40 m/s in segment 2: possible is 0.5 to 12.5'],
  [impossible('speed', -1, 0.5, 12.5, 1), 'Speed −1.00 m/s in segment 1: possible is 0.5 to 12.5'],
  [impossible('mean_markers_validity', 1.2, 0, 1), 'Marker validity 1.20: possible is 0 to 1'],
  [
    { kind: 'uneven', metric: 'rbalance', segment: null, value: 41, gap: 18 },
    'Right balance 41.0 %: left and right differ by 18 points',
  ],
  [
    { kind: 'uneven', metric: 'rbalance', segment: 4, value: 40.85, gap: 18.3 },
    'Right balance 40.9 % in segment 4: left and right differ by 18.3 points',
  ],
])('%j reads as people say it', (reason, text) => {
  expect(reasonText(reason, 'Running')).toBe(text)
})

it('a number just beyond the bound is not rounded onto it', () => {
  expect(reasonText(impossible('speed', 12.501, 0.5, 12.5), 'Running')).toBe(
    'Speed 12.501 m/s: possible is 0.5 to 12.5',
  )
  expect(reasonText(impossible('cadence', 360.2, 40, 360), 'Running')).toContain('360.2 steps/min')
})

it('a delay says for how long and what is usual', () => {
  expect(delayText({ kind: 'slow', minutes: 12, usualMinutes: 3 })).toBe('12 min, usually under 3')
  expect(delayText({ kind: 'stuck', days: 6, usualMinutes: 3 })).toBe(
    'recorded 6 days ago, usually under 3 min',
  )
})

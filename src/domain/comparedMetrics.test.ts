import { describe, expect, it } from 'vitest'
import { compareMetrics, isMomentOf, metricDifference } from './comparedMetrics.ts'
import type { Metric } from './metrics.ts'

const number = (name: string, value: number): Metric => ({ name, value: { kind: 'number', value } })
const perPart = (name: string, ...values: (number | null)[]): Metric => ({
  ...{ name, value: { kind: 'perSegment', values } },
})
const words = (name: string, text: string): Metric => ({ name, value: { kind: 'text', text } })
const of = (activity: string, ...metrics: Metric[]) => ({ activity, metrics })

describe('the metrics of two sessions', () => {
  it('are the first’s in their order, with the second’s beside them, then what only that one has', () => {
    const rows = compareMetrics(
      of('Running', number('speed', 4), words('footstrike', 'heel'), number('odd', 1)),
      of('Running', number('power', 300), number('odd', 2), number('speed', 5)),
    )
    expect(rows.map(({ name, first, second }) => [name, first !== null, second !== null])).toEqual([
      ['speed', true, true],
      ['footstrike', true, false],
      ['odd', true, true],
      ['power', false, true],
    ])
  })

  it('are not matched by a name that means something else in another activity', () => {
    const rows = compareMetrics(
      of('Running', number('flight_time', 0.1), number('custom', 1)),
      of('Vertical Jump', number('flight_time', 0.5), number('custom', 2)),
    )
    expect(rows.map(({ name, activity, second }) => [name, activity, second !== null])).toEqual([
      ['flight_time', 'Running', false],
      ['custom', 'Running', true],
      ['flight_time', 'Vertical Jump', true],
    ])
  })

  it('keep each of a name that comes twice', () => {
    const rows = compareMetrics(of('', number('a', 1), number('a', 2)), of('', number('a', 3)))
    expect(rows.map(metricDifference)).toEqual([{ by: 2, share: 2 }, null])
  })
})

describe('the difference of a metric', () => {
  const between = (activity: string, first: Metric, second: Metric) => {
    const [row] = compareMetrics(of(activity, first), of(activity, second))
    if (!row) throw new Error('no row')
    return metricDifference(row)
  }

  it('is the second’s average less the first’s, and what share of the first that is', () => {
    expect(between('Running', perPart('speed', 4, null, 6), perPart('speed', 4))).toEqual({
      ...{ by: -1, share: -0.2 },
    })
    expect(between('', number('depth', -2), number('depth', -3))).toEqual({ by: -1, share: -0.5 })
  })

  it('has no share of angles and percentages, of nothing, or across zero', () => {
    expect(between('Running', number('push_angle', 40), number('push_angle', 50))?.share).toBeNull()
    expect(between('Running', number('rbalance', 50), number('rbalance', 51))?.share).toBeNull()
    expect(between('Running', number('power', 0), number('power', 5))).toEqual({ by: 5, share: null })
    expect(between('', number('tilt', -1), number('tilt', 1))).toEqual({ by: 2, share: null })
  })

  it('is none of words, of what is missing, or of moments, which count from the start of each recording', () => {
    expect(between('Running', words('footstrike', 'heel'), words('footstrike', 'toe'))).toBeNull()
    expect(between('Running', perPart('speed', null), number('speed', 4))).toBeNull()
    const [moment] = compareMetrics(
      of('Weightlifting', number('catch_end', 900)),
      of('Weightlifting', number('catch_end', 1200)),
    )
    expect(moment && [isMomentOf(moment), metricDifference(moment)]).toEqual([true, null])
  })
})

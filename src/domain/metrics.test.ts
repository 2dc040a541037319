import { expect, it } from 'vitest'
import { KEY_METRICS, metricDefinition } from './metrics.ts'

it('the key metrics of an activity are metrics of that activity', () => {
  for (const [activity, names] of Object.entries(KEY_METRICS)) {
    for (const name of names) expect(metricDefinition(activity, name), `${activity} ${name}`).not.toBeNull()
  }
  expect(Object.values(KEY_METRICS).map((names) => names.length)).toEqual([3, 3, 3, 0])
})

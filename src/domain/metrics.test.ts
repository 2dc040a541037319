import { expect, it } from 'vitest'
import { metricMeaning } from './metricMeanings.ts'
import { KEY_METRICS, metricDefinition } from './metrics.ts'
import { POSSIBLE } from './plausibility.ts'

it('the key metrics of an activity are metrics of that activity', () => {
  for (const [activity, names] of Object.entries(KEY_METRICS)) {
    for (const name of names) expect(metricDefinition(activity, name), `${activity} ${name}`).not.toBeNull()
  }
  expect(Object.values(KEY_METRICS).map((names) => names.length)).toEqual([3, 3, 3, 0])
})

it('every metric that has a unit and limits is explained as well', () => {
  const names = Object.entries(POSSIBLE).flatMap(([activity, metrics]) =>
    [...Object.keys(metrics), ...(activity === 'Running' ? ['footstrike'] : [])].map((name) => ({
      activity,
      name,
    })),
  )
  expect(names).toHaveLength(41)
  for (const { activity, name } of names) {
    expect(metricDefinition(activity, name), `${activity} ${name}`).not.toBeNull()
    expect(metricMeaning(activity, name)?.explanation, `${activity} ${name}`).toMatch(/\.$/)
  }
})

it('what nobody knows has no meaning, whatever its name', () => {
  for (const name of ['ankle_stiffness', '__proto__', 'constructor', '']) {
    expect(metricMeaning('Running', name)).toBeNull()
    expect(metricMeaning(name, 'speed')).toBeNull()
  }
})

it('the moments of a lift are told apart from its durations', () => {
  const moments = ['start_of_lifting', 'catch_end'].map(
    (name) => metricMeaning('Weightlifting', name)?.isMoment,
  )
  const durations = ['total_time', 'clean_time'].map((name) => metricMeaning('Weightlifting', name)?.isMoment)
  expect([moments, durations]).toEqual([
    [true, true],
    [false, false],
  ])
})

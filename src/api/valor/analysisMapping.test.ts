import { expect, it } from 'vitest'
import { mapReport, mapSeries } from './analysisMapping.ts'

it('tells angles from their speeds and accelerations, and names what does not fit', () => {
  const time = [0, 0.0167, 0.0333]
  const values = [1, 'x', 3]
  const { angles, report, unreadable } = mapSeries({
    time,
    left_knee: values,
    left_knee_vel: time,
    left_knee_acc: time,
    short: [1],
    text: 'no series',
  })
  expect(angles).toEqual([{ name: 'left_knee', values: [1, null, 3] }])
  expect(report.map(({ name }) => name)).toEqual(['left_knee_vel', 'left_knee_acc'])
  expect(unreadable).toEqual(['short', 'text'])
})

it.each([[undefined], [[0, 0]], [[1, 0]], [[0, null]], ['0']])(
  'reads no series where the times are %j',
  (time) => {
    expect(mapSeries({ time, left_knee: [1, 2] })).toMatchObject({ angles: [], unreadable: ['time'] })
  },
)

it('reads each side with its score, and how far left and right are apart', () => {
  const report = (Ang: object) => mapReport({ WorkoutMetrics: { Ang } })
  const side = (AvgMax: unknown, Score: unknown) => ({ AvgMax, Score })
  expect(report({ Knee: { L: side(101.5, 1), R: side(98, 0.5) }, Lean: { F: side(12, null) } })).toEqual([
    {
      name: 'Knee',
      left: { value: 101.5, score: 1 },
      right: { value: 98, score: 0.5 },
      front: null,
      back: null,
      gap: 3.5,
    },
    { name: 'Lean', left: null, right: null, front: { value: 12, score: null }, back: null, gap: null },
  ])
  expect(report({ Odd: { L: side('far', 7) }, Text: 'x' })).toEqual([])
  expect(() => mapReport({})).toThrow()
})

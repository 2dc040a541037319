import { expect, it } from 'vitest'
import { compareLanes } from './comparedLanes.ts'
import { toLanes } from './lanes.ts'

const series = (...names: string[]) => names.map((name) => ({ name, values: [1] }))
const lanesOf = (angles: string[], report: string[] = []) =>
  toLanes({ angles: series(...angles), report: series(...report) })

it('lays the same side of the same joint together, whatever a source calls it', () => {
  const first = lanesOf(['rkne_angle', 'lkne_angle', 'lank_angle'], ['hipy'])
  const second = lanesOf(['knee_l', 'knee_r', 'ankle_r', 'knee_l_vel'], ['hipy', 'grf'])
  const compared = compareLanes(first, second)
  const words = compared.map(({ label, unit, strips }) => [
    `${label} ${unit}`,
    ...strips.map(({ side, first, second }) => `${side}: ${first?.name ?? '–'}, ${second?.name ?? '–'}`),
  ])
  expect(words).toEqual([
    ['Knee °', 'left: lkne_angle, knee_l', 'right: rkne_angle, knee_r'],
    ['Knee velocity °/s', 'left: –, knee_l_vel'],
    ['Ankle °', 'left: lank_angle, –', 'right: –, ankle_r'],
    ['Hip height m', 'null: hipy, hipy'],
    ['Ground reaction force N', 'null: –, grf'],
  ])
})

it('tells a series apart that has no sides from one that has', () => {
  const [lane] = compareLanes(lanesOf(['lumbar_angle']), lanesOf(['left_lumbar', 'right_lumbar']))
  expect(lane?.strips.map(({ side, first, second }) => [side, first?.name, second?.name])).toEqual([
    ['left', undefined, 'left_lumbar'],
    ['right', undefined, 'right_lumbar'],
    [null, 'lumbar_angle', undefined],
  ])
})

it('is one recording’s lanes where the other has none, and as exact as the more exact of two', () => {
  const lanes = lanesOf(['lkne_angle'], ['watts'])
  expect(compareLanes([], lanes).map(({ id }) => id)).toEqual(['angle:kne', 'report:watts'])
  expect(compareLanes(lanes, []).map(({ id }) => id)).toEqual(['angle:kne', 'report:watts'])
  const rough = toLanes({ angles: [], report: [{ name: 'watts', values: [1500] }] })
  expect(compareLanes(rough, lanes).find(({ id }) => id === 'report:watts')?.decimals).toBe(3)
})

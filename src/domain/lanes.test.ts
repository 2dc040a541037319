import { describe, expect, it } from 'vitest'
import { toLanes, usualLanes } from './lanes.ts'

const series = (...names: string[]) => names.map((name, index) => ({ name, values: [index, null, 1.5] }))

describe('the lanes of an analysis', () => {
  it('put left and right of a joint in one lane, in the order a coach reads them', () => {
    const lanes = toLanes({
      angles: series('rank_angle', 'lank_angle', 'lelb_angle', 'rkne_angle', 'lkne_angle', 'rhip_angle'),
      report: [],
    })
    expect(lanes.map(({ id, label, unit, decimals }) => [id, label, unit, decimals])).toEqual([
      ['angle:kne', 'Knee', '°', 1],
      ['angle:hip', 'Hip', '°', 1],
      ['angle:ank', 'Ankle', '°', 1],
      ['angle:elb', 'Elbow', '°', 1],
    ])
    expect(lanes[0]?.traces.map(({ name, side }) => [name, side])).toEqual([
      ['lkne_angle', 'left'],
      ['rkne_angle', 'right'],
    ])
    // A joint of which only one side was measured still says which.
    expect(lanes[1]?.traces).toEqual([{ name: 'rhip_angle', side: 'right', values: [5, null, 1.5] }])
  })

  it('give the activity’s own series their names and units', () => {
    const report = series('vtoey', 'vhipy', 'grf', 'hipy', 'toey', 'ahipy', 'bar')
    expect(toLanes({ angles: [], report }).map(({ label, unit }) => `${label} ${unit}`)).toEqual([
      'Bar height m',
      'Hip height m',
      'Ground reaction force N',
      'Hip speed m/s',
      'Hip acceleration m/s²',
      'Toe height m',
      'Toe speed m/s',
    ])
  })

  it('put velocity and acceleration of each joint together, with their units', () => {
    const report = series('rkne_acc', 'lkne_vel', 'lkne_acc', 'rkne_vel', 'rhip_vel', 'pelvis_tilt_vel')
    const lanes = toLanes({ angles: [], report })
    expect(
      lanes.map(({ label, unit, traces }) => `${label} ${unit} ${traces.map(({ side }) => side).join(' ')}`),
    ).toEqual([
      'Knee velocity °/s left right',
      'Knee acceleration °/s² left right',
      'Hip velocity °/s right',
      'Pelvis tilt velocity °/s ',
    ])
  })

  it('put what a joint’s angle does in time after it, whatever the source calls the joint and its side', () => {
    const angles = series(
      'knee_l_vel',
      'ankle_r',
      'knee_right',
      'left_knee',
      'knee_l_acc',
      'trunk_vel',
      'trunk',
    )
    const lanes = toLanes({ angles, report: series('rkne_vel', 'grf') })
    expect(lanes.map(({ id, traces }) => [id, ...traces.map(({ name, side }) => `${side} ${name}`)])).toEqual(
      [
        ['angle:kne', 'left left_knee', 'right knee_right'],
        ['velocity:kne', 'left knee_l_vel', 'right rkne_vel'],
        ['acceleration:kne', 'left knee_l_acc'],
        ['angle:ank', 'right ankle_r'],
        ['angle:trunk', 'null trunk'],
        ['velocity:trunk', 'null trunk_vel'],
        ['report:grf', 'null grf'],
      ],
    )
    // They are there to be chosen.
    expect(usualLanes(lanes)).toEqual(['angle:kne', 'angle:ank', 'report:grf'])
  })

  it('drop nothing they do not know', () => {
    const lanes = toLanes({
      angles: series('lumbar_angle', 'lwri_angle', 'rwri_angle', '__proto__', ''),
      report: [...series('left_force', 'right_force', 'hipy', 'hipy'), { name: 'watts', values: [1250.5] }],
    })
    expect(
      lanes.map(({ id, label, unit, decimals, traces }) => [id, label, unit, decimals, traces.length]),
    ).toEqual([
      ['angle:lumbar', 'Lumbar', '°', 1, 1],
      ['angle:wri', 'Wri', '°', 1, 2],
      ['angle:__proto__', 'Proto', '°', 1, 1],
      ['angle:', '', '°', 1, 1],
      ['report:hipy', 'Hip height', 'm', 3, 1],
      ['report:hipy#2', 'Hip height', 'm', 3, 1],
      ['report:force', 'Force', '', 3, 2],
      ['report:watts', 'Watts', '', 0, 1],
    ])
  })

  it('show the leg and two of the activity’s own until somebody chooses', () => {
    const jump = toLanes({
      angles: series('lkne_angle', 'lhip_angle', 'lank_angle', 'lsho_angle'),
      report: series('hipy', 'vhipy', 'grf'),
    })
    expect(usualLanes(jump)).toEqual(['angle:kne', 'angle:hip', 'angle:ank', 'report:hipy', 'report:grf'])
    const strange = toLanes({ angles: series('a', 'b', 'c', 'd'), report: [] })
    expect(usualLanes(strange)).toEqual(['angle:a', 'angle:b', 'angle:c'])
  })
})

import { expect, it } from 'vitest'
import { mapAnalysis } from './analysisMapping.ts'

it('reads series that fit the timestamps and names those that do not', () => {
  const analysis = mapAnalysis({
    all_timestamps: [0, 0.033, 0.067],
    angles: { lkne_angle: [170.1, null, 168], rkne_angle: [1, 2], lhip_angle: 'broken' },
    whole_report_metrics: { grf: [700, 710, 705] },
    segments: 3,
    end_frames: [40, 90],
  })
  expect(analysis.angles).toEqual([{ name: 'lkne_angle', values: [170.1, null, 168] }])
  expect(analysis.report).toEqual([{ name: 'grf', values: [700, 710, 705] }])
  expect(analysis.unreadable).toEqual(['rkne_angle', 'lhip_angle'])
  expect(analysis.endFrames).toEqual([40, 90])
})

it('reads an answer without any series, as of a mobility session', () => {
  expect(mapAnalysis({})).toEqual({
    timestamps: [],
    angles: [],
    report: [],
    segments: null,
    endFrames: [],
    sided: [],
    unreadable: [],
  })
})

it.each([
  ['out of order', [0, 0.067, 0.033]],
  ['repeated', [0, 0.033, 0.033]],
])('reads no series whose timestamps are %s, and says so', (_how, all_timestamps) => {
  const analysis = mapAnalysis({ all_timestamps, angles: { lkne_angle: [1, 2, 3] }, segments: 3 })
  expect(analysis).toMatchObject({ timestamps: [], angles: [], segments: 3, unreadable: ['all_timestamps'] })
})

it.each([[null], [[]], ['<html>']])('refuses %j as no answer', (json) => {
  expect(() => mapAnalysis(json)).toThrow('unavailable')
})
